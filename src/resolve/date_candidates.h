/* Which days a date means, seen from the day on which it was written: the last ones that fit, or
 * the next. */
#ifndef RESOLVE_DATE_CANDIDATES_H
#define RESOLVE_DATE_CANDIDATES_H

#include "resolve/date_chart.h"
#include "resolve/dates.h"

typedef struct {
    date_value value, other, around; /* as of a date_mention */
    date_direction direction;
    bool weekday_wrong;
} date_candidates;

/* `hint`: which way the words around it point, for where the text leaves it open; DATE_GIVEN where
 * they do not. A `written` of several
 * days gives a value only if each of them gives the same. */
date_candidates date_candidates_of(const date_grammar *grammar, const date_match *match,
                                   date_value written, date_direction hint);

#endif
