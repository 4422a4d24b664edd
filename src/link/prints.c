#include "link/prints.h"

#include "base/hash_sort.h"
#include "base/vec.h"

/* The least weight of a run to be a fingerprint. */
static const float RUN_WEIGHT = 5;

static int by_hash(const void *a, const void *b) {
    const print *x = a;
    const print *y = b;
    return x->hash != y->hash ? (x->hash > y->hash) - (x->hash < y->hash)
                              : (x->place > y->place) - (x->place < y->place);
}

static bool rarer(const print *a, const print *b) {
    return a->weight != b->weight ? a->weight > b->weight : a->hash < b->hash;
}

prints prints_sparse(terms words, size_t run, size_t window, float least, arena *into) {
    VEC(print) runs = {0};
    VEC(print) kept = {0};
    for (size_t i = 0; i + run <= words.count; i++) {
        const terms part = terms_slice(words, i, i + run);
        const float weight = terms_weight(part);
        if (weight >= least) {
            vec_push(&runs, (print){terms_hash(part), (uint32_t)i, weight});
        }
    }
    for (size_t i = 0; i < runs.count; i++) {
        /* the window that ends here; of equal hashes the last */
        const size_t begin = i + 1 >= window ? i + 1 - window : 0;
        size_t rarest = begin;
        for (size_t k = begin; k <= i; k++) {
            rarest = rarer(&runs.items[rarest], &runs.items[k]) ? rarest : k;
        }
        const bool full = i + 1 >= window || i + 1 == runs.count;
        const print *chosen = &runs.items[rarest];
        if (full && (kept.count == 0 || kept.items[kept.count - 1].place != chosen->place)) {
            vec_push(&kept, *chosen);
        }
    }
    hash_sort(kept.items, kept.count, sizeof *kept.items, by_hash);
    const prints out = {arena_copy(into, kept.items, kept.count * sizeof *kept.items), kept.count};
    vec_free(&runs);
    vec_free(&kept);
    return out;
}

prints prints_of(terms words, arena *into) {
    return prints_sparse(words, PRINT_RUN, PRINT_WINDOW, RUN_WEIGHT, into);
}
