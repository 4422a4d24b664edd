/* What was found, for people to read. */
#include "cli/hits.h"

#include "base/utf8.h"
#include "cli/numbers.h"
#include "cli/safe.h"
#include "cli/wrap.h"

#include <stdio.h>

#define SEPARATOR " ·\u00A0" /* never ends a line */

enum { DAY_WIDTH = 10, GAP = 2, INDENT = DAY_WIDTH + GAP };

typedef struct {
    const char *name, *match, *unmatch, *faint, *off;
} palette;

static const palette COLOURS = {"\x1B[1m", "\x1B[1m", "\x1B[0m", "\x1B[2m", "\x1B[0m"};
static const palette PLAIN = {"", "[", "]", "", ""};

static const palette *palette_of(const hits_style *style) {
    return style->colour ? &COLOURS : &PLAIN;
}

static str inner(hearsay_str text) {
    return (str){text.data, text.size};
}

/* What it is called: its title or, where it has none, the file that it was read from. */
static str title_of(const hearsay_hit *hit) {
    str origin = inner(hit->origin);
    if (hit->document.title.size > 0) {
        return inner(hit->document.title);
    }
    size_t begin = origin.size;
    while (begin > 0 && origin.data[begin - 1] != '/') {
        begin--;
    }
    return str_slice(origin, (span){begin, origin.size});
}

/* --- cells ------------------------------------------------------------------------------------ */

