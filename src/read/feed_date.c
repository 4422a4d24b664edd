/* The dates of feeds. */
#include "base/ascii.h"
#include "base/buf.h"
#include "read/feed.h"

#include <stdint.h>

/* A number of two or four digits at `at`, which moves past it; -1 where there is none. */
static int number_at(str text, size_t *at, size_t most) {
    int value = -1;
    size_t end = *at;
    while (end < text.size && end - *at < most && ascii_is_digit(text.data[end])) {
        value = (value < 0 ? 0 : value) * 10 + (text.data[end] - '0');
        end++;
    }
    *at = end;
    return value;
}

static bool past(str text, size_t *at, char c) {
    bool there = *at < text.size && text.data[*at] == c;
    *at += there;
    return there;
}

static void past_blanks(str text, size_t *at) {
    while (*at < text.size && (text.data[*at] == ' ' || text.data[*at] == ',' ||
                               text.data[*at] == '-' || text.data[*at] == '\t')) {
        *at += 1;
    }
}

static bool is_date(int year, int month, int day) {
    return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* "+02:00" of "+0200", "Z" of "GMT"; nothing of what is not surely known. */
static void put_zone(buf *out, str rest) {
    size_t at = 0;
    past_blanks(rest, &at);
    at -= at > 0 && rest.data[at - 1] == '-'; /* a sign */
    const str zone = str_slice(rest, (span){at, rest.size});
    static const str ZERO[] = {{"Z", 1}, {"GMT", 3}, {"UTC", 3}, {"UT", 2}};
    for (size_t i = 0; i < 4; i++) {
        if (ascii_equal(zone, ZERO[i])) {
            buf_putc(out, 'Z');
            return;
        }
    }
    if (zone.size >= 5 && (zone.data[0] == '+' || zone.data[0] == '-')) {
        size_t place = 1;
        int hours = number_at(zone, &place, 2);
        past(zone, &place, ':');
        int minutes = number_at(zone, &place, 2);
        if (hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60) {
            buf_printf(out, "%c%02d:%02d", zone.data[0], hours, minutes);
        }
    }
}

/* "T12:30:05Z" of what stands after the day, if it is a time. */
static void put_time(buf *out, str text, size_t at) {
    past_blanks(text, &at);
    past(text, &at, 'T');
    int hour = number_at(text, &at, 2);
    if (hour < 0 || hour > 24 || !past(text, &at, ':')) {
        return;
    }
    int minute = number_at(text, &at, 2);
    int second = past(text, &at, ':') ? number_at(text, &at, 2) : 0;
    if (minute < 0 || minute > 59 || second < 0 || second > 60) {
        return;
    }
    if (past(text, &at, '.')) {
        number_at(text, &at, SIZE_MAX); /* parts of a second */
    }
    buf_printf(out, "T%02d:%02d:%02d", hour, minute, second);
    put_zone(out, str_slice(text, (span){at, text.size}));
}

/* "2003-12-31T10:14:55Z", "2003-12-31", "2003-12", "2003", "20031231". */
static bool put_iso(buf *out, str text) {
    size_t at = 0;
    int year = number_at(text, &at, 4);
    if (at != 4 || year <= 0) {
        return false;
    }
    past(text, &at, '-');
    const size_t month_at = at;
    int month = number_at(text, &at, 2);
    bool has_month = at == month_at + 2;
    past(text, &at, '-');
    const size_t day_at = at;
    int day = number_at(text, &at, 2);
    bool has_day = has_month && at == day_at + 2;
    if (!is_date(year, has_month ? month : 1, has_day ? day : 1)) {
        return false;
    }
    buf_printf(out, "%04d", year);
    if (has_month) {
        buf_printf(out, "-%02d", month);
    }
    if (has_day) {
        buf_printf(out, "-%02d", day);
        put_time(out, text, at);
    }
    return true;
}

static int month_at(str text, size_t *at) {
    static const char NAMES[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    const str name = str_slice(text, (span){*at, *at + 3});
    for (int i = 0; i < 12 && name.size == 3; i++) {
        if (ascii_equal(name, (str){NAMES + (size_t)i * 3, 3})) {
            while (*at < text.size && ascii_is_letter(text.data[*at])) {
                *at += 1;
            }
            return i + 1;
        }
    }
    return -1;
}

/* "Thu, 01 Jan 2004 19:48:21 GMT", "1 Jan 04", "Thu Jan 1 2004", "Thu Jan  1 19:48:21 2004". */
static bool put_822(buf *out, str text) {
    size_t at = 0;
    int month = month_at(text, &at);
    if (month < 0 && at < text.size && ascii_is_letter(text.data[at])) { /* a weekday */
        while (at < text.size && ascii_is_letter(text.data[at])) {
            at++;
        }
        past(text, &at, '.');
        past_blanks(text, &at);
        month = month_at(text, &at);
    }
    past_blanks(text, &at);
    int day = number_at(text, &at, 2);
    past_blanks(text, &at);
    month = month < 0 ? month_at(text, &at) : month;
    past_blanks(text, &at);
    const size_t year_at = at;
    int year = number_at(text, &at, 4);
    if (at == year_at + 2) { /* RFC 2822, section 4.3 */
        year += year < 50 ? 2000 : 1900;
    }
    if (!is_date(year, month, day) || year < 1000) {
        return false;
    }
    buf_printf(out, "%04d-%02d-%02d", year, month, day);
    put_time(out, text, at);
    return true;
}

str feed_date(arena *into, str written) {
    buf out = {0};
    str date = {NULL, 0};
    if (put_iso(&out, written) || put_822(&out, written)) {
        date = (str){str_copy(into, buf_str(&out)), out.size};
    }
    buf_free(&out);
    return date;
}
