/* What binds dates: "since May", "from May to July". */
#ifndef RESOLVE_DATE_BOUNDS_H
#define RESOLVE_DATE_BOUNDS_H

#include "resolve/date_chart.h"
#include "resolve/dates.h"

/* A mention with its match, for those who ask again what it means. */
typedef struct {
    const date_match *match;
    date_mention *mention;
} bound_mention;

/* Makes the expressions of the mentions, which stand in their order. Where one date of two names
 * the year, the value of the other mention takes it over. */
void date_bounds(const date_grammar *grammar, const date_chart *chart, bound_mention *mentions,
                 size_t count, arena *into, dates *out);

#endif
