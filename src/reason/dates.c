#include "reason/dates.h"

#include "base/ascii.h"

/* Takes `digits` digits off the beginning; -1 where others stand there. */
static int take(str *rest, size_t digits) {
    int number = 0;
    for (size_t i = 0; i < digits; i++) {
        if (i >= rest->size || !ascii_is_digit(rest->data[i])) {
            return -1;
        }
        number = number * 10 + (rest->data[i] - '0');
    }
    *rest = str_slice(*rest, (span){digits, rest->size});
    return number;
}

static bool take_hyphen(str *rest) {
    bool there = rest->size > 0 && rest->data[0] == '-';
    *rest = str_slice(*rest, (span){there, rest->size});
    return there;
}

/* One date; a month or year as all of its days (31 of each month, which orders as well). */
static day_range take_date(str *rest) {
    int year = take(rest, 4);
    if (year <= 0) {
        return (day_range){0, 0};
    }
    int month = take_hyphen(rest) ? take(rest, 2) : 0;
    int day = month > 0 && take_hyphen(rest) ? take(rest, 2) : 0;
    int first = year * 10000 + (month > 0 ? month : 1) * 100 + (day > 0 ? day : 1);
    int last = year * 10000 + (month > 0 ? month : 12) * 100 + (day > 0 ? day : 31);
    return (day_range){first, last};
}

day_range day_range_of(hearsay_str date) {
    str rest = {date.data, date.size};
    day_range found = take_date(&rest);
    if (found.first != 0 && rest.size > 1 && rest.data[0] == '/') {
        rest = str_slice(rest, (span){1, rest.size});
        day_range end = take_date(&rest);
        found.last = end.last > found.last ? end.last : found.last;
    }
    return found;
}
