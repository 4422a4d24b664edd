/* What was found out about a claim by itself: every pair of claims asks for it again. Each module
 * keeps its own here, and looks here first. */
#ifndef REASON_FACTS_H
#define REASON_FACTS_H

#include "reason/answers.h"
#include "reason/quantities.h"

typedef enum {
    FACT_ANSWER = 1,
    FACT_NEGATES = 2,
    FACT_CHANGES = 4,
    FACT_MISNAMED = 8,
    FACT_COUNTS = 16,
    FACT_VERBS = 32,
    FACT_SOURCE = 64,
    FACT_STANCE = 128
} fact;

enum { CLAIM_VERBS_MOST = 8 };

typedef struct {
    str items[CLAIM_VERBS_MOST];
    size_t count;
} verb_list;

struct claim_facts {
    unsigned known; /* facts ored: the others are still to be found */
    answer answer;
    bool negates, changes, misnamed;
    unsigned stance; /* see stance_of */
    counted counts;
    const verb_list *verbs;
    gist source; /* of the words that name who said it */
};

/* Whether a fact was known; from now on it is. */
static inline bool fact_is_known(const claim *of, fact which) {
    const bool known = (of->facts->known & which) != 0;
    of->facts->known |= which;
    return known;
}

#endif
