#include "resolve/token_classes.h"

#include "base/ascii.h"
#include "base/lexicon.h"
#include "base/utf8.h"
#include "resolve/token_capitals.h"
#include "resolve/token_words.h"

#include <string.h>

static const struct {
    char letter;
    word_class class;
} OF_GRAMMAR[] = {{'O', WORD_PRONOUN},     {'D', WORD_DETERMINER},   {'X', WORD_AUXILIARY},
                  {'W', WORD_RELATIVE},    {'S', WORD_SUBORDINATOR}, {'P', WORD_PREPOSITION},
                  {'C', WORD_CONJUNCTION}, {'V', WORD_VERB},         {'R', WORD_ADVERB},
                  {'U', WORD_NUMBER}};

static word_class by_ending(const token *self) {
    static const struct {
        const char *end;
        word_class class;
    } ENDINGS[] = {{"ly", WORD_ADVERB},      {"ed", WORD_VERB},        {"ing", WORD_VERB},
                   {"al", WORD_ADJECTIVE},   {"ive", WORD_ADJECTIVE},  {"ous", WORD_ADJECTIVE},
                   {"ful", WORD_ADJECTIVE},  {"ic", WORD_ADJECTIVE},   {"ish", WORD_ADJECTIVE},
                   {"able", WORD_ADJECTIVE}, {"ible", WORD_ADJECTIVE}, {"less", WORD_ADJECTIVE}};
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS && self->noun == 0; i++) {
        if (word_ends_in(self->lower, ENDINGS[i].end)) {
            return ENDINGS[i].class;
        }
    }
    return WORD_NOUN;
}

static bool has_hyphen(str lower) {
    return memchr(lower.data, '-', lower.size) != NULL;
}

static word_class of_letter(char letter) {
    return letter == 'V'   ? WORD_VERB
           : letter == 'A' ? WORD_ADJECTIVE
           : letter == 'R' ? WORD_ADVERB
                           : WORD_NOUN;
}

static bool begins_phrase(const token *before) {
    return before->class == WORD_DETERMINER || before->class == WORD_ADJECTIVE ||
           before->class == WORD_POSSESSIVE || before->class == WORD_NUMBER ||
           (before->class == WORD_PRONOUN && (before->grammar & LETTER('v')) != 0);
}

static bool may_be_subject(const token *before) {
    return before->class == WORD_NAME || before->class == WORD_RELATIVE ||
           (before->class == WORD_PRONOUN && (before->grammar & LETTER('s')) != 0) ||
           (before->class == WORD_NOUN && before->plural);
}

static bool is_surely_verb(const token *self) {
    str letters = {0};
    return (self->grammar & LETTER('X')) != 0 ||
           (list_find(LIST_OF_WORD_CLASSES, self->lower, &letters) &&
            str_equal(letters, STR("V")) && !word_ends_in(self->lower, "ing") &&
            !word_ends_in(self->lower, "ed"));
}

/* "hailed", of a verb that is nothing else. */
static bool is_past_form(const token *self) {
    str letters = {0};
    return word_ends_in(self->lower, "ed") &&
           list_find(LIST_OF_WORD_CLASSES, self->lower, &letters) && str_equal(letters, STR("V"));
}

/* What follows a verb rather than a noun. */
static bool begins_object(const token *after) {
    return after != NULL && (token_is(after, "to") || token_is(after, "that") ||
                             (after->grammar & (LETTER('D') | LETTER('O'))) != 0);
}

/* Whether an adjective before it may belong to it. */
static bool may_be_noun_of(const token *after) {
    return after != NULL && after->class != WORD_MARK && after->grammar == 0 &&
           !is_surely_verb(after);
}

