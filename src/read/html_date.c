#include "read/html_date.h"

#include "base/ascii.h"
#include "base/letters.h"

#include <stdio.h>
#include <string.h>

enum { YEAR_MIN = 1800, YEAR_MAX = 2199, NUMBERS_MAX = 8 };

/* How months begin, in English, German, French, Spanish, Portuguese, Italian, Dutch; small letters.
 * None begins another's name. */
static const struct {
    const char *name;
    int month;
} MONTHS[] = {
    {"jan", 1},  {"gen", 1},       {"ene", 1},  {"feb", 2},  {"fév", 2},  {"fev", 2},  {"mar", 3},
    {"mär", 3},  {"maart", 3},     {"apr", 4},  {"avr", 4},  {"abr", 4},  {"may", 5},  {"mai", 5},
    {"mag", 5},  {"mei", 5},       {"jun", 6},  {"juin", 6}, {"giu", 6},  {"jul", 7},  {"juil", 7},
    {"lug", 7},  {"aug", 8},       {"août", 8}, {"ago", 8},  {"sep", 9},  {"set", 9},  {"oct", 10},
    {"okt", 10}, {"ott", 10},      {"out", 10}, {"nov", 11}, {"dec", 12}, {"dez", 12}, {"déc", 12},
    {"dic", 12}, {"septembre", 9},
};

static bool write(int year, int month, int day, char out[HTML_DATE_SIZE]) {
    if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 || day < 1 || day > 31) {
        return false;
    }
    snprintf(out, HTML_DATE_SIZE, "%04d-%02d-%02d", year, month, day);
    return true;
}

/* A number or the name of a month. */
typedef struct {
    size_t size; /* digits, or 0 for a month */
    int value;
    char before; /* what stands before it */
} token;

static int month_at(str text, size_t at) {
    for (size_t i = 0; i < sizeof MONTHS / sizeof *MONTHS; i++) {
        const str name = str_from(MONTHS[i].name);
        if (ascii_equal(str_slice(text, (span){at, at + name.size}), name)) {
            return MONTHS[i].month;
        }
    }
    return 0;
}

static bool is_word(char c) {
    return ascii_is_letter(c) || (unsigned char)c >= 0xC0;
}

/* The tokens of a text, as many as there is room for. */
static size_t read_tokens(str text, token out[NUMBERS_MAX]) {
    size_t count = 0;
    for (size_t at = 0; at < text.size && count < NUMBERS_MAX;) {
        const char before = at > 0 ? text.data[at - 1] : ' ';
        if (ascii_is_digit(text.data[at])) {
            token number = {.before = before};
            while (at < text.size && ascii_is_digit(text.data[at])) {
                number.value = number.size < 8 ? number.value * 10 + (text.data[at] - '0') : 0;
                number.size++;
                at++;
            }
            out[count++] = number;
        } else if (is_word(text.data[at])) {
            const int month = is_word(before) ? 0 : month_at(text, at);
            if (month > 0) {
                out[count++] = (token){.value = month, .before = before};
            }
            while (at < text.size && !ascii_is_digit(text.data[at]) &&
                   (is_word(text.data[at]) || (text.data[at] & 0x80))) {
                at++;
            }
        } else {
            at++;
        }
    }
    return count;
}

static bool is_year(token each) {
    return each.size == 4;
}

static bool is_day(token each) {
    return each.size == 1 || each.size == 2;
}

bool html_date_read(str text, char out[HTML_DATE_SIZE]) {
    token found[NUMBERS_MAX];
    const size_t count = read_tokens(text, found);
    for (size_t i = 0; i < count; i++) {
        const token *each = &found[i];
        if (each->size == 8 &&
            write(each->value / 10000, each->value / 100 % 100, each->value % 100, out)) {
            return true; /* 20191119 */
        }
        if (i + 2 >= count) {
            continue;
        }
        const bool parted = strchr("-/.", each[1].before) != NULL || (each[1].before & 0x80);
        if (is_year(each[0]) && is_day(each[1]) && is_day(each[2]) && parted &&
            write(each[0].value, each[1].value, each[2].value, out)) {
            return true; /* 2019-11-19, 2019/11/19, 2019 年 11 月 19 日 */
        }
        if (is_day(each[0]) && each[1].size == 0 && is_year(each[2]) &&
            write(each[2].value, each[1].value, each[0].value, out)) {
            return true; /* 19 November 2019 */
        }
        if (each[0].size == 0 && is_day(each[1]) && is_year(each[2]) &&
            write(each[2].value, each[0].value, each[1].value, out)) {
            return true; /* November 19, 2019 */
        }
        if (is_day(each[0]) && is_day(each[1]) && is_year(each[2]) && each[1].before == '.' &&
            each[2].before == '.' && write(each[2].value, each[1].value, each[0].value, out)) {
            return true; /* 19.11.2019 */
        }
    }
    return false;
}

bool html_date_of_url(str url, char out[HTML_DATE_SIZE]) {
    for (size_t at = 0; at + 11 < url.size; at++) {
        const char *path = url.data + at;
        bool good = path[0] == '/' && (path[5] == '/' || path[5] == '-') && path[8] == path[5];
        for (size_t i = 1; good && i < 11; i++) {
            good = i == 5 || i == 8 || ascii_is_digit(path[i]);
        }
        if (good && html_date_read((str){path + 1, 10}, out)) {
            return true;
        }
    }
    return false;
}
