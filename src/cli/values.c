#include "cli/values.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

/* --- numbers ---------------------------------------------------------------------------------- */

/* Digits with at most one point among them, and at least one digit; a double holds what people
 * write. Returns how many bytes they take, 0 where there is no number. */
static size_t take_decimal(str text, double *value) {
    double number = 0;
    double divisor = 0; /* 0 before the point */
    size_t digits = 0;
    size_t at = 0;
    for (; at < text.size; at++) {
        char c = text.data[at];
        if (c == '.' && divisor == 0) {
            divisor = 1;
        } else if (c >= '0' && c <= '9') {
            number = number * 10 + (c - '0');
            divisor *= 10;
            digits++;
        } else {
            break;
        }
    }
    *value = divisor > 0 ? number / divisor : number;
    return digits > 0 ? at : 0;
}

bool value_count(str text, size_t most, size_t *value) {
    size_t number = 0;
    for (size_t i = 0; i < text.size; i++) {
        size_t digit = (size_t)(unsigned char)text.data[i] - '0';
        if (digit > 9 || digit > most || number > (most - digit) / 10) {
            return false;
        }
        number = number * 10 + digit;
    }
    if (text.size == 0) {
        return false;
    }
    *value = number;
    return true;
}

bool value_share(str text, double *value) {
    double number;
    if (text.size == 0 || take_decimal(text, &number) != text.size || number > 1) {
        return false;
    }
    *value = number;
    return true;
}

/* --- sizes ------------------------------------------------------------------------------------ */

/* "", "K", "KB", "KiB" and so on, in any case; 0 where it is none of them. */
static double unit_of(str text) {
    static const struct {
        char letter;
        double size;
    } UNITS[] = {{'k', 0x1p10}, {'m', 0x1p20}, {'g', 0x1p30}};
    if (text.size == 0) {
        return 1;
    }
    str rest = str_slice(text, (span){1, text.size});
    bool ends = rest.size == 0 || (rest.size == 1 && strncasecmp(rest.data, "b", 1) == 0) ||
                (rest.size == 2 && strncasecmp(rest.data, "ib", 2) == 0);
    for (size_t i = 0; ends && i < sizeof UNITS / sizeof *UNITS; i++) {
        if ((text.data[0] | 0x20) == UNITS[i].letter) {
            return UNITS[i].size;
        }
    }
    return 0;
}

bool value_size(str text, size_t *value) {
    double number;
    size_t digits = take_decimal(text, &number);
    double unit = unit_of(str_slice(text, (span){digits, text.size}));
    double bytes = number * unit;
    if (digits == 0 || !(bytes >= 1) || bytes >= (double)(SIZE_MAX / 2)) {
        return false;
    }
    *value = (size_t)bytes;
    return true;
}

/* --- words ------------------------------------------------------------------------------------ */

bool value_choice(str text, const char *choices, int *value) {
    int number = 0;
    for (const char *choice = choices;; choice++, number++) {
        size_t size = strcspn(choice, "|");
        if (str_equal(text, (str){choice, size})) {
            *value = number;
            return true;
        }
        choice += size;
        if (*choice == '\0') {
            return false;
        }
    }
}

void choices_put(buf *out, const char *choices, str between) {
    for (const char *c = choices; *c != '\0'; c++) {
        buf_put(out, *c == '|' ? between : (str){c, 1});
    }
}
