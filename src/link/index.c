#include "link/index.h"

#include <stdlib.h>
#include <xxhash.h>

/* Runs of so many words, of which one in RUN_WINDOW is kept: so two texts that share RUN_WORDS +
 * RUN_WINDOW - 1 words share a key, unless these are common ones. */
enum { RUN_WORDS = 5, RUN_WINDOW = 10 };
static const float RUN_WEIGHT = 11;

/* The same of a quotation that is too short to have some of the whole text's for sure. */
enum { SHORT_WORDS = 3, SHORT_WINDOW = 2, SHORT_MOST = RUN_WORDS + RUN_WINDOW - 1 };
static const float SHORT_WEIGHT = 7;

/* Pairs of the heaviest words of an excerpt, of so much weight together. */
enum { HEAVY = 5 };
static const float PAIR_WEIGHT = 9;

/* Different kinds of key are never the same. */
typedef enum { KEY_PAIR, KEY_RUN } key_kind;

typedef VEC(uint32_t) key_vec;

static void put(key_vec *to, key_kind kind, uint64_t a, uint64_t b) {
    const uint64_t both[] = {a, b};
    vec_push(to, (uint32_t)(XXH3_64bits_withSeed(both, sizeof both, kind) >> 32));
}

/* Runs of words of the whole text. */
static void put_runs(const linkable *self, key_vec *to) {
    const prints of =
        prints_sparse(self->copied.words, RUN_WORDS, RUN_WINDOW, RUN_WEIGHT, self->memory);
    for (size_t i = 0; i < of.count; i++) {
        put(to, KEY_RUN, of.items[i].hash, 0);
    }
}

static void put_short(const linkable *self, const excerpt *of, key_vec *to) {
    if (!of->quoted || of->words.count >= SHORT_MOST) {
        return;
    }
    const prints runs =
        prints_sparse(of->words, SHORT_WORDS, SHORT_WINDOW, SHORT_WEIGHT, self->memory);
    for (size_t i = 0; i < runs.count; i++) {
        put(to, KEY_RUN, runs.items[i].hash, 0);
    }
}

/* Whether one of two words stands next to the other somewhere: then they are a name, or a phrase,
 * and say no more than one word does. */
static bool are_neighbours(const excerpt *in, uint64_t a, uint64_t b) {
    for (size_t i = 1; i < in->words.count; i++) {
        const uint64_t first = in->words.items[i - 1].stem;
        const uint64_t second = in->words.items[i].stem;
        if ((first == a && second == b) || (first == b && second == a)) {
            return true;
        }
    }
    return false;
}

static void put_pairs(const excerpt *of, key_vec *to) {
    bag_item items[HEAVY];
    const size_t count = bag_heaviest(of->stems, HEAVY, items);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < i; j++) {
            const uint64_t a = items[i].stem;
            const uint64_t b = items[j].stem;
            if (items[i].weight + items[j].weight >= PAIR_WEIGHT && !are_neighbours(of, a, b)) {
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
        put_short(self, &self->parts.items[i], &all);
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
