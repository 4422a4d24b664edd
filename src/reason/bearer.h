/* Whom or what a number is told of: who scored, whose gun, which city has so many people. */
#ifndef REASON_BEARER_H
#define REASON_BEARER_H

#include "reason/dossier.h"

typedef struct {
    str name;  /* empty: nobody is named, or it cannot be told who */
    str thing; /* "gun" of "Gray's gun"; empty: the name itself bears it */
} bearer;

/* Of a number at `at`, in a claim: what stands in apposition before it ("Bandar Abbas, a city of
 * 500,000"), else the subject of its clause. A pronoun and "the rookie" are the subject of the
 * sentence before. */
bearer bearer_of(const dossier *self, const claim *of, size_t at);

/* Whether they are plainly two: then their numbers may differ. */
bool bearers_differ(const dossier *self, const claim *a, bearer x, const claim *b, bearer y);

#endif
