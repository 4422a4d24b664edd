/* How rare a word is, by a fixed table of English (data/link/rarity.txt), and whether it negates or
 * hedges (data/link/modality.txt).
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
    lexicon tenths; /* of the rarity, by word */
    lexicon modality;
} rarity;

/* Of a word that is in no table: ln(documents / 2). */
#define RARITY_MOST 7.1F

void rarity_open(rarity *self);
void rarity_close(rarity *self);

/* ln(documents / documents that have it); `word` is normalized as in link/terms.h. */
float rarity_of(const rarity *self, str word);

/* 'n' for a negation, 'h' for a hedge, else 0. */
char rarity_modality(const rarity *self, str word);

#endif
