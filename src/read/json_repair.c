#include "read/json_repair.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum {
    ESCAPE_SIZE = 6, /* \u1234 */
    DIGITS_MAX = 18  /* of a number that surely fits into 64 bits */
};

static int digit(char c) {
    char lower = ascii_lower(c);
    return ascii_is_digit(c) ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* The value of `\u1234` at `at`; 0 where there is none. */
static uint32_t escape_value(str line, size_t at) {
    str escape = str_slice(line, (span){at, at + ESCAPE_SIZE});
    if (escape.size < ESCAPE_SIZE || !str_starts(escape, STR("\\u"))) {
        return 0;
    }
    uint32_t value = 0;
    for (size_t i = 2; i < ESCAPE_SIZE; i++) {
        if (digit(escape.data[i]) < 0) {
            return 0;
        }
        value = value << 4 | (uint32_t)digit(escape.data[i]);
    }
    return value;
}

static bool is_high(uint32_t value) {
    return value >= 0xD800 && value <= 0xDBFF;
}

static bool is_low(uint32_t value) {
    return value >= 0xDC00 && value <= 0xDFFF;
}

/* Past the escape at `at`; `*lone` says whether it is of a lone surrogate. */
static size_t past_escape(str line, size_t at, bool *lone) {
    uint32_t value = escape_value(line, at);
    *lone = false;
    if (value == 0) {
        return at + 2 < line.size ? at + 2 : line.size;
    }
    if (is_high(value) && is_low(escape_value(line, at + ESCAPE_SIZE))) {
        return at + 2 * (size_t)ESCAPE_SIZE;
    }
    *lone = is_high(value) || is_low(value);
    return at + ESCAPE_SIZE;
}

uint32_t json_escape(str line, size_t *at) {
    const size_t begin = *at;
    bool lone;
    *at = past_escape(line, begin, &lone);
    uint32_t value = escape_value(line, begin);
    if (*at - begin > ESCAPE_SIZE) {
        uint32_t low = escape_value(line, begin + ESCAPE_SIZE);
        return 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
    }
    return lone ? UTF8_REPLACEMENT : value;
}

/* Past the string whose opening mark is at `at`. */
static size_t put_string(str line, size_t at, buf *into, size_t *lone_count, size_t *first) {
    size_t begin = at++;
    while (at < line.size && line.data[at] != '"') {
        if (line.data[at] != '\\') {
            at++;
            continue;
        }
        bool lone;
        size_t next = past_escape(line, at, &lone);
        if (lone) {
            buf_put(into, str_slice(line, (span){begin, at}));
            buf_put(into, STR("\\uFFFD"));
            *first = *lone_count == 0 ? at : *first;
            *lone_count += 1;
            begin = next;
        }
        at = next;
    }
    at = at < line.size ? at + 1 : line.size;
    buf_put(into, str_slice(line, (span){begin, at}));
    return at;
}

static size_t past_digits(str line, size_t at) {
    while (at < line.size && ascii_is_digit(line.data[at])) {
        at++;
    }
    return at;
}

static bool is_at(str line, size_t at, char a, char b) {
    return at < line.size && (line.data[at] == a || line.data[at] == b);
}

/* Past the number at `at`; `at` where JSON has none such, which is jansson's to say. */
static size_t past_number(str line, size_t at, bool *exponent) {
    size_t begin = is_at(line, at, '-', '-') ? at + 1 : at;
    size_t end = past_digits(line, begin);
    if (end == begin || (line.data[begin] == '0' && end > begin + 1)) {
        return at;
    }
    if (is_at(line, end, '.', '.')) {
        begin = end + 1;
        end = past_digits(line, begin);
    }
    *exponent = end > begin && is_at(line, end, 'e', 'E');
    if (*exponent) {
        begin = is_at(line, end + 1, '+', '-') ? end + 2 : end + 1;
        end = past_digits(line, begin);
    }
    return end > begin ? end : at;
}

/* Whether what is put next into a line that was repaired so far is the value of "text". (Escapes
 * in a key are not looked through.) */
static bool is_text_next(const buf *into) {
    static const str KEY = {"\"text\"", 6};
    size_t end = into->size;
    size_t colons = 0;
    while (end > 0 && memchr(" \t:", into->data[end - 1], 3) != NULL) {
        end--;
        colons += into->data[end] == ':';
    }
    return colons == 1 && end >= KEY.size &&
           str_starts((str){into->data + end - KEY.size, KEY.size}, KEY);
}

static size_t put_number(str line, size_t at, buf *into) {
    bool exponent = false;
    size_t end = past_number(line, at, &exponent);
    str number = str_slice(line, (span){at, end});
    if (number.size == 0) { /* past all its digits, lest each of them be asked again */
        end = past_digits(line, at + 1);
        buf_put(into, str_slice(line, (span){at, end}));
        return end;
    }
    bool large = exponent || number.size > DIGITS_MAX;
    if (large && is_text_next(into)) {
        buf_putc(into, '0');
        return end;
    }
    buf_put(into, large ? STR("\"") : STR(""));
    buf_put(into, number);
    buf_put(into, large ? STR("\"") : STR(""));
    return end;
}

size_t json_repair(str line, buf *into, size_t *first) {
    size_t lone_count = 0;
    size_t at = 0;
    while (at < line.size) {
        char c = line.data[at];
        if (c == '"') {
            at = put_string(line, at, into, &lone_count, first);
        } else if (ascii_is_digit(c) || c == '-') {
            at = put_number(line, at, into);
        } else {
            buf_putc(into, c);
            at++;
        }
    }
    return lone_count;
}
