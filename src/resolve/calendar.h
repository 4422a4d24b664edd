/* Civil dates: the Gregorian calendar, also for the days before it was in use.
 *
 * A day is a number: days since 1970-01-01, negative before. Months count from 1, weekdays from
 * Monday, which is 0. All functions are pure; years may be 1 to 9999. */
#ifndef RESOLVE_CALENDAR_H
#define RESOLVE_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

typedef int32_t day_number;

/* Beyond every day: an end that is open, or a day that is not known. */
#define DAY_BEFORE_ALL INT32_MIN
#define DAY_AFTER_ALL INT32_MAX

enum { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };
enum { YEAR_FIRST = 1, YEAR_LAST = 9999 };

typedef struct {
    int year, month, day;
} civil_date;

/* 28 to 31. */
int calendar_month_length(int year, int month);

/* Whether there is such a day, from the year 1 to 9999. */
bool calendar_valid(int year, int month, int day);

/* `month` may lie outside 1..12: it runs on into the years before and after. `day` may be any. */
day_number calendar_day(int year, int month, int day);

civil_date calendar_civil(day_number day);

/* MONDAY to SUNDAY. */
int calendar_weekday(day_number day);

/* The Monday of the week that the day lies in. */
day_number calendar_monday(day_number day);

/* So many months on (or back, if negative); the 31st becomes the last day of a shorter month. */
day_number calendar_add_months(day_number day, int months);

/* The `n`th such weekday of the month, from 1; from the month's end if negative: -1 is the last. */
day_number calendar_nth_weekday(int year, int month, int weekday, int n);

/* Easter Sunday of the western churches. */
day_number calendar_easter(int year);

/* The Monday of the first week of the year, which is that of January 4 (ISO 8601). */
day_number calendar_first_week(int year);

#endif
