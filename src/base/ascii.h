/* Classes of ASCII characters. <ctype.h> asks the locale, which is the host program's to set, and
 * in which a byte of UTF-8 may be a letter. No byte from 0x80 on is of any class here. */
#ifndef BASE_ASCII_H
#define BASE_ASCII_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

static inline bool ascii_is_digit(char c) {
    return c >= '0' && c <= '9';
}

static inline bool ascii_is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

static inline bool ascii_is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool ascii_is_alphanumeric(char c) {
    return ascii_is_digit(c) || ascii_is_letter(c);
}

/* Space, tab, and what breaks a line or page. */
static inline bool ascii_is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* What is seen and is neither letter nor digit. */
static inline bool ascii_is_punctuation(char c) {
    return c > ' ' && c < 0x7F && !ascii_is_alphanumeric(c);
}

static inline char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Without the space at its ends. */
static inline str ascii_trim(str text) {
    span rest = {0, text.size};
    while (rest.begin < rest.end && ascii_is_space(text.data[rest.begin])) {
        rest.begin++;
    }
    while (rest.begin < rest.end && ascii_is_space(text.data[rest.end - 1])) {
        rest.end--;
    }
    return str_slice(text, rest);
}

/* The same bytes, but for capital and small letters. */
static inline bool ascii_equal(str a, str b) {
    bool equal = a.size == b.size;
    for (size_t i = 0; equal && i < a.size; i++) {
        equal = ascii_lower(a.data[i]) == ascii_lower(b.data[i]);
    }
    return equal;
}

/* As str_starts, but for capital and small letters. */
static inline bool ascii_starts(str text, str prefix) {
    return ascii_equal(str_slice(text, (span){0, prefix.size}), prefix);
}

/* Whether one of the words of `list`, which space parts, is `wanted`, but for capital letters. */
static inline bool ascii_has_word(str list, str wanted) {
    for (size_t at = 0; at < list.size;) {
        size_t end = at;
        while (end < list.size && !ascii_is_space(list.data[end])) {
            end++;
        }
        if (ascii_equal(str_slice(list, (span){at, end}), wanted)) {
            return true;
        }
        at = end + 1;
    }
    return false;
}

#endif
