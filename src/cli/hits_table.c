/* What was found, for people to read. */
#include "cli/hits.h"

#include "cli/entry.h"
#include "cli/numbers.h"
#include "cli/statement.h"
#include "cli/wrap.h"

#include <stdio.h>

enum { GAP = ENTRY_GAP, INDENT = ENTRY_INDENT };

static str inner(hearsay_str text) {
    return (str){text.data, text.size};
}

static void put_gap(buf *out) {
    buf_put(out, STR("  "));
}

/* --- an entry --------------------------------------------------------------------------------- */

static void put_told(entry *self, const hearsay_hit *hit) {
    entry_put_next(self, str_from(hearsay_sourcing_name(hit->sourcing)));
    if (hit->cue.size > 0) { /* "denied", without which the words might read as the contrary */
        entry_put_next(self, STR("\u201C"));
        entry_put(self, statement_trim(inner(hit->cue)));
        entry_put(self, STR("\u201D"));
    }
    if (hit->kind != HEARSAY_KIND_UNKNOWN && hit->kind != HEARSAY_KIND_STATEMENT) {
        entry_put_next(self, str_from(hearsay_kind_name(hit->kind)));
    }
    if (hit->polarity != HEARSAY_POLARITY_UNKNOWN && hit->polarity != HEARSAY_POLARITY_ASSERTED) {
        entry_put_next(self, str_from(hearsay_polarity_name(hit->polarity)));
    }
    if (hit->occasion != HEARSAY_OCCASION_UNKNOWN) {
        entry_put_next(self, str_from(hearsay_occasion_name(hit->occasion)));
    }
    if (hit->via.size > 0) {
        entry_put_next(self, STR("via "));
        entry_put(self, inner(hit->via));
    }
}

void hits_put_who(buf *out, const hearsay_hit *hit, const hits_style *style) {
    entry line;
    const entry_palette *colours = entry_palette_of(style);
    entry_begin(&line, out, style, false);
    wrap_style(&line.lines, colours->name);
    if (hit->statement.data == NULL) {
        entry_put_next(&line, STR("(text)"));
    } else {
        entry_put_next(&line, hit->speaker.size > 0 ? inner(hit->speaker) : STR("(nobody)"));
    }
    wrap_style(&line.lines, colours->off);
    if (hit->statement.data != NULL) {
        put_told(&line, hit);
    }
    entry_end(&line);
}

/* Matches in bold or, without colours, in brackets. */
static void put_text(buf *out, const hearsay_hit *hit, const hits_style *style) {
    entry line;
    const entry_palette *colours = entry_palette_of(style);
    size_t at = 0;
    str text = inner(hit->text);
    entry_begin(&line, out, style, true);
    for (size_t i = 0; i < hit->matches.count; i++) {
        hearsay_span match = hit->matches.items[i];
        entry_put(&line, str_slice(text, (span){at, match.begin}));
        if (style->colour) {
            wrap_style(&line.lines, colours->match);
        } else {
            wrap_text(&line.lines, str_from(colours->match));
        }
        entry_put(&line, str_slice(text, (span){match.begin, match.end}));
        if (style->colour) {
            wrap_style(&line.lines, colours->unmatch);
        } else {
            wrap_text(&line.lines, str_from(colours->unmatch));
        }
        at = match.end;
    }
    entry_put(&line, str_slice(text, (span){at, text.size}));
    entry_end(&line);
}

static void put_where(buf *out, const hearsay_hit *hit, const hits_style *style) {
    entry line;
    const entry_palette *colours = entry_palette_of(style);
    entry_begin(&line, out, style, true);
    wrap_style(&line.lines, colours->faint);
    entry_put_next(&line, entry_title(hit));
    entry_put_next(&line, inner(hit->document.publisher));
    entry_put_next(&line,
                   hit->statement.data != NULL ? inner(hit->statement) : inner(hit->document.id));
    wrap_style(&line.lines, colours->off);
    entry_end(&line);
}

static str day_of(const hearsay_hit *hit) {
    return hit->date.size > 0 ? inner(hit->date) : inner(hit->document.date);
}

void hits_put_entry(buf *out, const hearsay_hit *hit, const hits_style *style) {
    entry_put_day(out, day_of(hit));
    put_gap(out);
    hits_put_who(out, hit, style);
    if (hit->text.size > 0) {
        put_text(out, hit, style);
    }
    put_where(out, hit, style);
}

/* --- tables ----------------------------------------------------------------------------------- */

/* An id is shown whole as long as one that hearsay made, so that it can be copied; what stands
 * before it has less room where it is long. */
void hits_put_document(buf *out, const hearsay_hit *hit, const hits_style *style) {
    enum { COUNT = 5, ID_LEAST = 12, ID_MOST = 32, LEAST = 23 };
    buf count = {0};
    const unsigned wide = text_width(inner(hit->document.id));
    const unsigned id = wide < ID_LEAST ? ID_LEAST : wide > ID_MOST ? ID_MOST : wide;
    const unsigned fixed = INDENT + COUNT + id + 4 * GAP;
    const unsigned room = style->width > fixed + LEAST ? style->width - fixed : LEAST;
    const unsigned name = room * 3 / 10, title = room - 2 * name;
    put_count(&count, hit->statements);
    entry_put_day(out, inner(hit->document.date));
    put_gap(out);
    entry_put_cell(out, entry_title(hit), title, true);
    put_gap(out);
    entry_put_cell(out, inner(hit->document.author), name, true);
    put_gap(out);
    entry_put_cell(out, inner(hit->document.publisher), name, true);
    put_gap(out);
    buf_printf(out, "%*s", COUNT, count.data);
    put_gap(out);
    entry_put_cell(out, inner(hit->document.id), id, false);
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
        entry_put_cell(out,
                       groups[i].name.size > 0 ? (str){groups[i].name.data, groups[i].name.size}
                                               : STR("(not known)"),
                       room, false);
        buf_putc(out, '\n');
        buf_free(&number);
    }
}
