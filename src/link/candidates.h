/* Pairs of things that share a key.
 *
 * A key that many share would make as many pairs as their number squared. So beyond the first
 * FELLOWS that have it, in the order of their numbers, each is paired with these alone: the pairs
 * grow with the number of things, all are still tied together, and which pairs there are depends on
 * the set of things and not on the order in which they came, so long as their numbers do not. */
#ifndef LINK_CANDIDATES_H
#define LINK_CANDIDATES_H

#include "base/vec.h"

#include <stdint.h>

enum { FELLOWS = 16 };

typedef struct {
    uint64_t key;
    uint32_t thing; /* its number */
} keyed;

typedef VEC(keyed) keyed_vec;

typedef struct {
    uint32_t a, b;   /* a < b */
    uint32_t shared; /* keys that made them a pair */
} candidate;

typedef VEC(candidate) candidate_vec;

/* Puts the pairs into `out`, in order, each once, leaving out those of one `group` (an array by the
 * numbers of things). Sorts `keys`. */
void candidates_find(keyed_vec *keys, const uint32_t *group, candidate_vec *out);

#endif
