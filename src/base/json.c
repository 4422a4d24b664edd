#include "base/json.h"

#include "base/utf8.h"

#include <stdbool.h>
#include <stdio.h>

/* A value that does not begin its array, or follow its key, comes after a comma. */
static void separate(buf *out) {
    char last = out->size > 0 ? out->data[out->size - 1] : '[';
    if (last != '[' && last != '{' && last != ':' && last != '\n') {
        buf_putc(out, ',');
    }
}

void write_open(buf *out, char bracket) {
    separate(out);
    buf_putc(out, bracket);
}

void write_close(buf *out, char bracket) {
    buf_putc(out, bracket);
}

void write_key(buf *out, const char *key) {
    separate(out);
    buf_printf(out, "\"%s\":", key);
}

void write_null(buf *out) {
    separate(out);
    buf_put(out, STR("null"));
}

void write_bool(buf *out, bool value) {
    separate(out);
    buf_put(out, value ? STR("true") : STR("false"));
}

void write_size(buf *out, size_t number) {
    separate(out);
    buf_printf(out, "%zu", number);
}

void write_share(buf *out, float share) {
    if (!(share >= 0 && share <= 1)) {
        write_null(out);
        return;
    }
    separate(out);
    unsigned parts = (unsigned)(share * 10000.0F + 0.5F);
    char digits[16];
    int size = snprintf(digits, sizeof digits, "%u.%04u", parts / 10000, parts % 10000);
    while (digits[size - 1] == '0' && digits[size - 2] != '.') {
        size--;
    }
    buf_put(out, (str){digits, (size_t)size});
}

/* --- strings ---------------------------------------------------------------------------------- */

/* First bytes of characters that may need an escape; all others are copied as they stand. */
static bool is_suspect(uint8_t byte) {
    return byte < 0x20 || byte == '"' || byte == '\\' || byte == 0x7F || byte == 0xC2 ||
           byte == 0xD8 || byte == 0xE2 || byte == 0xEF;
}

static bool acts(uint32_t cp) {
    static const uint32_t RANGES[][2] = {
        {0x00, 0x1F},     {'"', '"'},       {'\\', '\\'},     {0x7F, 0x9F},     {0x061C, 0x061C},
        {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069}, {0xFEFF, 0xFEFF},
    };
    for (size_t i = 0; i < sizeof RANGES / sizeof *RANGES; i++) {
        if (cp >= RANGES[i][0] && cp <= RANGES[i][1]) {
            return true;
        }
    }
    return false;
}

static void put_escape(buf *out, uint32_t cp) {
    static const char SHORT[][2] = {
        {'"', '"'}, {'\\', '\\'}, {'\n', 'n'}, {'\r', 'r'}, {'\t', 't'},
    };
    for (size_t i = 0; i < sizeof SHORT / sizeof *SHORT; i++) {
        if (cp == (uint32_t)SHORT[i][0]) {
            buf_put(out, (str){(const char[]){'\\', SHORT[i][1]}, 2});
            return;
        }
    }
    buf_printf(out, "\\u%04x", (unsigned)cp);
}

void write_string(buf *out, str text) {
    if (text.data == NULL) {
        write_null(out);
        return;
    }
    separate(out);
    buf_putc(out, '"');
    size_t written = 0;
    for (size_t pos = 0; pos < text.size;) {
        if (!is_suspect((uint8_t)text.data[pos])) {
            pos++;
            continue;
        }
        size_t begin = pos;
        uint32_t cp = utf8_next(text, &pos);
        if (acts(cp)) {
            buf_put(out, str_slice(text, (span){written, begin}));
            put_escape(out, cp);
            written = pos;
        }
    }
    buf_put(out, str_slice(text, (span){written, text.size}));
    buf_putc(out, '"');
}
