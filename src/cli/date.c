#include "cli/date.h"

#include "base/ascii.h"

#include <string.h>
#include <time.h>

enum { YEAR = 4 }; /* digits */

/* The number that two digits write; 0 where there are none. */
static int two_digits(str text, size_t at) {
    if (at + 2 > text.size || !ascii_is_digit(text.data[at]) ||
        !ascii_is_digit(text.data[at + 1])) {
        return 0;
    }
    return (text.data[at] - '0') * 10 + (text.data[at + 1] - '0');
}

void date_put(buf *out, str date) {
    static const char *const MONTHS[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const int month = str_starts(date, STR("--")) ? two_digits(date, 2) : 0;
    const bool whole = date.size == 7 && date.data[4] == '-';
    const int day = whole ? two_digits(date, 5) : 0;
    if (month < 1 || month > 12 || (day == 0 && date.size != 4)) {
        buf_put(out, date);
    } else if (day > 0) {
        buf_printf(out, "%d %s", day, MONTHS[month - 1]);
    } else {
        buf_put(out, str_from(MONTHS[month - 1]));
    }
}

void date_put_short(buf *out, str date) {
    const char *between = date.size > 0 ? memchr(date.data, '/', date.size) : NULL;
    if (between == NULL) {
        date_put(out, date);
        return;
    }
    str first = {date.data, (size_t)(between - date.data)};
    str last = str_slice(date, (span){first.size + 1, date.size});
    size_t common = first.size < YEAR ? first.size : YEAR;
    for (size_t i = 0; i < first.size && i < last.size && first.data[i] == last.data[i]; i++) {
        common = first.data[i] == '-' ? i : common;
    }
    buf_put(out, (str){date.data, common});
    buf_put(out, STR("…"));
}

bool date_is_far(str date) {
    enum { AHEAD = 10, SINCE = 1900 }; /* years */
    const time_t now = time(NULL);
    struct tm today;
    int year = 0;
    for (size_t i = 0; i < YEAR && i < date.size && ascii_is_digit(date.data[i]); i++) {
        year = year * 10 + (date.data[i] - '0');
    }
    return gmtime_r(&now, &today) != NULL && year > today.tm_year + SINCE + AHEAD;
}
