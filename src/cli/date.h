/* Dates as people read them. Those whose year is not known are written "--04-03" elsewhere. */
#ifndef CLI_DATE_H
#define CLI_DATE_H

#include "base/buf.h"

#include <stdbool.h>

/* "3 Apr" for "--04-03"; any other date as it is. */
void date_put(buf *out, str date);

/* The same for a cell that has room for one day: of days from one to another what both have in
 * common, "2031-04…" for "2031-04-07/2031-04-13", or the first year. */
void date_put_short(buf *out, str date);

/* Whether it is of a year more than ten years from now: likelier a slip than when something was
 * published. */
bool date_is_far(str date);

#endif
