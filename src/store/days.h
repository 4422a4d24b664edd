/* Days as words of the full-text index, so that a range of days is a handful of words.
 *
 * A day '2031-04-02' has the words D20 D203 D2031 D203104 D20310402: its century and so on. What
 * is known of a month or year alone counts as its first day. */
#ifndef STORE_DAYS_H
#define STORE_DAYS_H

#include "base/buf.h"
#include "base/str.h"

#include <sqlite3.h>
#include <stdbool.h>

/* Days as one number: 20310402. */
typedef int day_number;

/* What has words: the years from 1000 to 2999, so that `since then` is few. The first day, and the
 * one after the last. */
enum { DAY_FIRST = 10000101, DAY_END = 30000101 };

/* Reads '2031-04-02', '2031-04' or '2031', the first day that is meant; false where it is none. */
bool day_read(str text, day_number *out);

/* Whether it is such a day, or one with a time behind it, as 2031-04-02T08:00Z has. */
bool day_is_told(str text);

/* The words of a day; nothing where it has none. */
void day_put_words(buf *out, day_number day);

/* The words that together every day from `from` to before `until` has one of, apart by `between`.
 * Returns how many. */
size_t days_put_range(buf *out, day_number from, day_number until, str between);

/* Gives a connection the SQL functions
 *
 *     day_number(TEXT)   a day as a number; 0 where it is none
 *     days(INTEGER)      the words of such a number
 */
int days_register(sqlite3 *connection);

#endif
