/* When a statement was made: which of the dates in the text are its own, not those of what is
 * talked about. */
#ifndef RESOLVE_STATEMENT_DATE_H
#define RESOLVE_STATEMENT_DATE_H

#include "resolve/dates.h"
#include "resolve/scene.h"

/* The expression nearest to the cue of relation `i` that tells when it was made, or NULL: outside
 * all contents, in its sentence, and no part of what happened at another time. */
const date_expression *statement_date(const scene *self, const dates *all, size_t i);

/* The same for any other sentence that tells of the occasion. */
const date_expression *sentence_date(const scene *self, const dates *all, word_range sentence,
                                     size_t level);

/* Writes the value into `date` of relation `i`, and tells the step. */
void statement_date_take(scene *self, const dates *all, size_t i, const date_expression *from);

#endif
