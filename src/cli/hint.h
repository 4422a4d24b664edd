/* What may have been meant by a query that found nothing. */
#ifndef CLI_HINT_H
#define CLI_HINT_H

#include "cli/console.h"

/* Words of other search programs' languages that are looked for as words here. `typed` is the
 * query. */
void hint_of_query(console *to, const char *typed);

#endif
