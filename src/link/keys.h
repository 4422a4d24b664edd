/* The keys that an excerpt offers: excerpts that share one are candidates for a link.
 *
 * Runs of three words, or of five common ones, find what was quoted; pairs of the heaviest words,
 * rare words, names and numbers among them, what was told in other words; and the whole excerpt
 * what is short. What is too common to be a key is told by the fixed table alone (link/rarity.h).
 */
#ifndef LINK_KEYS_H
#define LINK_KEYS_H

#include "link/excerpts.h"

/* No excerpt has more. */
enum { KEYS_HEAVIEST = 8, KEYS_MOST = 2 * EXCERPT_WORDS + KEYS_HEAVIEST * KEYS_HEAVIEST + 1 };

/* Puts the excerpt's keys into `out`, which has room for KEYS_MOST; returns how many. A key may be
 * there twice. */
size_t keys_of(const excerpt *self, uint64_t *out);

#endif
