/* The keys that an excerpt offers: excerpts that share one are candidates for a link.
 *
 * Runs of three words, or of five common ones, find what was quoted; pairs of the heaviest words,
 * rare words, names and numbers among them, what was told in other words; and the whole excerpt
 * what is short. What is too common to be a key is told by the fixed table alone (link/rarity.h).
 */
#ifndef LINK_KEYS_H
#define LINK_KEYS_H

#include "base/vec.h"
#include "link/excerpts.h"

/* No excerpt has more. */
enum { KEYS_HEAVIEST = 8, KEYS_MOST = 2 * EXCERPT_WORDS + KEYS_HEAVIEST * KEYS_HEAVIEST + 1 };

/* Puts the excerpt's keys into `out`, which has room for KEYS_MOST; returns how many. A key may be
 * there twice. */
size_t keys_of(const excerpt *self, uint64_t *out);

/* A key, and the place of the excerpt that has it. */
typedef struct {
    uint64_t key;
    uint32_t place;
} keyed;

typedef VEC(keyed) keyed_vec;

/* The keys of all of a document's excerpts, by key and then place, each once for an excerpt. */
void keys_of_all(excerpts of, keyed_vec *out);

#endif
