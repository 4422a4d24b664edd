#include "cli/entry.h"

#include "base/utf8.h"
#include "cli/date.h"
#include "cli/safe.h"

#include <stdio.h>

#define SEPARATOR " ·\u00A0" /* never ends a line */

static const entry_palette COLOURS = {"\x1B[1m", "\x1B[1m", "\x1B[0m", "\x1B[2m", "\x1B[0m"};
static const entry_palette PLAIN = {"", "[", "]", "", ""};

const entry_palette *entry_palette_of(const hits_style *style) {
    return style->colour ? &COLOURS : &PLAIN;
}

str entry_title(const hearsay_hit *hit) {
    if (hit->document.title.size > 0) {
        return (str){hit->document.title.data, hit->document.title.size};
    }
    return str_file_name((str){hit->origin.data, hit->origin.size});
}

/* --- cells ------------------------------------------------------------------------------------ */

void entry_put_cell(buf *out, str text, unsigned width, bool fill) {
    buf safe = {0};
    safe_put_bytes_line(&safe, text);
    str whole = safe.data != NULL ? buf_str(&safe) : STR("");
    unsigned used = text_width(whole);
    size_t end = whole.size;
    if (used > width) {
        used = 1; /* the ellipsis */
        for (size_t pos = end = 0; pos < whole.size; end = pos) {
            utf8_next(whole, &pos);
            unsigned wide = text_width(str_slice(whole, (span){end, pos}));
            if (used + wide > width) {
                break;
            }
            used += wide;
        }
    }
    buf_put(out, str_slice(whole, (span){0, end}));
    buf_put(out, end < whole.size ? STR("…") : STR(""));
    for (; fill && used < width; used++) {
        buf_putc(out, ' ');
    }
    buf_free(&safe);
}

void entry_put_day(buf *out, str date) {
    buf day = {0};
    buf_put(&day, STR(""));
    date_put_short(&day, date);
    entry_put_cell(out, buf_str(&day), ENTRY_DAY, true);
    buf_free(&day);
}

/* --- an entry --------------------------------------------------------------------------------- */

void entry_begin(entry *self, buf *out, const hits_style *style, bool indented) {
    *self = (entry){.begun = false};
    buf_printf(out, "%*s", indented ? ENTRY_INDENT : 0, "");
    wrap_begin(&self->lines, out, style->width, ENTRY_INDENT, ENTRY_INDENT);
}

void entry_end(entry *self) {
    wrap_end(&self->lines);
    buf_free(&self->safe);
}

void entry_put(entry *self, str text) {
    buf_clear(&self->safe);
    safe_put_line(&self->safe, text);
    wrap_text(&self->lines, self->safe.data != NULL ? buf_str(&self->safe) : STR(""));
}

void entry_put_next(entry *self, str text) {
    if (text.size > 0) {
        wrap_text(&self->lines, self->begun ? STR(SEPARATOR) : STR(""));
        entry_put(self, text);
        self->begun = true;
    }
}