/* The class of a word in small letters, by the list and by what stands beside it. */
static word_class open_class(const token *self, const token *before, const token *after) {
    str letters = {0};
    word_class usual = by_ending(self);
    if (usual == WORD_VERB && has_hyphen(self->lower)) {
        usual = WORD_ADJECTIVE; /* "anti-doping", "tide-backed" */
    }
    bool known = list_find(LIST_OF_WORD_CLASSES, self->lower, &letters) && letters.size > 0;
    if (known) {
        usual = of_letter(letters.data[0]);
    }
    if (usual == WORD_ADJECTIVE && self->noun != 0 && !may_be_noun_of(after)) {
        usual = WORD_NOUN; /* "the official said" */
    }
    if (before == NULL) {
        return usual;
    }
    uint64_t may_be = known ? list_letters(LIST_OF_WORD_CLASSES, self->lower) : 0;
    bool verb_form = (may_be & LETTER('v')) != 0 ||
                     (!known && self->noun == 0 && word_ends_in(self->lower, "s") &&
                      !word_ends_in(self->lower, "ss"));
    bool s =
        word_ends_in(self->lower, "s") && !word_ends_in(self->lower, "ss"); /* "press" is bare */
    bool bare = !s && !word_ends_in(self->lower, "ed");
    bool noun_place = begins_phrase(before) || (bare && before->class == WORD_NAME);
    bool may_be_noun = (may_be & LETTER('n')) != 0 || self->noun != 0 ||
                       (begins_phrase(before) && !word_ends_in(self->lower, "ed") &&
                        !word_ends_in(self->lower, "ing"));
    if (usual == WORD_VERB && may_be_noun && noun_place) {
        return WORD_NOUN;
    }
    const bool people = (self->noun & LETTER('p')) != 0 && self->plural;
    if (before->class == WORD_NAME && after != NULL &&
        (is_surely_verb(after) || (people && is_past_form(after)))) {
        return usual == WORD_VERB ? WORD_NOUN : usual; /* "DNC rules permit" */
    }
    bool verb_place = (may_be_subject(before) && !(bare && before->class == WORD_NAME)) ||
                      (before->class == WORD_NOUN && begins_object(after)) ||
                      token_is(before, "to") ||
                      (before->class == WORD_NOUN && (before->noun & LETTER('p')) != 0 &&
                       !before->plural && word_ends_in(self->lower, "s"));
    if (usual == WORD_VERB && self->noun != 0 && self->plural && !verb_place) {
        return WORD_NOUN; /* "records show" */
    }
    return usual != WORD_VERB && verb_form && verb_place ? WORD_VERB : usual;
}

static word_class grammar_class(const token *self) {
    for (size_t i = 0; i < sizeof OF_GRAMMAR / sizeof *OF_GRAMMAR; i++) {
        if ((self->grammar & LETTER(OF_GRAMMAR[i].letter)) != 0) {
            return OF_GRAMMAR[i].class;
        }
    }
    return WORD_MARK;
}

/* "Wines believes": a plural has no such verb, so it is a name. */
static bool disagrees(const token *self, const token *after) {
    str letters = {0};
    return after != NULL && word_ends_in(self->lower, "s") && word_ends_in(after->lower, "s") &&
           !word_ends_in(after->lower, "ss") &&
           list_find(LIST_OF_WORD_CLASSES, after->lower, &letters) && letters.data[0] == 'V';
}

/* "Fleming said", "Young wrote": nothing but a name can be the subject without an article. */
static bool is_sole_subject(const token *self, const token *after) {
    static const char *const VERBS[] = {"said", "told", "wrote", "added", "tweeted", "argued"};
    for (size_t i = 0; i < sizeof VERBS / sizeof *VERBS && after != NULL; i++) {
        if (token_is(after, VERBS[i])) {
            return !self->plural && self->noun == 0;
        }
    }
    return false;
}

/* "Trump revealed": what is somebody's surname, and does something. */
static bool is_surname_that_acts(const token *self, const token *after) {
    return after != NULL && !self->plural && self->noun == 0 && is_past_form(after) &&
           list_find(LIST_OF_SURNAMES, self->lower, NULL);
}

