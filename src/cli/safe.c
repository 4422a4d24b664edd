#include "cli/safe.h"

#include "base/utf8.h"

#include <stdbool.h>
#include <utf8proc.h>

enum { MARKS_MAX = 8, PICTURES = 0x2400, DELETE = 0x7F, PICTURE_OF_DELETE = 0x2421 };

static bool is_joiner(uint32_t cp) {
    return cp == 0x200C || cp == 0x200D;
}

static bool is_selector(uint32_t cp) {
    return (cp >= 0xFE00 && cp <= 0xFE0F) || (cp >= 0xE0100 && cp <= 0xE01EF);
}

/* Digits, # and * become keycaps; nothing else in ASCII takes a variation selector or a joiner. */
static bool takes_selector(uint32_t cp) {
    return (cp >= '0' && cp <= '9') || cp == '#' || cp == '*' ||
           (cp >= 0xA0 && !is_selector(cp) && !is_joiner(cp));
}

static bool is_seen(uint32_t cp, const safe_state *self) {
    if (is_joiner(cp)) {
        return self->previous >= 0xA0 && !is_joiner(self->previous);
    }
    if (is_selector(cp)) {
        return takes_selector(self->previous);
    }
    switch (utf8proc_category((utf8proc_int32_t)cp)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return false;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
        return self->marks < MARKS_MAX;
    default:
        return true;
    }
}

static bool is_mark(uint32_t cp) {
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)cp);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

static void show(buf *out, uint32_t cp) {
    char bytes[4];
    if (cp < 0x20) {
        buf_put(out, (str){bytes, utf8_put(bytes, PICTURES + cp)});
    } else if (cp == DELETE) {
        buf_put(out, (str){bytes, utf8_put(bytes, PICTURE_OF_DELETE)});
    } else {
        buf_printf(out, "<U+%04X>", (unsigned)cp);
    }
}

void safe_put_piece(buf *out, str piece, safe_state *before) {
    for (size_t pos = 0; pos < piece.size;) {
        size_t begin = pos;
        uint32_t cp = utf8_next(piece, &pos);
        if ((cp >= 0x20 && cp < DELETE) || is_seen(cp, before)) {
            buf_put(out, str_slice(piece, (span){begin, pos}));
        } else {
            show(out, cp);
        }
        before->marks = cp >= 0x300 && is_mark(cp) ? before->marks + 1 : 0;
        before->previous = cp;
    }
}

void safe_put(buf *out, str text) {
    safe_state before = {0};
    safe_put_piece(out, text, &before);
}

/* Stretches without line breaks, with a space for each break. */
void safe_put_line(buf *out, str text) {
    safe_state before = {0};
    size_t begin = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] >= '\t' && text.data[i] <= '\r') {
            safe_put_piece(out, str_slice(text, (span){begin, i}), &before);
            safe_put_piece(out, STR(" "), &before);
            begin = i + 1;
        }
    }
    safe_put_piece(out, str_slice(text, (span){begin, text.size}), &before);
}

static void put_repaired(buf *out, str bytes, void put(buf *, str)) {
    arena *memory = arena_new();
    str text;
    utf8_repair(bytes, memory, &text, NULL, NULL);
    put(out, text);
    arena_free(memory);
}

void safe_put_bytes(buf *out, str bytes) {
    put_repaired(out, bytes, safe_put);
}

void safe_put_bytes_line(buf *out, str bytes) {
    put_repaired(out, bytes, safe_put_line);
}
