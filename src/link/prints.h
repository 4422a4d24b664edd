/* Fingerprints of a document: of its runs of a few words, those that stand for their neighbours.
 *
 * Winnowing (Schleimer, Wilkerson, Aiken 2003) keeps of every PRINT_WINDOW runs one after the other
 * the rarest, of such the one with the least hash, so two documents that share PRINT_RUN +
 * PRINT_WINDOW - 1 words share a fingerprint, wherever these stand. Runs of common words
 * (link/rarity.h) are no fingerprints. */
#ifndef LINK_PRINTS_H
#define LINK_PRINTS_H

#include "link/terms.h"

enum { PRINT_RUN = 3, PRINT_WINDOW = 3 };

typedef struct {
    uint64_t hash;
    uint32_t place; /* of its first word */
    float weight;   /* of the words */
} print;

typedef struct {
    const print *items; /* by hash, then place */
    size_t count;
} prints;

/* The items are in the arena. */
prints prints_of(terms words, arena *into);

/* The same of runs of `run` words of at least so much weight, one of every `window`. */
prints prints_sparse(terms words, size_t run, size_t window, float weight, arena *into);

#endif
