/* Which documents have what they say from each other: reprints, pages that only cite another one,
 * and one outlet under several names. */
#ifndef REASON_FOLDS_H
#define REASON_FOLDS_H

#include "reason/evidence.h"

typedef struct {
    size_t into;     /* the document that stands for it, perhaps itself */
    const char *why; /* for people; NULL where it stands for itself */
    bool ordered;    /* the one that it is folded into came first */
} fold;

/* Folds the documents of claims that report the same: `claims` [count], those of one document side
 * by side. A document that only cites others does so in all of its claims. `folds` [documents of
 * the dossier] is set for these documents alone. */
void fold_claims(const dossier *self, const claim *const *claims, size_t count, arena *into,
                 fold *folds);

/* Whether one has the other's text, or most of the shorter one's is in the other. */
bool is_copy(const dossier *in, size_t a, size_t b);

/* Which of two copies the other one is likely taken from: what the copies credit, as linking found
 * (that is what is told of a document, too), else the earlier one; REASON_ALL: nothing tells. */
size_t original_of_copies(const dossier *in, size_t a, size_t b);

#endif
