/* The first half of linking statements: excerpts, their keys, and the candidates for a link. */
#ifndef LINK_JOIN_H
#define LINK_JOIN_H

#include "link/candidates.h"
#include "link/compare.h"
#include "link/folds.h"
#include "link/linker.h"

typedef struct {
    folds same;
    VEC(excerpt) excerpts; /* of the documents that stand for themselves, by rank */
    VEC(uint32_t) group;   /* [excerpt] its document's rank, in the order of folds */
    bag *about;            /* [rank] the document's sketch */
    candidate_vec pairs;   /* of excerpts; those worth a comparison */
    aligner scratch;
} join;

/* Borrows the documents; what it allocates in the arena lives as long as that. */
void join_open(join *self, const linker *with, const link_document *documents, size_t count,
               arena *into);

void join_close(join *self);

/* Two excerpts, the lesser number first, so that it comes out the same whichever way it is asked.
 */
comparison join_compare(join *self, size_t a, size_t b);

#endif
