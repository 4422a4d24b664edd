/* The first folds of the keys that many have.
 *
 * A key pairs its first folds alone with all that have it, so who is none of these need not know
 * the others. Of a common key the first are kept in memory, that not all who have it are listed for
 * each document with that key. All of it may be forgotten at any time. */
#ifndef STORE_COMMONS_H
#define STORE_COMMONS_H

#include "base/vec.h"
#include "link/link.h"

#include <stdbool.h>
#include <stdint.h>

/* Those that are first, and the next one; and how many must have a key that it is kept. */
enum { COMMON_FOLDS = LINK_FELLOWS + 1, COMMON_LEAST = 64 };

typedef struct {
    uint32_t key;
    uint32_t folds[COMMON_FOLDS]; /* none is 0, but where there is no key */
} common_key;

typedef struct {
    VEC(common_key) keys; /* each where its hash says, or in one of the next free places */
    size_t count;
} commons;

/* NULL: it is not kept. */
common_key *commons_find(const commons *self, uint32_t key);

/* One that is not kept yet. */
void commons_put(commons *self, uint32_t key, const uint32_t *folds);

void commons_forget(commons *self);

#endif
