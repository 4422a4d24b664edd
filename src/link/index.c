#include "link/index.h"

#include <stdlib.h>
#include <xxhash.h>

/* Runs of so many words, of which one in RUN_WINDOW is kept: so two texts that share RUN_WORDS +
 * RUN_WINDOW - 1 words share a key, unless these are common ones. */
enum { RUN_WORDS = 5, RUN_WINDOW = 8 };
static const float RUN_WEIGHT = 9;

/* Pairs of the heaviest words of an excerpt. */
enum { HEAVY = 5 };
static const float PAIR_WEIGHT = 9;

/* The uppermost bit of a key tells which it is. */
typedef enum { KEY_PAIR = 0, KEY_RUN = 1 } key_kind;

typedef VEC(uint32_t) key_vec;

static void put(key_vec *to, key_kind kind, uint64_t a, uint64_t b) {
    const uint64_t both[] = {a, b};
    const uint64_t hash = XXH3_64bits_withSeed(both, sizeof both, kind);
    vec_push(to, (uint32_t)kind << 31 | (uint32_t)(hash >> 33));
}

/* One run in common says more than a pair of words: names that all the news is about. */
int link_key_strength(uint32_t key) {
    return key >> 31 == KEY_RUN ? 2 : 1;
}

/* Runs of words of the whole text. */
static void put_runs(const linkable *self, key_vec *to) {
    const prints of =
        prints_sparse(self->copied.words, RUN_WORDS, RUN_WINDOW, RUN_WEIGHT, self->memory);
    for (size_t i = 0; i < of.count; i++) {
        put(to, KEY_RUN, of.items[i].hash, 0);
    }
}

static void put_pairs(const excerpt *of, key_vec *to) {
    bag_item items[HEAVY];
    const size_t count = bag_heaviest(of->stems, HEAVY, items);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < i; j++) {
            const uint64_t a = items[i].stem;
            const uint64_t b = items[j].stem;
            if (items[i].weight + items[j].weight >= PAIR_WEIGHT) {
                put(to, KEY_PAIR, a < b ? a : b, a < b ? b : a);
            }
        }
    }
}

static int by_number(const void *a, const void *b) {
    const uint32_t x = *(const uint32_t *)a;
    const uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

void index_keys(linkable *self) {
    key_vec all = {0};
    put_runs(self, &all);
    for (size_t i = 0; i < self->parts.count; i++) {
        put_pairs(&self->parts.items[i], &all);
    }
    if (all.count > 1) {
        qsort(all.items, all.count, sizeof *all.items, by_number);
    }
    size_t kept = 0;
    for (size_t i = 0; i < all.count; i++) {
        if (kept == 0 || all.items[kept - 1] != all.items[i]) {
            all.items[kept++] = all.items[i];
        }
    }
    self->found_by = arena_copy(self->memory, all.items, kept * sizeof *all.items);
    self->found_by_count = kept;
    vec_free(&all);
}
