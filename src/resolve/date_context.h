/* What stands around a match: whether it is a date at all, and which way it points. */
#ifndef RESOLVE_DATE_CONTEXT_H
#define RESOLVE_DATE_CONTEXT_H

#include "resolve/date_chart.h"
#include "resolve/dates.h"

/* False for what looks like a date and is none: "$1996", "1,996", "2000 people", "in his twenties",
 * "May" as a name, "every Monday", a half that is written 1/2. */
bool date_context_allows(const date_chart *chart, str text, const date_match *match);

/* DATE_FUTURE after "will" and the like, DATE_PAST after "said"; else DATE_GIVEN. */
date_direction date_context_direction(const date_chart *chart, str text, const date_match *match);

#endif