/* "Mourners": more of those whom the list of people has. */
static bool are_people(str lower) {
    return word_ends_in(lower, "s") &&
           list_find(LIST_OF_PEOPLE, (str){lower.data, lower.size - 1}, NULL);
}

/* "Dubbed the king of rope", "Stranded in Vale". */
static bool begins_phrase_behind(const token *after) {
    return after != NULL && !after->capital && (after->grammar & (LETTER('D') | LETTER('P'))) != 0;
}

/* Participles that names of bodies begin with: "United Airlines". */
static bool begins_names(const token *self) {
    return token_is_one_of(self, "united associated allied consolidated");
}

/* "Entrusting Max": the form of a listed verb, which Browning and Fleming are not, or what stands
 * before a first name. */
static bool is_participle(str lower, const token *after) {
    str letters = {0};
    if (!word_ends_in(lower, "ing") || list_find(LIST_OF_FIRST_NAMES, lower, NULL)) {
        return false;
    }
    bool listed = list_find(LIST_OF_WORD_CLASSES, (str){lower.data, lower.size - 3}, &letters) &&
                  letters.size > 0 && letters.data[0] == 'V';
    return listed || (list_find(LIST_OF_FIRST_NAMES, after->lower, NULL) &&
                      !list_find(LIST_OF_WORD_CLASSES, after->lower, NULL));
}

/* What begins no name, but what is said of one: "Former Mexican president". */
#define BEFORE_NAMES "former longtime current fellow embattled disgraced outgoing incoming"

/* "Ironically Reed had offered it": adverbs by their form, which no name has. */
static bool is_formed_adverb(str lower) {
    static const char *const ENDINGS[] = {"cally", "ingly", "edly", "fully", "ously", "ately"};
    bool is = false;
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++) {
        is |= word_ends_in(lower, ENDINGS[i]);
    }
    return is && !list_find(LIST_OF_FIRST_NAMES, lower, NULL);
}

/* Whether a capital at the beginning of a sentence is all that makes the word look like a name. */
static bool is_common(const token *self, const token *after) {
    str letters = {0};
    bool before_name = after != NULL && after->capital;
    if (is_sole_subject(self, after) || is_surname_that_acts(self, after) ||
        (before_name && begins_names(self))) {
        return false;
    }
    if (before_name && (is_participle(self->lower, after) || token_is_one_of(self, BEFORE_NAMES) ||
                        is_formed_adverb(self->lower))) {
        return true;
    }
    if (!list_find(LIST_OF_WORD_CLASSES, self->lower, &letters) || letters.size == 0) {
        return (word_ends_in(self->lower, "ly") || word_ends_in(self->lower, "ing") ||
                self->plural || (word_ends_in(self->lower, "ed") && begins_phrase_behind(after)) ||
                (self->noun & LETTER('d')) != 0 || are_people(self->lower)) &&
               !(after != NULL && after->capital);
    }
    bool goes_on = after != NULL && after->capital && !self->headline;
    if (disagrees(self, after)) {
        return false;
    }
    if (after != NULL && after->capital && after->grammar == 0 &&
        list_find(LIST_OF_FIRST_NAMES, self->lower, NULL)) {
        return false; /* Mark, Rob, Grant */
    }
    if ((self->noun & LETTER('t')) != 0 && after != NULL && token_is(after, "of")) {
        return false; /* Secretary of State */
    }
    return !goes_on || letters.data[0] == 'V' || letters.data[0] == 'R';
}

static bool is_digits(const token *self) {
    return self->lower.size > 0 && ascii_is_digit(self->lower.data[0]);
}

