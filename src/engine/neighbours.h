/* Documents of a store that were read for reasoning, kept while one document after the other is
 * looked at: those around the next are mostly those around the last. Bounded in number and size. */
#ifndef ENGINE_NEIGHBOURS_H
#define ENGINE_NEIGHBOURS_H

#include "engine/stored.h"
#include "reason/reason.h"

/* A document as it was read; all of it lives as long as it is kept. */
typedef struct {
    int64_t key;
    arena *memory;
    hearsay_document *document;
    reason_document read; /* without copies, which depend on what else is there */
    uint64_t used;        /* the turn in which it was asked for last */
} neighbour;

typedef struct neighbours neighbours;

neighbours *neighbours_new(void);

/* NULL is allowed. */
void neighbours_free(neighbours *self);

/* The next document is looked at: what was kept for the ones before may go when there is no room.
 */
void neighbours_turn(neighbours *self);

/* What was read under the key; NULL: nothing. It is kept till the next turn. */
const neighbour *neighbours_find(neighbours *self, int64_t key);

/* Keeps what was read, and owns it from then on. */
const neighbour *neighbours_keep(neighbours *self, neighbour read);

void neighbour_free(neighbour *self);

#endif