/* As much of the text as fits, with an ellipsis where it is cut, and spaces up to `width`. */
static void put_cell(buf *out, str text, unsigned width, bool fill) {
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

static void put_gap(buf *out) {
    buf_put(out, STR("  "));
}

/* --- an entry --------------------------------------------------------------------------------- */

/* One paragraph of an entry. */
typedef struct {
    wrap lines;
    buf safe;
    bool begun;
} paragraph;

static void begin(paragraph *self, buf *out, const hits_style *style, bool indented) {
    *self = (paragraph){.begun = false};
    buf_printf(out, "%*s", indented ? INDENT : 0, "");
    wrap_begin(&self->lines, out, style->width, INDENT, INDENT);
}

static void end(paragraph *self) {
    wrap_end(&self->lines);
    buf_free(&self->safe);
}

static void put(paragraph *self, str text) {
    buf_clear(&self->safe);
    safe_put_line(&self->safe, text);
    wrap_text(&self->lines, self->safe.data != NULL ? buf_str(&self->safe) : STR(""));
}

/* Something after what was put before. */
static void put_next(paragraph *self, str text) {
    if (text.size > 0) {
        wrap_text(&self->lines, self->begun ? STR(SEPARATOR) : STR(""));
        put(self, text);
        self->begun = true;
    }
}

static void put_told(paragraph *self, const hearsay_hit *hit) {
    put_next(self, str_from(hearsay_sourcing_name(hit->sourcing)));
    if (hit->kind != HEARSAY_KIND_UNKNOWN && hit->kind != HEARSAY_KIND_STATEMENT) {
        put_next(self, str_from(hearsay_kind_name(hit->kind)));
    }
    if (hit->polarity != HEARSAY_POLARITY_UNKNOWN && hit->polarity != HEARSAY_POLARITY_ASSERTED) {
        put_next(self, str_from(hearsay_polarity_name(hit->polarity)));
    }
    if (hit->occasion != HEARSAY_OCCASION_UNKNOWN) {
        put_next(self, str_from(hearsay_occasion_name(hit->occasion)));
    }
    if (hit->via.size > 0) {
        put_next(self, STR("via "));
        put(self, inner(hit->via));
    }
}

static void put_who(buf *out, const hearsay_hit *hit, const hits_style *style) {
    paragraph line;
    const palette *colours = palette_of(style);
    begin(&line, out, style, false);
    wrap_style(&line.lines, colours->name);
    if (hit->statement.data == NULL) {
        put_next(&line, STR("(text)"));
    } else {
        put_next(&line, hit->speaker.size > 0 ? inner(hit->speaker) : STR("(nobody)"));
    }
    wrap_style(&line.lines, colours->off);
    if (hit->statement.data != NULL) {
        put_told(&line, hit);
    }
    end(&line);
}

/* Matches in bold or, without colours, in brackets. */
static void put_text(buf *out, const hearsay_hit *hit, const hits_style *style) {
    paragraph line;
    const palette *colours = palette_of(style);
    size_t at = 0;
    str text = inner(hit->text);
    begin(&line, out, style, true);
    for (size_t i = 0; i < hit->matches.count; i++) {
        hearsay_span match = hit->matches.items[i];
        put(&line, str_slice(text, (span){at, match.begin}));
        if (style->colour) {
            wrap_style(&line.lines, colours->match);
        } else {
            wrap_text(&line.lines, str_from(colours->match));
        }
        put(&line, str_slice(text, (span){match.begin, match.end}));
        if (style->colour) {
            wrap_style(&line.lines, colours->unmatch);
        } else {
            wrap_text(&line.lines, str_from(colours->unmatch));
        }
        at = match.end;
    }
    put(&line, str_slice(text, (span){at, text.size}));
    end(&line);
}

static void put_where(buf *out, const hearsay_hit *hit, const hits_style *style) {
    paragraph line;
    const palette *colours = palette_of(style);
    begin(&line, out, style, true);
    wrap_style(&line.lines, colours->faint);
    put_next(&line, title_of(hit));
    put_next(&line, inner(hit->document.publisher));
    put_next(&line, hit->statement.data != NULL ? inner(hit->statement) : inner(hit->document.id));
    wrap_style(&line.lines, colours->off);
    end(&line);
}

static str day_of(const hearsay_hit *hit) {
    return hit->date.size > 0 ? inner(hit->date) : inner(hit->document.date);
}

void hits_put_entry(buf *out, const hearsay_hit *hit, const hits_style *style) {
    put_cell(out, day_of(hit), DAY_WIDTH, true);
    put_gap(out);
    put_who(out, hit, style);
    if (hit->text.size > 0) {
        put_text(out, hit, style);
    }
    put_where(out, hit, style);
}

/* --- tables ----------------------------------------------------------------------------------- */

void hits_put_document(buf *out, const hearsay_hit *hit, const hits_style *style) {
    enum { PUBLISHER = 18, COUNT = 5, ID = 12, FIXED = INDENT + PUBLISHER + COUNT + ID + 3 * GAP };
    buf count = {0};
    unsigned title = style->width > FIXED + ID ? style->width - FIXED : ID;
    put_count(&count, hit->statements);
    put_cell(out, inner(hit->document.date), DAY_WIDTH, true);
    put_gap(out);
    put_cell(out, title_of(hit), title, true);
    put_gap(out);
    put_cell(out, inner(hit->document.publisher), PUBLISHER, true);
    put_gap(out);
    buf_printf(out, "%*s", COUNT, count.data);
    put_gap(out);
    put_cell(out, inner(hit->document.id), ID, false);
    buf_putc(out, '\n');
    buf_free(&count);
}

void hits_put_groups(buf *out, const hearsay_group *groups, size_t count, const hits_style *style) {
    enum { NUMBER = 11 };
    unsigned room = style->width > NUMBER + 3 * GAP ? style->width - NUMBER - GAP : NUMBER;
    for (size_t i = 0; i < count; i++) {
        buf number = {0};
        buf_put(&number, groups[i].statements == HEARSAY_COUNT_MAX ? STR("≥ ") : STR(""));
        put_count(&number, groups[i].statements);
        unsigned wide = text_width(buf_str(&number));
        buf_printf(out, "%*s%s  ", wide < NUMBER ? (int)(NUMBER - wide) : 0, "", number.data);
        put_cell(out,
                 groups[i].name.size > 0 ? (str){groups[i].name.data, groups[i].name.size}
                                         : STR("(not known)"),
                 room, false);
        buf_putc(out, '\n');
        buf_free(&number);
    }
}
