/* The way by which a claim reached a page. */
#ifndef REASON_CHAIN_H
#define REASON_CHAIN_H

#include "reason/credits.h"
#include "reason/evidence.h"

typedef enum {
    ORIGIN_UNKNOWN,
    ORIGIN_IN_STORE,
    ORIGIN_NAMED,
    ORIGIN_NOT_GIVEN,
    ORIGIN_NOT_SAID /* what the page tells of somebody's mind: nobody is said to have uttered it */
} chain_origin;

enum {
    MARK_CIRCLE = 1,
    MARK_ANONYMOUS = 2,
    MARK_MISSING = 4,
    MARK_DATES = 8,
    MARK_UNSURE = 16 /* it may be no statement at all */
};

typedef struct {
    evidence_list steps;
    size_t *papers; /* [paper_count] the pages, from the one that is asked about to the origin */
    size_t paper_count;
    str outlet; /* the last outlet that is credited and has no page here; data NULL: none */
    chain_origin origin;
    unsigned marks; /* MARK_... ored */
} chain;

/* Everything is in the arena, but for the steps: see evidence_keep. */
void chain_follow(const dossier *self, const claim *from, arena *into, chain *out);

#endif
