/* Pages to which the words of a claim lead. */
#ifndef REASON_CREDIT_LINKS_H
#define REASON_CREDIT_LINKS_H

#include "reason/credits.h"

/* Adds the links in the sentences of a claim and of its source, before those who speak. `is`: the
 * statement that it is of, or NULL. */
void credit_links(const paper *in, const claim *of, const hearsay_statement *is, credit_list *out);

#endif
