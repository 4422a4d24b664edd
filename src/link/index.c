#include "link/index.h"

#include <math.h>
#include <stdlib.h>
#include <xxhash.h>

/* Whether a key is enough alone (LINK_SURELY), or one of several, is told by its lowest bit. */
typedef enum { KEY_ONE, KEY_ALL } key_class;
enum { CLASS_MASK = 1 };

/* Runs of words within a sentence. Of every so many one is kept, and one at least: so two texts
 * that share a sentence, or WORDS + WINDOW - 1 words of one, share a key, unless these are common
 * ones. What a short run and another key have in common may be chance: one name, and another. */
typedef struct {
    size_t words, window;
    float weight; /* at least */
    key_class class;
} run_form;

static const run_form LONG_RUN = {8, 5, 15, KEY_ALL};
/* Of a quotation that may be too short for a long one. */
enum { SHORT_QUOTATION = 13 };
static const run_form QUOTED_RUN = {4, 2, 7, KEY_ONE};
/* Of any quotation, as its words may be common ones, and some of them changed. */
static const run_form QUOTED_THREE = {3, 1, 5, KEY_ONE};

/* So is a sentence: a whole one is a key if it has so many words and so much weight. A quotation
 * may be shorter and lighter: "Murderers out!" */
enum { SENTENCE_LEAST = 4, SENTENCE_MOST = 9 };
static const float SENTENCE_WEIGHT = 11;
static const float QUOTATION_WEIGHT = 6.5F;

/* Pairs of the heaviest words of an excerpt, of so much weight together, none of them a common
 * word: that a name stands beside such a one is chance. Nor do two words that stand beside each
 * other make a pair: "Ana Ortova" is one thing, not two, and pairs with what it is named with. */
enum { HEAVY = 8 };
static const float PAIR_WEIGHT = 9;
static const float PAIRED_WEIGHT = 2.5F;

static void put(found_by_list *to, key_class class, uint64_t a, uint64_t b) {
    const uint64_t both[] = {a, b};
    const uint32_t hash = (uint32_t)(XXH3_64bits_withSeed(both, sizeof both, class) >> 32);
    vec_push(to, (hash & ~(uint32_t)CLASS_MASK) | class);
}

unsigned link_key_worth(uint32_t key) {
    return (key & CLASS_MASK) == KEY_ALL ? LINK_SURELY : 1;
}

static void put_runs(terms words, run_form form, arena *scratch, found_by_list *to) {
    const prints of = prints_sparse(words, form.words, form.window, form.weight, scratch);
    for (size_t i = 0; i < of.count; i++) {
        put(to, form.class, of.items[i].hash, form.words);
    }
}

/* Of a sentence that is copied the same keys are kept, whatever stands around it. */
static void put_sentence(terms words, arena *scratch, found_by_list *to) {
    put_runs(words, LONG_RUN, scratch, to);
    if (words.count >= SENTENCE_LEAST && words.count <= SENTENCE_MOST &&
        terms_weight(words) >= SENTENCE_WEIGHT) {
        put(to, KEY_ALL, terms_hash(words), 0);
    }
}

static void put_sentences(const linkable *self, arena *scratch, found_by_list *to) {
    const terms words = self->copied.words;
    const uint32_t *sentence = self->copied.sentence;
    for (size_t begin = 0, end = 0; begin < words.count; begin = end) {
        while (end < words.count && sentence[end] == sentence[begin]) {
            end++;
        }
        put_sentence(terms_slice(words, begin, end), scratch, to);
    }
}

/* Whether the stems stand beside each other anywhere. */
static bool are_neighbours(terms words, uint64_t a, uint64_t b) {
    for (size_t i = 1; i < words.count; i++) {
        const uint64_t x = words.items[i - 1].stem;
        const uint64_t y = words.items[i].stem;
        if ((x == a && y == b) || (x == b && y == a)) {
            return true;
        }
    }
    return false;
}

static void put_pairs(const excerpt *of, found_by_list *to) {
    bag_item items[HEAVY];
    const size_t count = bag_heaviest(of->stems, HEAVY, items);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < i; j++) {
            const uint64_t a = items[i].stem;
            const uint64_t b = items[j].stem;
            if (items[i].weight + items[j].weight >= PAIR_WEIGHT &&
                fminf(items[i].weight, items[j].weight) >= PAIRED_WEIGHT &&
                !are_neighbours(of->words, a, b)) {
                put(to, KEY_ONE, a < b ? a : b, a < b ? b : a);
            }
        }
    }
}

static void put_quotation(terms words, arena *scratch, found_by_list *to) {
    put_runs(words, QUOTED_THREE, scratch, to);
    if (words.count <= SHORT_QUOTATION) {
        put_runs(words, QUOTED_RUN, scratch, to);
    }
    if (words.count <= SENTENCE_MOST && terms_weight(words) >= QUOTATION_WEIGHT) {
        put(to, KEY_ALL, terms_hash(words), 0);
    }
}

static void put_excerpt(const excerpt *of, arena *scratch, found_by_list *to) {
    if (of->quoted) {
        put_quotation(of->words, scratch, to);
    }
    put_pairs(of, to);
}

static int by_number(const void *a, const void *b) {
    const uint32_t x = *(const uint32_t *)a;
    const uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

void index_keys(const linkable *self, found_by_list *out) {
    arena *scratch = arena_new();
    vec_clear(out);
    put_sentences(self, scratch, out);
    for (size_t i = 0; i < self->parts.count; i++) {
        put_excerpt(&self->parts.items[i], scratch, out);
    }
    arena_free(scratch);
    if (out->count > 1) {
        qsort(out->items, out->count, sizeof *out->items, by_number);
    }
    size_t kept = 0;
    for (size_t i = 0; i < out->count; i++) {
        if (kept == 0 || out->items[kept - 1] != out->items[i]) {
            out->items[kept++] = out->items[i];
        }
    }
    out->count = kept;
}
