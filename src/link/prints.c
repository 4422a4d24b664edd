#include "link/prints.h"

#include "base/vec.h"

#include <stdlib.h>

/* The least weight of a run to be a fingerprint, and to be a key. */
static const float RUN_WEIGHT = 5;
static const float KEY_WEIGHT = 7;

static int by_hash(const void *a, const void *b) {
    const print *x = a;
    const print *y = b;
    return x->hash != y->hash ? (x->hash > y->hash) - (x->hash < y->hash)
                              : (x->place > y->place) - (x->place < y->place);
}

static bool rarer(const print *a, const print *b) {
    return a->weight != b->weight ? a->weight > b->weight : a->hash < b->hash;
}

prints prints_of(terms words, arena *into) {
    VEC(print) runs = {0};
    VEC(print) kept = {0};
    for (size_t i = 0; i + PRINT_RUN <= words.count; i++) {
        const terms run = terms_slice(words, i, i + PRINT_RUN);
        if (terms_weight(run) >= RUN_WEIGHT) {
            const float weight = terms_weight(run);
            vec_push(&runs, (print){terms_hash(run), (uint32_t)i, weight, weight >= KEY_WEIGHT});
        }
    }
    for (size_t i = 0; i < runs.count; i++) {
        /* the window that ends here; of equal hashes the last */
        const size_t begin = i + 1 >= PRINT_WINDOW ? i + 1 - PRINT_WINDOW : 0;
        size_t rarest = begin;
        for (size_t k = begin; k <= i; k++) {
            rarest = rarer(&runs.items[rarest], &runs.items[k]) ? rarest : k;
        }
        const bool full = i + 1 >= PRINT_WINDOW || i + 1 == runs.count;
        const print *chosen = &runs.items[rarest];
        if (full && (kept.count == 0 || kept.items[kept.count - 1].place != chosen->place)) {
            vec_push(&kept, *chosen);
        }
    }
    if (kept.count > 1) {
        qsort(kept.items, kept.count, sizeof *kept.items, by_hash);
    }
    const prints out = {arena_copy(into, kept.items, kept.count * sizeof *kept.items), kept.count};
    vec_free(&runs);
    vec_free(&kept);
    return out;
}
