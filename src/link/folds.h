/* Documents in an order of their own, with those folded together that are the same but for their
 * ids: a thousand copies of one document are linked as one. */
#ifndef LINK_FOLDS_H
#define LINK_FOLDS_H

#include "link/link.h"

typedef struct {
    size_t *order;   /* the documents' places, by the hashes of their ids */
    size_t *same_as; /* [document] the first in that order that is the same, or itself */
    bool *copied;    /* [document] whether another is the same as it */
} folds;

/* All in the arena. Of documents with one id, that of the lesser text comes first. */
folds folds_of(const link_document *documents, size_t count, arena *into);

#endif
