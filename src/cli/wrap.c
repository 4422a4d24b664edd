#include "cli/wrap.h"

#include "base/utf8.h"

#include <utf8proc.h>

enum { NO_BREAK_SPACE = 0xA0, EM_DASH = 0x2014, WIDTH_MIN = 8 };

static unsigned width_of(uint32_t cp) {
    return cp < 0x7F ? 1 : (unsigned)utf8proc_charwidth((utf8proc_int32_t)cp);
}

unsigned text_width(str text) {
    unsigned width = 0;
    for (size_t pos = 0; pos < text.size;) {
        width += width_of(utf8_next(text, &pos));
    }
    return width;
}

void wrap_begin(wrap *self, buf *out, unsigned width, unsigned indent, unsigned column) {
    indent = indent < width ? indent : 0;
    unsigned least = indent + WIDTH_MIN; /* on the narrowest terminal something must fit */
    *self = (wrap){
        .out = out, .width = width > least ? width : least, .indent = indent, .column = column};
}

/* --- placing ---------------------------------------------------------------------------------- */

static void new_line(wrap *self) {
    buf_putc(self->out, '\n');
    for (self->column = 0; self->column < self->indent; self->column++) {
        buf_putc(self->out, ' ');
    }
    self->begun = self->space = false;
}

/* Puts the word on this line or the next one. */
static void place(wrap *self) {
    if (self->word_width > 0) {
        if (self->begun && self->column + self->space + self->word_width > self->width) {
            new_line(self);
        }
        if (self->space) {
            buf_putc(self->out, ' ');
            self->column++;
        }
        self->begun = true;
        self->space = false;
    }
    buf_put(self->out, buf_str(&self->word));
    self->column += self->word_width;
    self->word_width = 0;
    self->last = 0;
    buf_clear(&self->word);
}

/* --- where a line may break apart from spaces ------------------------------------------------- */

static bool is_opening(uint32_t cp) {
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)cp);
    return category == UTF8PROC_CATEGORY_PS || category == UTF8PROC_CATEGORY_PI;
}

static bool is_letter(uint32_t cp) {
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)cp);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

/* Opening punctuation never ends a line, and other punctuation never begins one. */
static bool may_break(uint32_t before, uint32_t after) {
    if (before == EM_DASH) {
        return is_letter(after);
    }
    return before != 0 && width_of(before) == 2 && !is_opening(before) && width_of(after) == 2 &&
           (is_letter(after) || is_opening(after));
}

/* --- text ------------------------------------------------------------------------------------- */

static void put_character(wrap *self, uint32_t cp, str bytes) {
    unsigned width = width_of(cp);
    if (width > 0 &&
        (may_break(self->last, cp) || self->word_width + width > self->width - self->indent)) {
        place(self);
    }
    buf_put(&self->word, cp == NO_BREAK_SPACE ? STR(" ") : bytes);
    self->word_width += width;
    self->last = width > 0 ? cp : self->last;
}

void wrap_text(wrap *self, str text) {
    for (size_t pos = 0; pos < text.size;) {
        size_t begin = pos;
        uint32_t cp = utf8_next(text, &pos);
        if (cp == ' ') {
            place(self);
            self->space = self->begun;
        } else {
            put_character(self, cp, str_slice(text, (span){begin, pos}));
        }
    }
}

void wrap_style(wrap *self, const char *escape) {
    buf_put(&self->word, str_from(escape));
}

void wrap_end(wrap *self) {
    place(self);
    buf_putc(self->out, '\n');
    buf_free(&self->word);
}

void wrap_line(buf *out, buf *line, unsigned width) {
    wrap lines;
    wrap_begin(&lines, out, width, 2, 0);
    wrap_text(&lines, buf_str(line));
    wrap_end(&lines);
    buf_clear(line);
}
