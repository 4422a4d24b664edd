#include "resolve/calendar.h"

enum { DAYS_OF_WEEK = 7, MONTHS = 12, DAYS_OF_400_YEARS = 146097, EPOCH = 719468 };

/* Division that rounds down, also below 0. */
static int floor_div(int a, int b) {
    return a / b - (a % b < 0);
}

static bool leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int calendar_month_length(int year, int month) {
    static const int length[MONTHS] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return length[month - 1] + (month == 2 && leap(year));
}

bool calendar_valid(int year, int month, int day) {
    return year >= YEAR_FIRST && year <= YEAR_LAST && month >= 1 && month <= MONTHS && day >= 1 &&
           day <= calendar_month_length(year, month);
}

/* Years begin in March here, so that the leap day is the last one and months have a regular length:
 * day 0 is March 1 of the year 0. */
day_number calendar_day(int year, int month, int day) {
    year += floor_div(month - 1, MONTHS);
    month -= floor_div(month - 1, MONTHS) * MONTHS;
    int from_march = (month + 9) % MONTHS;
    year -= month <= 2;
    int leaps = floor_div(year, 4) - floor_div(year, 100) + floor_div(year, 400);
    return year * 365 + leaps + (153 * from_march + 2) / 5 + day - 1 - EPOCH;
}

civil_date calendar_civil(day_number day) {
    int from_zero = day + EPOCH;
    int cycle = floor_div(from_zero, DAYS_OF_400_YEARS);
    int in_cycle = from_zero - cycle * DAYS_OF_400_YEARS;
    int year = (in_cycle - in_cycle / 1460 + in_cycle / 36524 - in_cycle / 146096) / 365;
    int in_year = in_cycle - (365 * year + year / 4 - year / 100);
    int from_march = (5 * in_year + 2) / 153;
    int month = from_march < 10 ? from_march + 3 : from_march - 9;
    return (civil_date){cycle * 400 + year + (month <= 2), month,
                        in_year - (153 * from_march + 2) / 5 + 1};
}

int calendar_weekday(day_number day) {
    int from_monday = (day + THURSDAY) % DAYS_OF_WEEK; /* 1970-01-01 was a Thursday */
    return from_monday < 0 ? from_monday + DAYS_OF_WEEK : from_monday;
}

day_number calendar_monday(day_number day) {
    return day - calendar_weekday(day);
}

day_number calendar_add_months(day_number day, int months) {
    civil_date date = calendar_civil(day);
    int month = date.month + months;
    day_number first = calendar_day(date.year, month, 1);
    day_number last = calendar_day(date.year, month + 1, 1) - 1;
    day_number same = first + date.day - 1;
    return same < last ? same : last;
}

day_number calendar_nth_weekday(int year, int month, int weekday, int n) {
    if (n > 0) {
        day_number first = calendar_day(year, month, 1);
        int to = (weekday - calendar_weekday(first) + DAYS_OF_WEEK) % DAYS_OF_WEEK;
        return first + to + (n - 1) * DAYS_OF_WEEK;
    }
    day_number last = calendar_day(year, month + 1, 1) - 1;
    int back = (calendar_weekday(last) - weekday + DAYS_OF_WEEK) % DAYS_OF_WEEK;
    return last - back + (n + 1) * DAYS_OF_WEEK;
}

/* The Gregorian computus: the Sunday after the paschal full moon, which is counted from the golden
 * number with the century's corrections for leap years and for the moon. */
day_number calendar_easter(int year) {
    int golden = year % 19;
    int century = year / 100;
    int moon_shift = century - century / 4 - (8 * century + 13) / 25;
    int epact = (moon_shift + 19 * golden + 15) % 30;
    int full_moon = epact - (epact == 29 || (epact == 28 && golden > 10));
    day_number moon = calendar_day(year, 3, 21) + full_moon;
    return calendar_monday(moon) + SUNDAY + (calendar_weekday(moon) == SUNDAY ? DAYS_OF_WEEK : 0);
}

day_number calendar_first_week(int year) {
    return calendar_monday(calendar_day(year, 1, 4));
}
