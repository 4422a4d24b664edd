/* The items of lists, as they stand in plain text. */
#ifndef SEGMENT_LISTS_H
#define SEGMENT_LISTS_H

#include "base/str.h"

#include <stdbool.h>

/* Past the mark of an item at `at`, and the blanks after it; `at` if there is none. A mark is
 * a bullet, a dash, or a number of one or two digits with a full stop or parenthesis. */
size_t past_list_mark(str text, size_t at, size_t end);

/* Whether an item begins at `at`, where a line does, up to `end`. `before` is the paragraph that
 * would go on there: a dash or a number may be part of its sentence. */
bool begins_list_item(str text, span before, size_t at, size_t end);

#endif
