/* What a date's value says: written, read, held against another. */
#include "base/ascii.h"
#include "resolve/dates.h"

enum { YEARLESS = 2000 }; /* a leap year, so that --02-29 has a day */

static void put_day(day_number day, buf *out) {
    civil_date date = calendar_civil(day);
    buf_printf(out, "%04d-%02d-%02d", date.year, date.month, date.day);
}

bool date_value_write(date_value value, buf *out) {
    bool open = value.first == DAY_BEFORE_ALL || value.last == DAY_AFTER_ALL;
    if (value.precision == DATE_UNKNOWN || open) {
        return false;
    }
    civil_date date = calendar_civil(value.first);
    switch (value.precision) {
    case DATE_DAY:
        put_day(value.first, out);
        break;
    case DATE_MONTH:
        buf_printf(out, "%04d-%02d", date.year, date.month);
        break;
    case DATE_YEAR:
        buf_printf(out, "%04d", date.year);
        break;
    case DATE_RANGE:
        put_day(value.first, out);
        buf_putc(out, '/');
        put_day(value.last, out);
        break;
    case DATE_YEARLESS_DAY:
        buf_printf(out, "--%02d-%02d", date.month, date.day);
        break;
    default:
        buf_printf(out, "--%02d", date.month);
    }
    return true;
}

/* Reads just `size` digits at `*at`, and moves past them; -1 where they are not there. */
static int take_digits(str text, size_t *at, size_t size) {
    int value = 0;
    for (size_t i = 0; i < size; i++) {
        if (*at + i >= text.size || !ascii_is_digit(text.data[*at + i])) {
            return -1;
        }
        value = value * 10 + text.data[*at + i] - '0';
    }
    *at += size;
    return value;
}

static bool take(str text, size_t *at, str wanted) {
    bool there = str_starts(str_slice(text, (span){*at, text.size}), wanted);
    *at += there ? wanted.size : 0;
    return there;
}

/* A day, month or year at `*at`, with or without its year. */
static date_value take_value(str text, size_t *at) {
    date_value none = {DATE_UNKNOWN, 0, 0};
    bool yearless = take(text, at, STR("--"));
    int year = yearless ? YEARLESS : take_digits(text, at, 4);
    bool has_month = yearless || take(text, at, STR("-"));
    int month = has_month ? take_digits(text, at, 2) : 1;
    bool has_day = has_month && take(text, at, STR("-"));
    int day = has_day ? take_digits(text, at, 2) : 1;
    if (!calendar_valid(year, month, day)) {
        return none;
    }
    day_number first = calendar_day(year, month, day);
    if (has_day) {
        return (date_value){yearless ? DATE_YEARLESS_DAY : DATE_DAY, first, first};
    }
    day_number last = has_month ? calendar_day(year, month + 1, 1) : calendar_day(year + 1, 1, 1);
    date_precision precision = yearless ? DATE_YEARLESS_MONTH : has_month ? DATE_MONTH : DATE_YEAR;
    return (date_value){precision, first, last - 1};
}

date_value date_value_read(str written) {
    date_value none = {DATE_UNKNOWN, 0, 0};
    size_t at = 0;
    date_value value = take_value(written, &at);
    if (value.precision != DATE_UNKNOWN && take(written, &at, STR("/"))) {
        date_value end = take_value(written, &at);
        bool days = value.precision == DATE_DAY && end.precision == DATE_DAY;
        value = days && value.first <= end.first ? (date_value){DATE_RANGE, value.first, end.last}
                                                 : none;
    }
    bool time_follows = value.precision == DATE_DAY && at < written.size &&
                        (written.data[at] == 'T' || written.data[at] == ' ');
    return at == written.size || time_follows ? value : none;
}

static bool yearless(date_value value) {
    return value.precision == DATE_YEARLESS_DAY || value.precision == DATE_YEARLESS_MONTH;
}

static bool open_end(date_value value) {
    return value.first == DAY_BEFORE_ALL || value.last == DAY_AFTER_ALL;
}

static bool apart(date_value a, date_value b) {
    return a.last < b.first || b.last < a.first;
}

/* The days of the yearless value in another year; of February 29, none in most. */
static date_value in_year(date_value value, int year) {
    civil_date first = calendar_civil(value.first);
    civil_date last = calendar_civil(value.last);
    int length = calendar_month_length(year, last.month);
    if (first.day > length) {
        return (date_value){DATE_UNKNOWN, 0, 0};
    }
    return (date_value){DATE_RANGE, calendar_day(year, first.month, first.day),
                        calendar_day(year, last.month, last.day < length ? last.day : length)};
}

static bool misses_every_year(date_value without_year, date_value b) {
    int first = calendar_civil(b.first).year;
    int last = calendar_civil(b.last).year;
    for (int year = first; year <= last; year++) {
        date_value there = in_year(without_year, year);
        if (there.precision != DATE_UNKNOWN && !apart(there, b)) {
            return false;
        }
    }
    return true;
}

bool date_values_contradict(date_value a, date_value b) {
    if (a.precision == DATE_UNKNOWN || b.precision == DATE_UNKNOWN) {
        return false;
    }
    if (yearless(a) != yearless(b)) {
        date_value without_year = yearless(a) ? a : b;
        date_value with_year = yearless(a) ? b : a;
        return !open_end(with_year) && misses_every_year(without_year, with_year);
    }
    return apart(a, b);
}

bool date_value_within(date_value inner, date_value outer) {
    bool known = inner.precision != DATE_UNKNOWN && outer.precision != DATE_UNKNOWN;
    return known && yearless(inner) == yearless(outer) && outer.first <= inner.first &&
           inner.last <= outer.last;
}
