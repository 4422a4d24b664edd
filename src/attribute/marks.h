/* Quotation marks belong to what they enclose. */
#ifndef ATTRIBUTE_MARKS_H
#define ATTRIBUTE_MARKS_H

#include "segment/segment.h"

/* Widens the run [*first, *last) of the window's `count` pieces to the double quotation marks that
 * it touches from within: to both where both stand at its edges, or to the one whose partner it
 * holds already, where no more than a full stop or the like is between, too. */
void take_in_marks(const piece *pieces, size_t count, size_t *first, size_t *last);

#endif
