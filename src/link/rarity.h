/* How rare a word is, by a fixed table of English (data/link/rarity.txt), and whether it negates,
 * hedges or counts (data/link/modality.txt).
 *
 * What is common is never told from the documents that are linked: else a link would depend on what
 * else a store holds, and on when it was made. */
#ifndef LINK_RARITY_H
#define LINK_RARITY_H

#include "base/lexicon.h"
#include "base/str.h"

#include <stdbool.h>

/* The tables as read; built once, then shared by threads. */
typedef struct {
    lexicon words; /* what is known of each, in one number: one look-up a word */
} rarity;

/* Of a word that is in no table: ln(documents / 2). */
#define RARITY_MOST 7.1F

void rarity_open(rarity *self);
void rarity_close(rarity *self);

typedef struct {
    float weight;  /* ln(documents / documents that have it) */
    char modality; /* 'n' a negation, 'h' a hedge, 'c' a count, 's' a word of saying, else 0 */
} word_rarity;

/* `word` is normalized as in link/terms.h. */
word_rarity rarity_of(const rarity *self, str word);

#endif
