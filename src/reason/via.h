/* Outlets and platforms through which a statement is said to have been made. */
#ifndef REASON_VIA_H
#define REASON_VIA_H

#include "reason/credits.h"

/* Adds the `via` of a statement, but for outlets that its text merely mentions: "the mother of a
 * Harbour Radio host", "an investor in the Gazette". */
void credit_via(const paper *in, const hearsay_statement *of, credit_list *out);

/* Whether a word is of what an outlet prints or sends: "interview", "column". */
bool is_piece(str word);

#endif
