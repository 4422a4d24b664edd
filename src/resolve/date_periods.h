/* Whole days, weeks, months, years as values, moves by them, and their parts.
 *
 * What would lie outside the years 1 to 9999 is DATE_UNKNOWN, or has a day that is. */
#ifndef RESOLVE_DATE_PERIODS_H
#define RESOLVE_DATE_PERIODS_H

#include "resolve/calendar.h"
#include "resolve/dates.h"

/* As the words of [UNIT] are numbered. */
enum {
    UNIT_DAY,
    UNIT_WEEK,
    UNIT_MONTH,
    UNIT_QUARTER,
    UNIT_YEAR,
    UNIT_DECADE,
    UNIT_CENTURY,
    UNIT_WEEKEND,
    UNIT_FORTNIGHT,
    UNIT_WORKWEEK
};

date_value period_day(day_number day);

/* DATE_UNKNOWN if the last day comes before the first. */
date_value period_range(day_number first, day_number last);

/* `count` months from the one given; a DATE_MONTH or DATE_YEAR where it is just that. */
date_value period_months(int year, int month, int count);

/* DATE_UNKNOWN if there is no such day. */
date_value period_civil(int year, int month, int day);

/* The whole week, month, ... that is `count` after the one in which the day lies. */
date_value period_unit(day_number day, int unit, int count);

/* So many days, weeks, months, ... on, or back. */
day_number period_move(day_number day, int unit, int count);

/* Months that a unit is made of; 0 if it is made of days. */
int period_unit_months(int unit);

/* The first (-1), middle (0) or last (1) part. Of a month: half of it, or its days 10 to 20. Of a
 * week: till Wednesday, from Thursday, or what is between its ends. Of all else a third. */
date_value period_part(date_value period, int part);

#endif
