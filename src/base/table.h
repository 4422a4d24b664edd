/* Tables of words that are built in: sorted text, a line an entry, a word and behind a tab what is
 * said of it. Lines at the top that begin with # tell what the table is.
 *
 * It is asked by bisection in the text itself, so nothing is read at the start, and nothing kept.
 */
#ifndef BASE_TABLE_H
#define BASE_TABLE_H

#include "base/str.h"

#include <stdbool.h>

/* Whether the table has the word. `*value`, which may be NULL, is what is said of it, perhaps
 * nothing; it is a part of `table`. */
bool table_find(str table, str word, str *value);

#endif
