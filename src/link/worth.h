/* What two words are worth to an alignment, in one place for those that align. */
#ifndef LINK_WORTH_H
#define LINK_WORTH_H

#include "link/align.h"

/* What a pair of words is worth, and what a gap costs: its first word and each further one. A
 * common word tells less than a rare one, but still binds its neighbours. */
enum { RARE = 4, COMMON = 2, STEM = 2, OTHER = -2, GAP_FIRST = 3, GAP_NEXT = 1 };
static const float RARE_FROM = 1.5F;

/* How a cell was reached; the gaps have their own way back. */
enum { FROM_NOTHING, FROM_PAIR, FROM_A, FROM_B, FROM = 3, A_GOES_ON = 4, B_GOES_ON = 8 };

static inline uint8_t likeness(const term *a, const term *b) {
    return a->word == b->word ? PAIR_WORD : a->stem == b->stem ? PAIR_STEM : PAIR_OTHER;
}

static inline int32_t worth(const term *a, const term *b) {
    switch (likeness(a, b)) {
    case PAIR_WORD:
        return a->weight >= RARE_FROM ? RARE : COMMON;
    case PAIR_STEM:
        return STEM;
    default:
        return OTHER;
    }
}

#endif
