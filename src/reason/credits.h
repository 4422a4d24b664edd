/* Whom a page credits with a claim: outlets, people between, and the speaker. */
#ifndef REASON_CREDITS_H
#define REASON_CREDITS_H

#include "base/vec.h"
#include "reason/dossier.h"

typedef enum {
    CREDIT_OUTLET, /* an outlet or platform that it is said to come from or through */
    CREDIT_OWN,    /* the page's own outlet: an earlier page of it is meant, if there is one */
    CREDIT_LINK,   /* words that lead to a page, and name nobody */
    CREDIT_SOURCE, /* somebody who says that the speaker said it */
    CREDIT_SPEAKER
} credit_kind;

typedef struct {
    credit_kind kind;
    str name;
    span where;                  /* in the text; empty where it stands in a field */
    str words;                   /* what stands in the field; data NULL where it is in the text */
    str url;                     /* of a link over the words; data NULL: none */
    const hearsay_statement *by; /* whose speaker it is; NULL of outlets */
} credit;

typedef VEC(credit) credit_list;

/* Adds the credits of a claim, from what is nearest to the page to the speaker: of what somebody is
 * only told to think, want or see, to whoever says so of them. False where nobody is said to have
 * uttered it. */
bool credits_of(const dossier *self, const claim *of, credit_list *out);

#endif
