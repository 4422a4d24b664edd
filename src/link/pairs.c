/* Statements of two documents: candidates, comparison, judgement. */
#include "link/linking.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Candidates that share less of the lighter excerpt's weight are not compared. */
static const float SHARED_LEAST = 0.2F;

/* A key that many excerpts of one document have would make as many pairs as their number squared:
 * so beyond the first of each document, all are paired with these alone. Where hundreds have it,
 * these are fewer. */
enum { FELLOWS = 16, CROWD = 200, FELLOWS_OF_CROWD = 2 };

/* --- candidates ------------------------------------------------------------------------------- */

static size_t same_until(const keyed_vec *of, size_t at) {
    size_t end = at;
    while (end < of->count && of->items[end].key == of->items[at].key) {
        end++;
    }
    return end;
}

static void put_pairs(const keyed *a, size_t count_a, const keyed *b, size_t count_b, bool within,
                      excerpt_pair_vec *out) {
    const size_t first = count_a + count_b > CROWD ? FELLOWS_OF_CROWD : FELLOWS;
    for (size_t i = 0; i < count_a; i++) {
        const size_t end = i < first || count_b < first ? count_b : first;
        for (size_t j = 0; j < end; j++) {
            if (!within || a[i].place < b[j].place) {
                vec_push(out, (excerpt_pair){a[i].place, b[j].place});
            }
        }
    }
}

static int by_places(const void *a, const void *b) {
    const excerpt_pair *x = a;
    const excerpt_pair *y = b;
    return x->a != y->a ? (x->a > y->a) - (x->a < y->a) : (x->b > y->b) - (x->b < y->b);
}

static bool overlap(const excerpt *a, const excerpt *b) {
    const span x = excerpt_span(a, 0, a->words.count);
    const span y = excerpt_span(b, 0, b->words.count);
    return a->statement == b->statement || (x.begin < y.end && y.begin < x.end);
}

static bool worth_comparing(const excerpt *a, const excerpt *b, bool within) {
    return !(within && overlap(a, b)) && bag_common(a->stems, b->stems).weight >=
                                             SHARED_LEAST * fminf(a->stems.weight, b->stems.weight);
}

void pairs_find(const linkable *a, const linkable *b, excerpt_pair_vec *out) {
    for (size_t i = 0, j = 0; i < a->keys.count && j < b->keys.count;) {
        const uint64_t x = a->keys.items[i].key;
        const uint64_t y = b->keys.items[j].key;
        const size_t end_a = x <= y ? same_until(&a->keys, i) : i;
        const size_t end_b = y <= x ? same_until(&b->keys, j) : j;
        if (x == y) {
            put_pairs(&a->keys.items[i], end_a - i, &b->keys.items[j], end_b - j, a == b, out);
        }
        i = end_a;
        j = end_b;
    }
    if (out->count > 1) {
        qsort(out->items, out->count, sizeof *out->items, by_places);
    }
    size_t kept = 0;
    for (size_t i = 0; i < out->count; i++) {
        const excerpt_pair each = out->items[i];
        const bool first = i == 0 || by_places(&out->items[i], &out->items[i - 1]) != 0;
        if (first && worth_comparing(&a->parts.items[each.a], &b->parts.items[each.b], a == b)) {
            memmove(&out->items[kept++], &out->items[i], sizeof each);
        }
    }
    out->count = kept;
}

/* --- judgement -------------------------------------------------------------------------------- */

typedef struct {
    excerpt_pair of;
    float confidence;
    bool quoted; /* both */
} scored;

typedef struct {
    linking *with;
    const linkable *a, *b;
    float story;
    VEC(scored) likely;
    VEC(link_pair) made;
} judging;

float pairs_story(const linkable *a, const linkable *b) {
    return bag_similarity(a->parts.about, b->parts.about);
}

static comparison compared(judging *self, excerpt_pair of) {
    return compare(&self->with->scratch, &self->a->parts.items[of.a], &self->b->parts.items[of.b],
                   self->story);
}

