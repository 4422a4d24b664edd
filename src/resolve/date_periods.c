#include "resolve/date_periods.h"

enum { DAYS_OF_WEEK = 7, DAYS_OF_FORTNIGHT = 14, MONTHS = 12 };

static const date_value UNKNOWN = {DATE_UNKNOWN, 0, 0};

date_value period_day(day_number day) {
    return (date_value){DATE_DAY, day, day};
}

date_value period_range(day_number first, day_number last) {
    return first <= last ? (date_value){DATE_RANGE, first, last} : UNKNOWN;
}

date_value period_months(int year, int month, int count) {
    if (year < YEAR_FIRST || year > YEAR_LAST) {
        return UNKNOWN;
    }
    date_precision precision = count == 1                      ? DATE_MONTH
                               : count == MONTHS && month == 1 ? DATE_YEAR
                                                               : DATE_RANGE;
    return (date_value){precision, calendar_day(year, month, 1),
                        calendar_day(year, month + count, 1) - 1};
}

date_value period_civil(int year, int month, int day) {
    return calendar_valid(year, month, day) ? period_day(calendar_day(year, month, day)) : UNKNOWN;
}

int period_unit_months(int unit) {
    switch (unit) {
    case UNIT_MONTH:
        return 1;
    case UNIT_QUARTER:
        return 3;
    case UNIT_YEAR:
        return MONTHS;
    case UNIT_DECADE:
        return 10 * MONTHS;
    case UNIT_CENTURY:
        return 100 * MONTHS;
    default:
        return 0;
    }
}

static int unit_days(int unit) {
    return unit == UNIT_DAY ? 1 : unit == UNIT_FORTNIGHT ? DAYS_OF_FORTNIGHT : DAYS_OF_WEEK;
}

day_number period_move(day_number day, int unit, int count) {
    int by_months = period_unit_months(unit);
    return by_months > 0 ? calendar_add_months(day, by_months * count)
                         : day + unit_days(unit) * count;
}

date_value period_unit(day_number day, int unit, int count) {
    int size = period_unit_months(unit);
    if (size > 0) {
        civil_date date = calendar_civil(day);
        int month = date.year * MONTHS + date.month - 1;
        month = month / size * size + count * size;
        return period_months(month / MONTHS, month % MONTHS + 1, size);
    }
    day_number monday = calendar_monday(day);
    switch (unit) {
    case UNIT_DAY:
        return period_day(day + count);
    case UNIT_WEEKEND:
        monday += count * DAYS_OF_WEEK;
        return period_range(monday + SATURDAY, monday + SUNDAY);
    case UNIT_WORKWEEK:
        monday += count * DAYS_OF_WEEK;
        return period_range(monday, monday + FRIDAY);
    case UNIT_FORTNIGHT:
        monday += count * DAYS_OF_FORTNIGHT;
        return period_range(monday, monday + DAYS_OF_FORTNIGHT - 1);
    default:
        monday += count * DAYS_OF_WEEK;
        return period_range(monday, monday + SUNDAY);
    }
}

date_value period_part(date_value period, int part) {
    int size = period.last - period.first + 1;
    if (size <= DAYS_OF_WEEK) {
        return part < 0   ? period_range(period.first, period.first + size / 2 - 1)
               : part > 0 ? period_range(period.first + size / 2, period.last)
                          : period_range(period.first + 1, period.last - 2);
    }
    if (period.precision == DATE_MONTH) {
        return part < 0   ? period_range(period.first, period.first + 14)
               : part > 0 ? period_range(period.first + 15, period.last)
                          : period_range(period.first + 9, period.first + 19);
    }
    civil_date first = calendar_civil(period.first);
    civil_date last = calendar_civil(period.last);
    int length = (last.year - first.year) * MONTHS + last.month - first.month + 1;
    int third = length / 3 > 0 ? length / 3 : 1;
    int from = part < 0 ? 0 : part > 0 ? length - third : third;
    date_value narrowed = period_months(first.year, first.month + from, third);
    return narrowed;
}
