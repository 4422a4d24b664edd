/* There is no parser here. A clause's subject is taken to be what stands right before a verb, back
 * to where a phrase begins. */
#include "reason/clause.h"

#include "base/ascii.h"
#include "reason/names.h"
#include "reason/nouns.h"
#include "reason/reporting.h"

enum { SUBJECT_WORDS = 8 };

/* --- words ------------------------------------------------------------------------------------ */

static bool ends_in(str word, str end) {
    return word.size > end.size + 1 &&
           str_equal(str_slice(word, (span){word.size - end.size, word.size}), end);
}

/* Auxiliaries, and other forms that the table of classes lacks. */
static bool is_short_verb(str word) {
    enum { LETTERS_MOST = 8 };
    return word.size <= LETTERS_MOST &&
           ascii_has_word(
               STR("is are was were has have had does did will would can could may "
                   "might must shall should drew sank stole struck swept threw wore flew "
                   "hung hid rode rushed swam withdrew"),
               word);
}

/* The class of a word is looked up once: see word_class. */
static bool is_verb(str word, char class) {
    if (begins_with_capital(word) || ends_in(word, STR("ing"))) {
        return false;
    }
    return class == 'V' || (class == 0 && ends_in(word, STR("ed"))) || is_short_verb(word);
}

bool clause_is_verb(str word) {
    return is_verb(word, word_class(word));
}

/* What stands behind it is no subject: "on the final drive". */
static bool is_preposition(str word) {
    return ascii_has_word(STR("in on at by for from with to into over under during through against "
                              "about without than"),
                          word);
}

/* Between phrases: what stands behind it is a new one. */
static bool parts_phrases(str word) {
    return ascii_has_word(
        STR("and or but while when where if that because although though as after "
            "before since until once so however then"),
        word);
}

/* "also", "initially": between a subject and its verb. */
static bool is_adverb(str word, char class) {
    return class == 'R' || ends_in(word, STR("ly")) || ascii_equal(word, STR("also"));
}

/* These are subjects by themselves. */
bool clause_is_pronoun(str word) {
    return ascii_has_word(STR("he she it they"), word);
}

static bool is_relative(str word) {
    return ascii_has_word(STR("who which whose"), word);
}

/* What stands before a noun and is none: "53 catches" has no subject. */
static bool is_determiner(str word) {
    return ascii_is_digit(word.data[0]) ||
           ascii_has_word(
               STR("the a an this that these those his her its their no any some one two "
                   "three four five six seven eight nine ten eleven twelve dozen"),
               word);
}

/* --- subjects --------------------------------------------------------------------------------- */

/* Whether nothing but a space, hyphen or apostrophe, or the full stop of an initial, stands between
 * two words of a phrase. */
static bool goes_on(str text, size_t end, size_t begin) {
    str between = str_slice(text, (span){end, begin});
    return str_equal(between, STR(" ")) || str_equal(between, STR("-")) ||
           str_equal(between, STR("'")) || str_equal(between, STR("’")) ||
           (str_equal(between, STR(". ")) && end > 0 && text.data[end - 1] >= 'A' &&
            text.data[end - 1] <= 'Z');
}

/* A phrase while a sentence is read. */
typedef struct {
    size_t begin, end;
    size_t reach;         /* behind the adverbs that follow it */
    size_t words, others; /* others: that are no determiners */
    bool governed;        /* stands behind a preposition */
} phrase;

static bool is_subject(const phrase *self) {
    return self->others > 0 && self->words <= SUBJECT_WORDS && !self->governed;
}

/* "Harrison, who had not missed a game, ...": a name that begins the part, and a comma behind it.
 */
static bool is_name_and_comma(str text, span part, const phrase *self) {
    span name = name_before(text, part, self->end);
    return self->begin == part.begin && self->end < part.end && text.data[self->end] == ',' &&
           name.begin == self->begin && name.begin < name.end;
}

/* "Another round of tax increases", "crime figures, racketeering": what ends a part in -s, or
 * stands before a comma, and may be a verb, is mostly none. */
static bool is_last_noun(str text, span part, size_t pos, str word) {
    bool comma = pos < part.end && text.data[pos] == ',';
    return ends_in(word, STR("s")) && !ascii_has_word(STR("was has does is says"), word) &&
           (comma || next_word(text, part, &pos).data == NULL);
}

/* The last subject of a verb in the part, or the first; empty: none. Behind "who" it is not told
 * whose the verb is. */
span clause_subject(str text, span part, bool first) {
    phrase run = {.words = 0}, before = {.words = 0}; /* before: "farmers" of "farmers at Aster" */
    span found = {part.begin, part.begin};
    size_t pos = part.begin;
    bool after_article = false; /* "a threatened species" */
    bool after_number = false;  /* "two counts" */
    for (str word = next_word(text, part, &pos); word.data != NULL;
         word = next_word(text, part, &pos)) {
        size_t begin = pos - word.size;
        if (run.words > 0 && !goes_on(text, run.reach, begin)) {
            found = is_name_and_comma(text, part, &run) ? (span){run.begin, run.end} : found;
            run = before = (phrase){.words = 0};
        }
        char class = begins_with_capital(word) ? 0 : word_class(word);
        bool pronoun =
            run.words == 1 && clause_is_pronoun(str_slice(text, (span){run.begin, run.end}));
        bool hyphen = begin > part.begin && text.data[begin - 1] == '-'; /* "President-elect" */
        bool form = is_verb(word, class) || (pronoun && ends_in(word, STR("ed")));
        bool counted = after_number && ends_in(word, STR("s")) && !is_short_verb(word);
        bool verb =
            form && !hyphen && !after_article && !counted && !is_last_noun(text, part, pos, word);
        after_article = ascii_has_word(STR("the a an this that these those"), word);
        after_number = !after_article && is_determiner(word);
        const phrase *subject = run.governed ? &before : &run;
        if (run.words > 0 && verb && is_subject(subject)) {
            found = (span){subject->begin, subject->end};
        }
        if (first && found.begin < found.end) {
            return found;
        }
        found = is_relative(word) && !first ? (span){begin, begin} : found;
        if (verb || is_preposition(word) || parts_phrases(word) || is_relative(word)) {
            bool goes_on_behind = is_preposition(word) && (run.governed || is_subject(&run));
            if (!goes_on_behind) {
                before = (phrase){.words = 0};
            } else if (!run.governed) {
                before = run;
            }
            run = (phrase){.governed = is_preposition(word), .reach = pos};
            continue;
        }
        if (is_adverb(word, class)) {
            run.reach = pos;
            continue;
        }
        bool begins = run.words == 0 || clause_is_pronoun(word);
        run = begins
                  ? (phrase){.begin = begin, .governed = run.governed && !clause_is_pronoun(word)}
                  : run;
        run.end = run.reach = pos;
        run.words++;
        run.others += !is_determiner(word);
    }
    return found;
}

bool clause_is_full(str text, span part) {
    size_t pos = part.begin;
    str first = next_word(text, part, &pos), second = next_word(text, part, &pos);
    span subject = clause_subject(text, part, true);
    bool act = ascii_equal(first, STR("to")) && second.size > 0 &&
               !is_determiner(second); /* not "to two charges" */
    return act || subject.begin < subject.end;
}