static bool is_possessive(const token *self, const token *before, const token *after) {
    const bool apart = before != NULL && before->span.end + 1 == self->span.begin &&
                       memchr(self->lower.data, ' ', self->lower.size) != NULL; /* "Holt ' s" */
    if (before == NULL || before->class == WORD_MARK ||
        (before->span.end != self->span.begin && !apart)) {
        return false;
    }
    bool s = self->lower.size > 1 && self->lower.data[self->lower.size - 1] == 's';
    if (!s) {
        return self->lower.size <= 3 && word_ends_in(before->lower, "s") && after != NULL &&
               after->span.begin > self->span.end; /* officials' */
    }
    bool is = before->class == WORD_PRONOUN || before->class == WORD_RELATIVE ||
              before->class == WORD_ADVERB || before->class == WORD_SUBORDINATOR ||
              before->class == WORD_DETERMINER;
    return !is;
}

/* An apostrophe, alone or with what follows it. */
static word_class apostrophe_class(const token *self, const token *before, const token *after) {
    if (is_possessive(self, before, after)) {
        return WORD_POSSESSIVE;
    }
    return word_ends_in(self->lower, "s") || utf8_count(self->lower) > 1 ? WORD_AUXILIARY
                                                                         : WORD_MARK;
}

/* Small words that are names where a capital is not due: Will, Ms. May. */
static bool may_be_name(word_class small) {
    return small == WORD_AUXILIARY || small == WORD_VERB || small == WORD_ADVERB ||
           small == WORD_NUMBER;
}

/* "Our Revolution", "My Brother's Keeper": bodies whose names begin so. */
static bool is_ours_of_name(const token *self, const token *after) {
    return self->capital && token_is_one_of(self, "our my") && after != NULL && after->capital;
}

static word_class class_of(const token *self, const token *before, const token *after) {
    uint64_t small = self->grammar;
    if (self->class == WORD_MARK) {
        if (token_is(self, "&")) {
            return WORD_CONJUNCTION;
        }
        bool apostrophe = self->lower.data[0] == '\'' || str_starts(self->lower, STR("\u2019"));
        return apostrophe ? apostrophe_class(self, before, after) : WORD_MARK;
    }
    if (is_digits(self) && !self->capital) {
        return WORD_NUMBER;
    }
    if (before != NULL && token_is(before, "of") && token_is(self, "course")) {
        return WORD_ADVERB;
    }
    bool due = self->opening || self->headline;
    if (is_ours_of_name(self, after) && !due) {
        return WORD_NAME;
    }
    word_class of_list = small != 0 ? grammar_class(self) : WORD_MARK;
    if (of_list != WORD_MARK && !(self->capital && !due && may_be_name(of_list))) {
        return of_list;
    }
    if (!self->capital || (due && is_common(self, self->opening ? after : NULL))) {
        return open_class(self, before, after);
    }
    return word_is_said_of_next(self->lower) ? WORD_ADJECTIVE : WORD_NAME;
}

void settle_her(token_list *of) {
    for (size_t i = 0; i < of->count; i++) {
        token *self = &of->items[i];
        if (token_is(self, "her")) {
            bool before_noun =
                i + 1 < of->count && (token_is_nominal(&of->items[i + 1]) ||
                                      (of->items[i + 1].class == WORD_VERB && i + 2 < of->count &&
                                       of->items[i + 2].class == WORD_NOUN));
            self->grammar &= ~(before_noun ? LETTER('o') : LETTER('v'));
        }
    }
}

void note_classes(token_list *of) {
    lexicon names = {0}, surnames = {0};
    note_capitals(of, &names, &surnames);
    for (size_t i = 0; i < of->count; i++) {
        token *self = &of->items[i];
        const token *before = i > 0 && self[-1].sentence == self->sentence ? self - 1 : NULL;
        const token *after =
            i + 1 < of->count && self[1].sentence == self->sentence ? self + 1 : NULL;
        bool name = self->capital && self->grammar == 0 && !word_is_said_of_next(self->lower) &&
                    (lexicon_find(&names, self->lower) != NULL || token_begins_couple(of, i));
        self->class = name ? WORD_NAME : class_of(self, before, after);
        self->surname = name && lexicon_find(&surnames, self->lower) != NULL;
    }
    lexicon_free(&names);
    lexicon_free(&surnames);
}
