/* Dates as pages write them. */
#ifndef READ_HTML_DATE_H
#define READ_HTML_DATE_H

#include "base/str.h"

#include <stdbool.h>

enum { HTML_DATE_SIZE = 11 }; /* "2019-11-19" and 0 */

/* The first date that begins in `text`, as YYYY-MM-DD: one in numbers, the year first; or with the
 * name of a month in one of the languages that pages here are in; or in numbers with the day first,
 * where points part them. What is 5/6/2019 nobody knows. False where there is none. The day is the
 * one that is written, in whatever time zone. */
bool html_date_read(str text, char out[HTML_DATE_SIZE]);

/* The date in a path: /2019/11/19/. */
bool html_date_of_url(str url, char out[HTML_DATE_SIZE]);

#endif
