/* The second half of linking statements: comparison, judgement, the best of each two documents. */
#include "link/join.h"

#include <math.h>
#include <stdlib.h>

typedef struct {
    uint32_t a, b; /* excerpts */
    uint32_t document_a, document_b;
    float confidence;
    bool quoted; /* both */
} scored;

typedef struct {
    const weights *with;
    join *of;
    VEC(scored) judged;
    VEC(link_pair) made;
} judging;

static void judge(judging *self, uint32_t a, uint32_t b) {
    const comparison found = join_compare(self->of, a, b);
    const float confidence = weights_judge(self->with, &found);
    if (confidence >= self->with->least) {
        const uint32_t *group = self->of->group.items;
        vec_push(&self->judged,
                 (scored){a, b, group[a], group[b], confidence, found.quoted == QUOTED_BOTH});
    }
}

static void judge_all(judging *self) {
    const join *of = self->of;
    for (size_t i = 0; i < of->pairs.count; i++) {
        judge(self, of->pairs.items[i].a, of->pairs.items[i].b);
    }
    for (uint32_t i = 0; i < of->excerpts.count; i++) {
        if (of->same.copied[of->excerpts.items[i].document]) {
            judge(self, i, i);
        }
    }
}

static int by_documents(const void *a, const void *b) {
    const scored *x = a;
    const scored *y = b;
    const uint32_t left[] = {x->document_a, x->document_b, x->a, x->b};
    const uint32_t right[] = {y->document_a, y->document_b, y->a, y->b};
    for (size_t i = 0; i < 4; i++) {
        if (left[i] != right[i]) {
            return left[i] < right[i] ? -1 : 1;
        }
    }
    return 0;
}

static void put_pair(judging *self, const scored *of) {
    const comparison found = join_compare(self->of, of->a, of->b);
    const excerpt *a = &self->of->excerpts.items[of->a];
    const excerpt *b = &self->of->excerpts.items[of->b];
    const link_kind kind = compare_kind(&found, a, b);
    word_span in_a = {0, a->words.count};
    word_span in_b = {0, b->words.count};
    if (kind == LINK_PARTIAL) {
        in_a = found.aligned.a;
        in_b = found.aligned.b;
    }
    const link_end from = {a->document, a->statement, excerpt_span(a, in_a.begin, in_a.end)};
    const link_end to = {b->document, b->statement, excerpt_span(b, in_b.begin, in_b.end)};
    vec_push(&self->made, (link_pair){from, to, kind, compare_flags(&found, a, b), of->confidence});
}

/* A pair of two documents is kept if it is likely, or if neither end has a likelier partner in the
 * other document: who says two things alike says each of them but once. A quotation may be in
 * several there, a part in each. */
static void keep_best(judging *self, const scored *pairs, size_t count, float *best) {
    for (size_t i = 0; i < count; i++) {
        best[pairs[i].a] = fmaxf(best[pairs[i].a], pairs[i].confidence);
        best[pairs[i].b] = fmaxf(best[pairs[i].b], pairs[i].confidence);
    }
    for (size_t i = 0; i < count; i++) {
        const scored *each = &pairs[i];
        if (each->quoted || each->confidence >= self->with->beside ||
            each->confidence >= fmaxf(best[each->a], best[each->b])) {
            put_pair(self, each);
        }
    }
    for (size_t i = 0; i < count; i++) {
        best[pairs[i].a] = best[pairs[i].b] = 0;
    }
}

static void keep_all(judging *self, arena *into) {
    scored *pairs = self->judged.items;
    const size_t count = self->judged.count;
    float *best = arena_array(into, float, self->of->excerpts.count);
    if (count > 1) {
        qsort(pairs, count, sizeof *pairs, by_documents);
    }
    for (size_t begin = 0, end = 0; begin < count; begin = end) {
        while (end < count && pairs[end].document_a == pairs[begin].document_a &&
               pairs[end].document_b == pairs[begin].document_b) {
            end++;
        }
        keep_best(self, pairs + begin, end - begin, best);
    }
}

links link_statements(const linker *self, const link_document *documents, size_t count,
                      arena *into) {
    arena *memory = arena_new();
    join found;
    join_open(&found, self, documents, count, memory);
    judging all = {.with = &self->judgement, .of = &found};
    judge_all(&all);
    keep_all(&all, memory);
    const links out = {arena_copy(into, all.made.items, all.made.count * sizeof *all.made.items),
                       all.made.count,
                       arena_copy(into, found.same.same_as, count * sizeof(size_t))};
    vec_free(&all.judged);
    vec_free(&all.made);
    join_close(&found);
    arena_free(memory);
    return out;
}

const char *link_kind_name(link_kind kind) {
    static const char *const names[] = {"identical", "truncated", "elided",
                                        "edited",    "partial",   "paraphrase"};
    return names[kind];
}
