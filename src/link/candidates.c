#include "link/candidates.h"

#include <stdlib.h>

static int compare_numbers(uint64_t a, uint64_t b) {
    return (a > b) - (a < b);
}

static int by_key(const void *a, const void *b) {
    const keyed *x = a;
    const keyed *y = b;
    const int order = compare_numbers(x->key, y->key);
    return order != 0 ? order : compare_numbers(x->thing, y->thing);
}

static int by_pair(const void *a, const void *b) {
    const candidate *x = a;
    const candidate *y = b;
    const int order = compare_numbers(x->a, y->a);
    return order != 0 ? order : compare_numbers(x->b, y->b);
}

/* One entry for each thing: a key that is twice in it pairs it no oftener. */
static size_t once_each(keyed *of, size_t count) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || of[kept - 1].thing != of[i].thing) {
            of[kept++] = of[i];
        }
    }
    return kept;
}

static void pair_up(const keyed *of, size_t count, const uint32_t *group, candidate_vec *out) {
    for (size_t j = 1; j < count; j++) {
        for (size_t i = 0; i < j && i < FELLOWS; i++) {
            if (group[of[i].thing] != group[of[j].thing]) {
                vec_push(out, (candidate){of[i].thing, of[j].thing, 1});
            }
        }
    }
}

void candidates_find(keyed_vec *keys, const uint32_t *group, candidate_vec *out) {
    if (keys->count > 1) {
        qsort(keys->items, keys->count, sizeof *keys->items, by_key);
    }
    for (size_t begin = 0, end = 0; begin < keys->count; begin = end) {
        while (end < keys->count && keys->items[end].key == keys->items[begin].key) {
            end++;
        }
        keyed *same = &keys->items[begin];
        pair_up(same, once_each(same, end - begin), group, out);
    }
    if (out->count > 1) {
        qsort(out->items, out->count, sizeof *out->items, by_pair);
    }
    size_t kept = 0;
    for (size_t i = 0; i < out->count; i++) {
        const candidate *each = &out->items[i];
        if (kept == 0 || out->items[kept - 1].a != each->a || out->items[kept - 1].b != each->b) {
            out->items[kept++] = *each;
        } else {
            out->items[kept - 1].shared++;
        }
    }
    out->count = kept;
}
