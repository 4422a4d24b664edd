/* The best local alignment of two passages, word by word.
 *
 * Smith and Waterman's method with Gotoh's affine gaps (1982), as QUOTUS (Niculae et al. 2015) and
 * passim (Smith et al. 2015) use it to compare quotations and reprints. Time and memory go with the
 * product of the two lengths, so callers bound them, or go from a place on that both have. */
#ifndef LINK_ALIGN_H
#define LINK_ALIGN_H

#include "link/terms.h"

#include <stddef.h>
#include <stdint.h>

/* Words [begin, end) of a passage. */
typedef struct {
    size_t begin, end;
} word_span;

/* Two words that stand for each other, by their places in the passages. */
typedef struct {
    uint32_t a, b;
    uint8_t same; /* PAIR_... */
} word_pair;

enum { PAIR_OTHER, PAIR_STEM, PAIR_WORD };

/* Both spans are empty where nothing matches. */
typedef struct {
    word_span a, b;   /* from the first matching word to the last */
    word_pair *pairs; /* in order; borrowed from the aligner until its next use */
    size_t count;
    size_t words; /* pairs that are PAIR_WORD */
    size_t score;
} alignment;

/* Scratch memory, for one thread. All zero is a new one. */
typedef struct {
    int32_t *rows;  /* scores of the last row: the best, and with a gap in `a` */
    uint8_t *steps; /* [a][b] */
    size_t *ends;   /* of align_through: where the steps of a row end, and its first column */
    word_pair *pairs;
    size_t row_capacity, step_capacity, end_capacity, pair_capacity;
} aligner;

void aligner_free(aligner *self);

/* Neither passage has more than UINT32_MAX words. */
alignment align_terms(aligner *self, terms a, terms b);

/* The best alignment that goes through the place between two words of each, which are the first
 * behind it; of documents of any length. Either way it is given up where it has lost more than it
 * is likely to win again, and it does not leave the place by more than some dozen words, so time
 * and memory go with its length (in the manner of BLAST's gapped extensions, Altschul et al. 1997).
 */
alignment align_through(aligner *self, terms a, terms b, size_t in_a, size_t in_b);

#endif
