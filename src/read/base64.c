#include "read/base64.h"

#include "base/ascii.h"

#include <stdint.h>

static int digit_of(char c) {
    return c >= 'A' && c <= 'Z'   ? c - 'A'
           : c >= 'a' && c <= 'z' ? c - 'a' + 26
           : ascii_is_digit(c)    ? c - '0' + 52
           : c == '+'             ? 62
           : c == '/'             ? 63
                                  : -1;
}

str base64_decode(arena *into, str text) {
    char *bytes = arena_alloc(into, text.size / 4 * 3 + 3);
    size_t size = 0;
    uint32_t held = 0; /* bits that are no byte yet */
    unsigned count = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (ascii_is_space(text.data[i])) {
            continue;
        }
        int digit = digit_of(text.data[i]);
        if (digit < 0) {
            break;
        }
        held = held << 6 | (uint32_t)digit;
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes[size++] = (char)(held >> count & 0xFF);
        }
    }
    return (str){bytes, size};
}
