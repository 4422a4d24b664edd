#include "reason/wording.h"

#include "base/size.h"
#include "reason/conflicts.h"
#include "reason/in_order.h"
#include "reason/names.h"
#include "reason/predicate.h"
#include "reason/reporting.h"
#include "reason/same_claim.h"

/* Of the words of the shorter one, so many are in the other one in their order; of a few, more. */
#define MOST 0.7F
#define NEARLY_ALL 0.8F
enum { FEW_WORDS = 8, WORDS_LEAST = 5, SHARED_LEAST = 3 };

/* Of a sentence of two quotations, if it is one. */
#define VERBATIM 0.85F
#define SENTENCE_WEIGHT 10.0F
enum {
    SENTENCE_WORDS = 8,
    UNMARKED_WORDS = 10 /* no mark stands by it, or it is far behind one */
};

/* What is no clause, and so long that nobody else has these words by chance. */
#define VERY_WORDS 15.0F

/* How alike they are otherwise, in the weights of their words: what all texts have in common, "the
 * ... of the ... in", is none of these. */
#define COMMON_LEAST 9.0F
#define BESIDES_NAMES 3.0F /* "he was the Lantern" is said of many */
#define OF_LIGHTER 0.7F
#define OF_HEAVIER 0.5F

/* What is named by one of them alone, of what both name. */
#define ELSE_NAMED 0.34F

/* A part of what is held against another one: a whole claim, or a sentence of it. */
typedef struct {
    const paper *in;
    span where;
} passage;

static size_t shared_in_order(const word_row *own, passage other) {
    word_row words = {.count = 0};
    word_row_add(&words, other.in->is->text, other.where);
    return words_in_order(own, &words);
}

/* What is no clause with the words before it that tell it, where these are in its sentence. */
static span told_with(const dossier *self, const claim *of) {
    const hearsay_statement *is = statement_of(self, of);
    const paper *in = &self->papers[of->document];
    if (of->full || is == NULL || is->cue.count == 0) {
        return of->where;
    }
    const span cue = hull(is->cue);
    bool before = cue.begin < of->where.begin &&
                  sentence_place(in, cue.begin) == sentence_place(in, of->where.begin);
    return before ? (span){cue.begin, of->where.end} : of->where;
}

static bool is_most(size_t shared, size_t of) {
    const float least = of < FEW_WORDS ? NEARLY_ALL : MOST;
    return of >= WORDS_LEAST && (float)shared >= least * (float)of;
}

/* Whether the words are most of a passage, or that most of them; the shorter one counts. */
static bool is_in(const word_row *own, passage other) {
    size_t theirs = count_words(other.in->is->text, other.where);
    return is_most(shared_in_order(own, other), size_least(own->count, theirs));
}

/* The part of a sentence that lies in a claim; false: none does. */
static bool clip(const paper *in, size_t sentence, span whole, span *out) {
    *out = in->sentences[sentence];
    out->begin = size_greatest(out->begin, whole.begin);
    out->end = size_least(out->end, whole.end);
    return out->begin < out->end;
}

/* Whether the words are in one of the sentences of a claim. */
static bool is_in_sentence(const dossier *self, const word_row *own, const claim *other) {
    const paper *in = &self->papers[other->document];
    const span whole = told_with(self, other);
    span each;
    for (size_t i = sentence_place(in, whole.begin);
         i < in->sentence_count && clip(in, i, whole, &each); i++) {
        if (is_in(own, (passage){in, each})) {
            return true;
        }
    }
    return false;
}

/* --- names ------------------------------------------------------------------------------------ */

/* Whether one names hardly anything that the other does not: "Englishman". */
static bool names_are_alike(const gist *a, const gist *b) {
    float both = 0, one = 0, other = 0;
    for (gist_walk at = {.a = a, .b = b}; gist_step(&at);) {
        float *into = at.y == NULL ? &one : at.x == NULL ? &other : &both;
        const gist_word *word = at.x != NULL ? at.x : at.y;
        *into += word != NULL && is_rare_name(word) ? word->weight : 0;
    }
    float least = one < other ? one : other;
    return least <= ELSE_NAMED * both;
}

/* Whether a word of the speaker's name stands in the passage. */
static bool is_named_in(str name, passage other) {
    str text = other.in->is->text;
    size_t pos = 0;
    for (str word = next_word(name, (span){0, name.size}, &pos); word.data != NULL;
         word = next_word(name, (span){0, name.size}, &pos)) {
        enum { INITIAL = 2 };
        span found;
        if (word.size > INITIAL && begins_with_capital(word) &&
            find_name(text, other.where, word, &found)) {
            return true;
        }
    }
    return false;
}

/* Whether a claim that is none of itself is told of one speaker. */
static bool are_of_one_speaker(const dossier *self, const claim *a, const claim *b) {
    const hearsay_statement *x = statement_of(self, a), *y = statement_of(self, b);
    if (x != NULL && y != NULL) {
        return is_one_speaker(self, a, b);
    }
    const claim *own = x != NULL ? b : a;
    const hearsay_statement *is = x != NULL ? x : y;
    const paper *in = &self->papers[own->document];
    return is != NULL && is_named_in(plain(is->speaker), (passage){in, own->where});
}

