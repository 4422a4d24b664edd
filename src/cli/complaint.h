/* What is said of a query that makes no sense. */
#ifndef CLI_COMPLAINT_H
#define CLI_COMPLAINT_H

#include "cli/console.h"
#include "hearsay.h"

/* The message and, where the error tells a place in what was typed (may be NULL), that with a mark
 * under it. */
void complain_of_query(console *to, const char *typed, const hearsay_error *error);

#endif
