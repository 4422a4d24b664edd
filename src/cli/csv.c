#include "cli/csv.h"

#include "base/utf8.h"
#include "cli/safe.h"

#include <string.h>
#include <utf8proc.h>

/* --- cells that a spreadsheet would compute ----------------------------------------------------
 */

/* The four, and their forms of other widths, which some programs take for them. */
static bool begins_formula(uint32_t cp) {
    static const uint32_t SIGNS[] = {
        '=',    '+',    '-',    '@',    /* ASCII */
        0xFF1D, 0xFF0B, 0xFF0D, 0xFF20, /* full width */
        0xFE66, 0xFE62, 0xFE63, 0xFE6B, /* small */
    };
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++) {
        if (cp == SIGNS[i]) {
            return true;
        }
    }
    return false;
}

static bool is_formula(str text) {
    for (size_t pos = 0; pos < text.size;) {
        uint32_t cp = utf8_next(text, &pos);
        if (utf8proc_category((utf8proc_int32_t)cp) != UTF8PROC_CATEGORY_ZS) {
            return begins_formula(cp);
        }
    }
    return false;
}

/* --- cells ------------------------------------------------------------------------------------ */

void csv_begin(csv *self) {
    buf_put(self->out, STR("\xEF\xBB\xBF"));
}

static bool is_word(str text) {
    static const char ALLOWED[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                  "._/:?&#%~-";
    for (size_t i = 0; i < text.size; i++) {
        if (memchr(ALLOWED, text.data[i], sizeof ALLOWED - 1) == NULL) {
            return false;
        }
    }
    return true;
}

static void put_quoted(buf *out, str text) {
    buf_putc(out, '"');
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '"') {
            buf_putc(out, '"');
        }
        buf_putc(out, text.data[i]);
    }
    buf_putc(out, '"');
}

void csv_plain(csv *self, str text) {
    buf_put(self->out, self->within ? STR(",") : STR(""));
    self->within = true;
    if (is_word(text)) {
        buf_put(self->out, text);
    } else {
        put_quoted(self->out, text);
    }
}

void csv_text(csv *self, str text) {
    buf_clear(&self->safe);
    safe_put_line(&self->safe, text);
    if (is_formula(buf_str(&self->safe))) {
        buf_clear(&self->safe);
        buf_putc(&self->safe, '\'');
        safe_put_line(&self->safe, text);
    }
    csv_plain(self, buf_str(&self->safe));
}

void csv_bytes(csv *self, str bytes) {
    arena *memory = arena_new();
    str text;
    utf8_repair(bytes, memory, &text, NULL, NULL);
    csv_text(self, text);
    arena_free(memory);
}

void csv_end_row(csv *self) {
    buf_putc(self->out, '\n');
    self->within = false;
}

void csv_free(csv *self) {
    buf_free(&self->safe);
}
