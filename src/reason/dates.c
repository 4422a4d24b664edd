#include "reason/dates.h"

#include "base/ascii.h"
#include "reason/quantities.h"

#include <stdio.h>

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

hearsay_str day_written(day_range self, arena *into) {
    enum { SIZE = 16 };
    char written[SIZE];
    if (!day_is_exact(self)) {
        return (hearsay_str){NULL, 0};
    }
    int size = snprintf(written, sizeof written, "%04d-%02d-%02d", self.first / 10000,
                        self.first / 100 % 100, self.first % 100);
    return (hearsay_str){arena_copy(into, written, (size_t)size + 1), (size_t)size};
}

/* --- in a text -------------------------------------------------------------------------------- */

enum { YEAR_FIRST = 1950, YEAR_LAST = 2100, HEAD_SIZE = 400, FOOT_SIZE = 200 };

/* The year that follows a day: ", 2013" or " 2013"; 0: none. */
static int year_behind(str text, size_t at) {
    while (at < text.size &&
           (text.data[at] == ',' || text.data[at] == '.' || text.data[at] == ' ')) {
        at++;
    }
    str rest = str_slice(text, (span){at, text.size});
    int year = take(&rest, 4);
    bool more = rest.size > 0 && ascii_is_alphanumeric(rest.data[0]);
    return year >= YEAR_FIRST && year <= YEAR_LAST && !more ? year : 0;
}

static day_range first_day(str text, span part) {
    quantity_list found = {0};
    day_range day = {0, 0};
    quantities_in(text, part, &found);
    for (size_t i = 0; i < found.count && day.first == 0; i++) {
        const quantity *each = &found.items[i];
        int year =
            each->kind == QUANTITY_DATE && each->vague ? year_behind(text, each->where.end) : 0;
        day.first = day.last = year > 0 ? year * 10000 + (int)each->value : 0;
    }
    vec_free(&found);
    return day;
}

day_range day_at_edge(str text) {
    size_t head = text.size < HEAD_SIZE ? text.size : HEAD_SIZE;
    day_range day = first_day(text, (span){0, head});
    size_t foot = text.size;
    while (foot > 0 && ascii_is_space(text.data[foot - 1])) {
        foot--;
    }
    size_t line = foot;
    while (line > 0 && foot - line < FOOT_SIZE && text.data[line - 1] != '\n') {
        line--;
    }
    return day_is_known(day) ? day : first_day(text, (span){line, foot});
}
