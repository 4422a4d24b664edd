#include "read/encoding.h"

#include "base/utf8.h"

#include <stdint.h>

/* UTF-32's before UTF-16's, which it begins with. */
static const encoding ENCODINGS[] = {
    {{"\xFF\xFE\0\0", 4}, 4, 4, true}, {{"\0\0\xFE\xFF", 4}, 4, 4, false},
    {{"\xFF\xFE", 2}, 2, 2, true},     {{"\xFE\xFF", 2}, 2, 2, false},
    {{"\xEF\xBB\xBF", 3}, 3, 1, true}, {{"<\0\0\0", 4}, 0, 4, true},
    {{"\0\0\0<", 4}, 0, 4, false},     {{"<\0?\0", 4}, 0, 2, true},
    {{"\0<\0?", 4}, 0, 2, false},
};

static const encoding PLAIN = {{"", 0}, 0, 1, true};

const encoding *encoding_of(str bytes) {
    for (size_t i = 0; i < sizeof ENCODINGS / sizeof *ENCODINGS; i++) {
        if (str_starts(bytes, ENCODINGS[i].beginning)) {
            return &ENCODINGS[i];
        }
    }
    return &PLAIN;
}

static uint32_t unit_at(const encoding *self, str bytes, size_t at) {
    const unsigned char *unit = (const unsigned char *)bytes.data + at;
    uint32_t value = 0;
    for (size_t i = 0; i < self->unit; i++) {
        value = value << 8 | unit[self->little ? self->unit - 1 - i : i];
    }
    return value;
}

static bool is_high(uint32_t value) {
    return value >= 0xD800 && value <= 0xDBFF;
}

static bool is_low(uint32_t value) {
    return value >= 0xDC00 && value <= 0xDFFF;
}

size_t encoding_next(const encoding *self, str bytes, size_t *at, char out[4]) {
    if (bytes.size - *at < self->unit) {
        *at = bytes.size; /* half a unit */
        out[0] = '\xFF';  /* never in UTF-8 */
        return 1;
    }
    uint32_t cp = unit_at(self, bytes, *at);
    *at += self->unit;
    if (self->unit == 2 && is_high(cp) && bytes.size - *at >= 2) {
        uint32_t second = unit_at(self, bytes, *at);
        if (is_low(second)) {
            cp = 0x10000 + ((cp - 0xD800) << 10) + (second - 0xDC00);
            *at += 2;
        }
    }
    if (cp > 0x10FFFF || is_high(cp) || is_low(cp)) {
        out[0] = '\xFF';
        return 1;
    }
    return utf8_put(out, cp);
}

size_t encoding_decode(const encoding *self, str bytes, bool whole, buf *out) {
    if (self->unit == 1) {
        buf_put(out, bytes);
        return bytes.size;
    }
    size_t at = 0;
    while (at < bytes.size) {
        size_t left = bytes.size - at;
        bool begins =
            left < self->unit || (self->unit == 2 && left < 4 && is_high(unit_at(self, bytes, at)));
        if (begins && !whole) {
            break;
        }
        char character[4];
        size_t size = encoding_next(self, bytes, &at, character);
        buf_put(out, (str){character, size});
    }
    return at;
}