/* --- all -------------------------------------------------------------------------------------- */

/* What stands between single marks counts as told in the page's words, but is quoted. */
static bool begins_with_mark(str text, span part) {
    str rest = str_slice(text, part);
    return str_starts(rest, STR("'")) || str_starts(rest, STR("‘"));
}

static bool is_quoted(const dossier *self, const claim *of) {
    const hearsay_statement *is = statement_of(self, of);
    return is != NULL ? is->type != HEARSAY_INDIRECT ||
                            begins_with_mark(self->papers[of->document].is->text, of->where)
                      : of->quoted;
}

static bool are_quoted(const dossier *self, const claim *a, const claim *b) {
    return is_quoted(self, a) && is_quoted(self, b);
}

static bool negates(passage in) {
    return part_has(in.in->is->text, in.where, NEGATES);
}

static bool is_one_wording(const word_row *own, passage sentence, passage other, size_t words) {
    size_t least = size_least(own->count, count_words(other.in->is->text, other.where));
    return least >= words && (float)shared_in_order(own, other) >= VERBATIM * (float)least &&
           negates(sentence) == negates(other);
}

/* Whether one of the sentences of a claim has the wording of that one. */
static bool has_sentence(const dossier *self, const claim *of, passage sentence, size_t words) {
    const paper *in = &self->papers[of->document];
    word_row own = {.count = 0};
    span each;
    word_row_add(&own, sentence.in->is->text, sentence.where);
    for (size_t i = sentence_place(in, of->where.begin);
         i < in->sentence_count && clip(in, i, of->where, &each); i++) {
        if (is_one_wording(&own, sentence, (passage){in, each}, words)) {
            return true;
        }
    }
    return false;
}

bool shares_sentence(const dossier *self, const claim *a, const claim *b) {
    const paper *in = &self->papers[a->document];
    const bool marked = is_quoted(self, b), told = b->statement != NO_STATEMENT;
    span each;
    if (!is_quoted(self, a) || (told && !marked) || a->question || b->question ||
        gist_common(&a->words, &b->words, true) < SENTENCE_WEIGHT) {
        return false;
    }
    for (size_t i = sentence_place(in, a->where.begin);
         i < in->sentence_count && clip(in, i, a->where, &each); i++) {
        if (has_sentence(self, b, (passage){in, each}, marked ? SENTENCE_WORDS : UNMARKED_WORDS)) {
            return true;
        }
    }
    return false;
}

/* Whether what the asked one mainly says is in the other one, too, and no clause that it has
 * besides: what "the firm, which builds bridges" does is not that it is bought. */
static bool is_main_in(const dossier *self, const claim *asked, const claim *other,
                       const overlap *shared) {
    if (asked->full && other->full) {
        const predicates_shared verbs = share_predicate(self, asked, other);
        const bool inner = asked->words.weight <= other->words.weight;
        float unused;
        return gist_common_besides_names(&asked->words, &other->words, &unused) >= BESIDES_NAMES &&
               verbs != PREDICATES_NONE &&
               (inner || shared->of_heavier >= OF_LIGHTER ||
                (verbs == PREDICATES_BOTH && shared->of_heavier >= OF_HEAVIER) ||
                are_of_one_speaker(self, asked, other));
    }
    return (are_dated_alike(self, asked, other) || are_quoted(self, asked, other)) &&
           are_of_one_speaker(self, asked, other);
}

static bool may_be_alike(const dossier *self, const claim *a, const claim *b,
                         const overlap *shared) {
    return !a->question && !b->question && shared->words >= SHARED_LEAST &&
           shared->common >= COMMON_LEAST && shared->of_lighter >= OF_LIGHTER &&
           !counts_differ(self, a, b) && !are_of_two_stages(self, a, b) &&
           names_are_alike(&a->words, &b->words);
}

/* What is no clause, and by whomever it is told: so much of it that nobody has these words by
 * chance, and more than names. */
static bool are_very_words(const dossier *self, const claim *lighter, const claim *heavier) {
    float unused;
    word_row own = {.count = 0};
    word_row_add(&own, self->papers[lighter->document].is->text, lighter->where);
    const passage there = {&self->papers[heavier->document], heavier->where};
    return own.count >= SENTENCE_WORDS &&
           gist_common_besides_names(&lighter->words, &heavier->words, &unused) >= VERY_WORDS &&
           share_predicate(self, lighter, heavier) != PREDICATES_NONE &&
           (float)shared_in_order(&own, there) >= VERBATIM * (float)own.count;
}

bool is_worded_like(const dossier *self, const claim *asked, const claim *other) {
    const claim *lighter = asked->words.weight <= other->words.weight ? asked : other;
    const claim *heavier = lighter == asked ? other : asked;
    const overlap shared = overlap_of(asked, other, true);
    if (!may_be_alike(self, asked, other, &shared)) {
        return false;
    }
    if (!is_main_in(self, asked, other, &shared)) {
        return !(asked->full && other->full) && are_very_words(self, lighter, heavier);
    }
    word_row own = {.count = 0};
    word_row_add(&own, self->papers[lighter->document].is->text, told_with(self, lighter));
    return is_in_sentence(self, &own, heavier) ||
           is_in(&own, (passage){&self->papers[heavier->document], told_with(self, heavier)});
}
