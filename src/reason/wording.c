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

/* How alike they are otherwise, in the weights of their words: what all texts have in common, "the
 * ... of the ... in", is none of these. */
#define COMMON_LEAST 9.0F
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

/* Whether the words are in one of the sentences of a claim. */
static bool is_in_sentence(const dossier *self, const word_row *own, const claim *other) {
    const paper *in = &self->papers[other->document];
    const span whole = told_with(self, other);
    for (size_t i = sentence_place(in, whole.begin); i < in->sentence_count; i++) {
        span each = in->sentences[i];
        each.begin = size_greatest(each.begin, whole.begin);
        each.end = size_least(each.end, whole.end);
        if (in->sentences[i].begin >= whole.end) {
            return false;
        }
        if (each.begin < each.end && is_in(own, (passage){in, each})) {
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

static bool are_quoted(const dossier *self, const claim *a, const claim *b) {
    const hearsay_statement *x = statement_of(self, a), *y = statement_of(self, b);
    return x != NULL && y != NULL && x->type != HEARSAY_INDIRECT && y->type != HEARSAY_INDIRECT;
}

/* Whether what the asked one mainly says is in the other one, too, and no clause that it has
 * besides: what "the firm, which builds bridges" does is not that it is bought. */
static bool is_main_in(const dossier *self, const claim *asked, const claim *other,
                       const overlap *shared) {
    if (asked->full && other->full) {
        const predicates_shared verbs = share_predicate(self, asked, other);
        const bool inner = asked->words.weight <= other->words.weight;
        return verbs != PREDICATES_NONE &&
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

bool is_worded_like(const dossier *self, const claim *asked, const claim *other) {
    const claim *lighter = asked->words.weight <= other->words.weight ? asked : other;
    const claim *heavier = lighter == asked ? other : asked;
    const overlap shared = overlap_of(asked, other, true);
    if (!may_be_alike(self, asked, other, &shared) || !is_main_in(self, asked, other, &shared)) {
        return false;
    }
    word_row own = {.count = 0};
    word_row_add(&own, self->papers[lighter->document].is->text, told_with(self, lighter));
    return is_in_sentence(self, &own, heavier) ||
           is_in(&own, (passage){&self->papers[heavier->document], told_with(self, heavier)});
}
