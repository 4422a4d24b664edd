#include "reason/dates.h"

#include "base/ascii.h"
#include "reason/quantities.h"
#include "reason/reporting.h"

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

day_range day_before_page(hearsay_str date, day_range published) {
    enum { TO_COME = 3 /* somewhere it is tomorrow already */, YEAR = 10000 };
    str rest = {date.data, date.size};
    bool yearless = str_starts(rest, STR("--")) && rest.size == 7;
    rest = str_slice(rest, (span){yearless ? 2 : 0, rest.size});
    int month = yearless ? take(&rest, 2) : 0;
    int day = month > 0 && take_hyphen(&rest) ? take(&rest, 2) : 0;
    if (day <= 0 || !day_is_exact(published)) {
        return (day_range){0, 0};
    }
    int year = published.first / YEAR * YEAR, number = month * 100 + day;
    number += year - (number > published.first % YEAR + TO_COME ? YEAR : 0);
    return (day_range){number, number};
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

enum { YEAR_FIRST = 1950, YEAR_LAST = 2100, HEAD_SIZE = 400, FOOT_SIZE = 200, PARTS = 3 };

/* Three words side by side, and the two before them, the nearest last. */
typedef struct {
    str words[PARTS];
    str before[2];
    bool marked; /* nothing but a mark and spaces stands between them: "05 / 02 / 2013" */
} three;

/* The number that a word is, with an ending ("2nd") if `ordinal`; -1: it is none. */
static int number_in(str word, bool ordinal) {
    size_t digits = 0;
    int number = 0;
    while (digits < word.size && digits < 4 && ascii_is_digit(word.data[digits])) {
        number = number * 10 + (word.data[digits++] - '0');
    }
    str rest = str_slice(word, (span){digits, word.size});
    bool whole = rest.size == 0 || (ordinal && ascii_has_word(STR("st nd rd th"), rest));
    return digits > 0 && whole ? number : -1;
}

static int year_in(str word) {
    int year = word.size == 4 ? number_in(word, false) : -1;
    return year >= YEAR_FIRST && year <= YEAR_LAST ? year : 0;
}

static bool is_day(int day) {
    return day >= 1 && day <= 31;
}

static day_range exactly(int year, int month, int day) {
    int number = year * 10000 + month * 100 + day;
    return (day_range){number, number};
}

/* "June 3rd, 2013", "3 June 2013". */
static day_range day_with_month(const three *at) {
    bool month_first = month_number(at->words[0]) > 0;
    int month = month_number(at->words[month_first ? 0 : 1]);
    int day = number_in(at->words[month_first ? 1 : 0], true), year = year_in(at->words[2]);
    return month > 0 && is_day(day) && year > 0 ? exactly(year, month, day) : (day_range){0, 0};
}

/* "2013-06-03", "6/14/2013"; where either may be the month, both days bound it. */
static day_range day_in_numbers(const three *at) {
    bool year_first = year_in(at->words[0]) > 0;
    int year = year_in(at->words[year_first ? 0 : 2]);
    int one = number_in(at->words[year_first ? 1 : 0], false);
    int other = number_in(at->words[year_first ? 2 : 1], false);
    if (!at->marked || year == 0 || !is_day(one) || !is_day(other) || (one > 12 && other > 12)) {
        return (day_range){0, 0};
    }
    day_range first = exactly(year, one, other), second = exactly(year, other, one);
    if (year_first || other > 12 || one == other) {
        return first;
    }
    if (one > 12) {
        return second;
    }
    return first.first < second.first ? (day_range){first.first, second.first}
                                      : (day_range){second.first, first.first};
}

/* "On June 17, 1972": the day of something told, and not "posted on"; a line ends with neither. */
static bool is_told_of(str text, size_t end, const three *at) {
    return !(end < text.size && text.data[end] == '\n') &&
           ascii_has_word(STR("on by until from for since of to before after"), at->before[1]) &&
           !ascii_has_word(STR("posted published updated issued"), at->before[0]);
}

static bool is_mark_between(str text, span between) {
    str mark = ascii_trim(str_slice(text, between));
    return mark.size == 1 && (mark.data[0] == '/' || mark.data[0] == '.' || mark.data[0] == '-');
}

static day_range first_day(str text, span part) {
    three at = {.marked = false};
    day_range day = {0, 0};
    bool before = false;
    size_t pos = part.begin, end = part.begin;
    for (str word = next_word(text, part, &pos); word.data != NULL && day.first == 0;
         word = next_word(text, part, &pos)) {
        bool mark = is_mark_between(text, (span){end, pos - word.size});
        at = (three){{at.words[1], at.words[2], word}, {at.before[1], at.words[0]}, mark && before};
        before = mark;
        end = pos;
        day = is_told_of(text, end, &at) ? day : day_with_month(&at);
        day = day.first == 0 ? day_in_numbers(&at) : day;
    }
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
