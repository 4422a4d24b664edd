#include "link/keys.h"

#include "base/hash_sort.h"

#include <xxhash.h>

enum { RUN = 3, LONG_RUN = 5 };
/* The least weight that a run or a pair must have to be a key. "He said on Monday" has
 * 4.2, "according to the" 2.6. */
static const float RUN_WEIGHT = 6;
static const float PAIR_WEIGHT = 6;

/* Different kinds of key are never the same. */
enum { KEY_RUN = 1, KEY_PAIR, KEY_WHOLE };

static uint64_t mixed(uint64_t kind, uint64_t a, uint64_t b) {
    const uint64_t both[] = {a, b};
    return XXH3_64bits_withSeed(both, sizeof both, kind);
}

static size_t put_runs(const excerpt *self, size_t run, uint64_t *out) {
    size_t count = 0;
    for (size_t i = 0; i + run <= self->words.count; i++) {
        const terms part = terms_slice(self->words, i, i + run);
        if (terms_weight(part) >= RUN_WEIGHT) {
            out[count++] = mixed(KEY_RUN, terms_hash(part), 0);
        }
    }
    return count;
}

static size_t put_pairs(const excerpt *self, uint64_t *out) {
    bag_item items[KEYS_HEAVIEST];
    const size_t most = bag_heaviest(self->stems, KEYS_HEAVIEST, items);
    size_t count = 0;
    for (size_t i = 0; i < most; i++) {
        for (size_t j = 0; j < i; j++) {
            if (items[i].weight + items[j].weight >= PAIR_WEIGHT) {
                const uint64_t a = items[i].stem;
                const uint64_t b = items[j].stem;
                out[count++] = mixed(KEY_PAIR, a < b ? a : b, a < b ? b : a);
            }
        }
    }
    return count;
}

size_t keys_of(const excerpt *self, uint64_t *out) {
    size_t count = put_runs(self, RUN, out);
    count += put_runs(self, LONG_RUN, out + count);
    count += put_pairs(self, out + count);
    out[count++] = mixed(KEY_WHOLE, terms_hash(self->words), 0);
    return count;
}

static int by_key(const void *a, const void *b) {
    const keyed *x = a;
    const keyed *y = b;
    return x->key != y->key ? (x->key > y->key) - (x->key < y->key)
                            : (x->place > y->place) - (x->place < y->place);
}

void keys_of_all(excerpts of, keyed_vec *out) {
    uint64_t own[KEYS_MOST];
    for (size_t i = 0; i < of.count; i++) {
        const size_t count = keys_of(&of.items[i], own);
        for (size_t k = 0; k < count; k++) {
            vec_push(out, (keyed){own[k], (uint32_t)i});
        }
    }
    hash_sort(out->items, out->count, sizeof *out->items, by_key);
    size_t kept = 0;
    for (size_t i = 0; i < out->count; i++) {
        if (kept == 0 || by_key(&out->items[kept - 1], &out->items[i]) != 0) {
            out->items[kept++] = out->items[i];
        }
    }
    out->count = kept;
}
