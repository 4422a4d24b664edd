/* When a statement was made: which of the dates in the text are its own, not those of what is
 * talked about. */
#ifndef RESOLVE_STATEMENT_DATE_H
#define RESOLVE_STATEMENT_DATE_H

#include "resolve/date_features.h"

/* Finds the date that the words of relation `i` and the sentences next to it give for it, writes it
 * into its `date` and tells the step; does nothing where none is likely. */
void find_statement_date(scene *self, const dates *all, const possible_dates *dated, size_t i);

#endif
