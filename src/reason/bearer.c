#include "reason/bearer.h"

#include "base/ascii.h"
#include "reason/clause.h"
#include "reason/names.h"
#include "reason/nouns.h"
#include "reason/reporting.h"

/* How many sentences back somebody may be named whom they all call "he". */
enum { SENTENCES_BACK = 4 };

static const bearer NOBODY = {{NULL, 0}, {NULL, 0}};

/* --- who it is -------------------------------------------------------------------------------- */

/* Whether a word that begins a sentence has its capital elsewhere, too, and is not written small.
 */
static bool has_capital_elsewhere(const paper *in, str word) {
    str text = in->is->text;
    size_t pos = 0, inner = 0;
    for (str each = next_word(text, (span){0, text.size}, &pos); each.data != NULL;
         each = next_word(text, (span){0, text.size}, &pos)) {
        if (!ascii_equal(each, word)) {
            continue;
        }
        if (!begins_with_capital(each)) {
            return false;
        }
        inner += sentence_at(in, pos - each.size).begin != pos - each.size;
    }
    return inner > 0;
}

static str name_at_end(const paper *in, span of) {
    str text = in->is->text;
    span name = name_before(text, of, of.end);
    bool begins = name.begin == sentence_at(in, name.begin).begin;
    bool is = name.begin < name.end && (!begins || count_words(text, name) > 1 ||
                                        has_capital_elsewhere(in, str_slice(text, name)));
    return is ? str_slice(text, name) : (str){NULL, 0};
}

static bearer bearer_named(const paper *in, span subject, size_t sentence, size_t back);

/* The subject of the sentence before. */
static bearer bearer_before(const paper *in, size_t sentence, size_t back) {
    if (sentence == 0 || back == 0) {
        return NOBODY;
    }
    span before = in->sentences[sentence - 1];
    return bearer_named(in, clause_subject(in->is->text, before, true), sentence - 1, back - 1);
}

/* "Gray's gun": who it is of, and what. */
static bool is_possessed(const paper *in, span subject, bearer *out) {
    str text = in->is->text;
    for (size_t at = subject.begin + 1; at + 2 < subject.end; at++) {
        bool straight = text.data[at] == '\'' && text.data[at + 1] == 's';
        bool curled = str_starts(str_slice(text, (span){at, subject.end}), STR("’s"));
        if ((straight || curled) && at + 4 < subject.end) {
            out->name = name_at_end(in, (span){subject.begin, at});
            return true;
        }
    }
    return false;
}

static bearer bearer_named(const paper *in, span subject, size_t sentence, size_t back) {
    str text = in->is->text, first = {NULL, 0}, last = {NULL, 0};
    size_t pos = subject.begin, count = 0;
    bool of = false;
    for (str word = next_word(text, subject, &pos); word.data != NULL;
         word = next_word(text, subject, &pos)) {
        first = count++ == 0 ? word : first;
        last = word;
        of = of || str_equal(word, STR("of"));
    }
    bearer out = NOBODY;
    if (count == 0 || of) {
        return NOBODY;
    }
    if (count == 1 && clause_is_pronoun(first)) {
        span earlier = {in->sentences[sentence].begin, subject.begin};
        str name = name_at_end(in, clause_subject(text, earlier, true));
        if (name.size == 0) {
            return bearer_before(in, sentence, back);
        }
        out.name = name;
        return out;
    }
    if (count > 1 && ascii_has_word(STR("his her its their"), first)) {
        return (bearer){bearer_before(in, sentence, back).name, last};
    }
    if (is_possessed(in, subject, &out)) {
        out.thing = last;
        return out;
    }
    out.name = name_at_end(in, subject);
    if (out.name.size == 0 && ascii_has_word(STR("the this that"), first) &&
        (is_person_noun(last) || str_equal(last, STR("old")))) { /* "the 23-year-old" */
        return bearer_before(in, sentence, back);
    }
    return out;
}

/* --- of a number ------------------------------------------------------------------------------ */

/* "Qeshm island, home to 120,000 people": the name before the comma, with a word of what it is. */
static str in_apposition(const paper *in, span part, size_t at) {
    enum { WORDS_BETWEEN = 5 };
    str text = in->is->text;
    size_t comma = at;
    while (comma > part.begin && text.data[comma] != ',' && text.data[comma] != ';') {
        comma--;
    }
    span between = {comma + 1, at};
    size_t pos = between.begin, count = 0;
    str first = next_word(text, between, &pos);
    bool begins = text.data[comma] == ',' && ascii_has_word(STR("a an the home"), first);
    for (str word = first; word.data != NULL && begins; word = next_word(text, between, &pos)) {
        begins = ++count <= WORDS_BETWEEN && !clause_is_verb(word);
    }
    if (!begins) {
        return (str){NULL, 0};
    }
    str name = name_at_end(in, (span){part.begin, comma});
    size_t end = comma;
    while (name.size == 0 && end > part.begin && !ascii_is_space(text.data[end - 1])) {
        end--;
    }
    return name.size > 0 || end <= part.begin ? name : name_at_end(in, (span){part.begin, end - 1});
}

bearer bearer_of(const dossier *self, const claim *of, size_t at) {
    const paper *in = &self->papers[of->document];
    size_t sentence = sentence_place(in, at);
    if (sentence >= in->sentence_count) {
        return NOBODY;
    }
    span part = {in->sentences[sentence].begin, at};
    part.begin = of->where.begin > part.begin ? of->where.begin : part.begin;
    str name = in_apposition(in, part, at);
    if (name.size > 0) {
        return (bearer){.name = name};
    }
    return bearer_named(in, clause_subject(in->is->text, part, false), sentence, SENTENCES_BACK);
}

/* --- two of them ------------------------------------------------------------------------------ */

static bool is_acronym(str name) {
    bool is = name.size > 1;
    for (size_t i = 0; i < name.size && is; i++) {
        is = !(name.data[i] >= 'a' && name.data[i] <= 'z') && name.data[i] != ' ';
    }
    return is;
}

/* Names that have no word in common, and of which none may be short for the other. */
static bool are_two(str a, str b) {
    size_t pos = 0;
    span whole = {0, a.size}, where;
    if (a.size == 0 || b.size == 0 || is_acronym(a) || is_acronym(b)) {
        return false;
    }
    for (str word = next_word(a, whole, &pos); word.data != NULL;
         word = next_word(a, whole, &pos)) {
        if (word.size > 2 && find_name(b, (span){0, b.size}, word, &where)) {
            return false;
        }
    }
    return true;
}

/* Whether the one is of a thing that the other claim does not speak of. */
static bool is_of_another_thing(const dossier *self, bearer x, const claim *b, bearer y) {
    str there = self->papers[b->document].is->text;
    span where;
    return x.thing.size > 0 && y.thing.size == 0 && y.name.size > 0 &&
           !find_name(there, sentence_at(&self->papers[b->document], b->where.begin), x.thing,
                      &where);
}

bool bearers_differ(const dossier *self, const claim *a, bearer x, const claim *b, bearer y) {
    return are_two(x.name, y.name) || is_of_another_thing(self, x, b, y) ||
           is_of_another_thing(self, y, a, x);
}
