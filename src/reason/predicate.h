/* What a claim says of what it is about: its main verbs. */
#ifndef REASON_PREDICATE_H
#define REASON_PREDICATE_H

#include "reason/dossier.h"

typedef enum {
    PREDICATES_NONE, /* neither has a main verb of the other: "boarded and seized", "had sighted" */
    PREDICATES_ONE,  /* one has: "they locked him up", "he is locked up in a prison that they built"
                      */
    PREDICATES_BOTH,
    PREDICATES_UNKNOWN /* none could be found */
} predicates_shared;

/* Which of two claims has a main verb of the other, or one that tells of the same. */
predicates_shared share_predicate(const dossier *self, const claim *a, const claim *b);

#endif