static void judge(judging *self, excerpt_pair of) {
    const comparison found = compared(self, of);
    const weights *judgement = &self->with->with->judgement;
    const float confidence = weights_judge(judgement, &found);
    if (confidence >= judgement->least) {
        vec_push(&self->likely, (scored){of, confidence, found.quoted == QUOTED_BOTH});
    }
}

/* The sentences of an excerpt that `words` of it stand in. */
static span whole_sentences(const linkable *of, const excerpt *in, word_span words) {
    const copied_text *text = &of->copied;
    const size_t first = terms_after(text->words, in->words.items[0].where.begin);
    const uint32_t *sentence = &text->sentence[first];
    while (words.begin > 0 && sentence[words.begin - 1] == sentence[words.begin]) {
        words.begin--;
    }
    while (words.end < in->words.count && sentence[words.end] == sentence[words.end - 1]) {
        words.end++;
    }
    return excerpt_span(in, words.begin, words.end);
}

void pairs_spans(const linkable *a, const linkable *b, excerpt_pair of, const comparison *found,
                 span *in_a, span *in_b) {
    const excerpt *x = &a->parts.items[of.a];
    const excerpt *y = &b->parts.items[of.b];
    const bool told = found->quoted == QUOTED_NEITHER;
    const alignment *aligned = &found->aligned;
    *in_a = told ? whole_sentences(a, x, aligned->a) : excerpt_span(x, 0, x->words.count);
    *in_b = told ? whole_sentences(b, y, aligned->b) : excerpt_span(y, 0, y->words.count);
}

static void put_pair(judging *self, const scored *of) {
    const comparison found = compared(self, of->of);
    const excerpt *a = &self->a->parts.items[of->of.a];
    const excerpt *b = &self->b->parts.items[of->of.b];
    link_pair made = {.a = a->statement,
                      .b = b->statement,
                      .kind = compare_kind(&found, a, b),
                      .flags = compare_flags(&found, a, b),
                      .confidence = of->confidence};
    pairs_spans(self->a, self->b, of->of, &found, &made.in_a, &made.in_b);
    vec_push(&self->made, made);
}

/* A pair is kept if it is likely, or if neither end has a likelier partner in the other document:
 * who says two things alike says each of them but once. A quotation may be in several there, a part
 * in each. */
static void keep_best(judging *self, arena *scratch) {
    const scored *pairs = self->likely.items;
    const size_t count = self->likely.count;
    const float beside = self->with->with->judgement.beside;
    float *best_a = arena_array(scratch, float, self->a->parts.count);
    float *best_b = arena_array(scratch, float, self->b->parts.count);
    for (size_t i = 0; i < count; i++) {
        best_a[pairs[i].of.a] = fmaxf(best_a[pairs[i].of.a], pairs[i].confidence);
        best_b[pairs[i].of.b] = fmaxf(best_b[pairs[i].of.b], pairs[i].confidence);
    }
    for (size_t i = 0; i < count; i++) {
        const scored *each = &pairs[i];
        const float best = fmaxf(best_a[each->of.a], best_b[each->of.b]);
        if (each->quoted || each->confidence >= beside || each->confidence >= best) {
            put_pair(self, each);
        }
    }
}

size_t pairs_judge(linking *self, const linkable *a, const linkable *b, const excerpt_pair_vec *of,
                   arena *into, const link_pair **out) {
    judging all = {.with = self, .a = a, .b = b, .story = pairs_story(a, b)};
    for (size_t i = 0; i < of->count; i++) {
        judge(&all, of->items[i]);
    }
    keep_best(&all, into);
    const size_t count = all.made.count;
    *out = arena_copy(into, all.made.items, count * sizeof **out);
    vec_free(&all.likely);
    vec_free(&all.made);
    return count;
}

const char *link_kind_name(link_kind kind) {
    static const char *const names[] = {"identical", "truncated", "elided",
                                        "edited",    "partial",   "paraphrase"};
    return names[kind];
}
