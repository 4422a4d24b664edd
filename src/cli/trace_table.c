/* Utterances and reprints, for people to read. */
#include "cli/trace_formats.h"

#include "cli/entry.h"
#include "cli/findings.h"
#include "cli/numbers.h"
#include "cli/safe.h"

#include <string.h>

static str inner(hearsay_str text) {
    return (str){text.data, text.size};
}

/* --- what happened to it ---------------------------------------------------------------------- */

/* In the order of HEARSAY_TURN_...; what the variant has that the fullest has not, or the other
 * way. */
static const char *const TURNS[] = {"a negation more or less", "a hedge more or less",
                                    "another number", "another speaker", "quoted and told"};

void traced_put_kind(buf *out, const traced *self, size_t place, str between) {
    const hearsay_variant *of = &self->variants.items[place];
    buf_put(out, place == self->fullest ? STR("the fullest")
                                        : str_from(hearsay_variant_kind_name(of->kind)));
    for (size_t i = 0; i < sizeof TURNS / sizeof *TURNS && place != self->fullest; i++) {
        if (of->turns & 1U << i) {
            buf_put(out, between);
            buf_put(out, str_from(TURNS[i]));
        }
    }
}

/* What stands around words that were dropped or added, silently or marked. */
typedef struct {
    const char *begin, *end;
} bracket;

static const bracket DROPPED[] = {{"[-", "-]"}, {"[~", "~]"}};
static const bracket ADDED[] = {{"{+", "+}"}, {"{~", "~}"}};
static const char RED[] = "\x1B[31;9m";
static const char GREEN[] = "\x1B[32m";

static void put_words(entry *line, hearsay_str words, const bracket *around, const char *colour,
                      const hits_style *style) {
    if (words.size == 0) {
        return;
    }
    wrap_text(&line->lines, line->begun ? STR(" ") : STR(""));
    if (style->colour) {
        wrap_style(&line->lines, colour);
    } else {
        wrap_text(&line->lines, str_from(around->begin));
    }
    entry_put(line, inner(words));
    if (style->colour) {
        wrap_style(&line->lines, "\x1B[0m");
    } else {
        wrap_text(&line->lines, str_from(around->end));
    }
    line->begun = true;
}

static void put_edits(buf *out, const hearsay_variant *of, const hits_style *style) {
    static const bracket NONE = {"", ""};
    entry line;
    entry_begin(&line, out, style, true);
    for (size_t i = 0; i < of->edit_count; i++) {
        const hearsay_edit *each = &of->edits[i];
        if (each->kind == HEARSAY_EDIT_SAME) {
            put_words(&line, each->after, &NONE, "", style);
            continue;
        }
        put_words(&line, each->before, &DROPPED[each->marked], RED, style);
        put_words(&line, each->after, &ADDED[each->marked], GREEN, style);
    }
    entry_end(&line);
}

/* --- an utterance ----------------------------------------------------------------------------- */

static void put_text(buf *out, const hearsay_variant *of, const hits_style *style) {
    entry line;
    entry_begin(&line, out, style, true);
    entry_put(&line, inner(of->said.text));
    entry_end(&line);
}

static void put_where(buf *out, const traced *self, size_t place, const hits_style *style) {
    const hearsay_hit *said = &self->variants.items[place].said;
    const entry_palette *colours = entry_palette_of(style);
    entry line;
    buf kind = {0};
    traced_put_kind(&kind, self, place, STR("; "));
    entry_begin(&line, out, style, true);
    wrap_style(&line.lines, colours->name);
    entry_put_next(&line, buf_str(&kind));
    wrap_style(&line.lines, colours->off);
    wrap_style(&line.lines, colours->faint);
    entry_put_next(&line, entry_title(said));
    entry_put_next(&line, inner(said->document.publisher));
    entry_put_next(&line, inner(said->statement));
    wrap_style(&line.lines, colours->off);
    entry_end(&line);
    buf_free(&kind);
}

static void put_variant(buf *out, const traced *self, size_t place, const hits_style *style) {
    const hearsay_variant *of = &self->variants.items[place];
    const bool same = place == self->fullest || of->kind == HEARSAY_VARIANT_IDENTICAL;
    entry_put_day(out, inner(of->said.date.size > 0 ? of->said.date : of->said.document.date));
    buf_put(out, STR("  "));
    hits_put_who(out, &of->said, style);
    if (same || of->edit_count == 0) {
        put_text(out, of, style);
    } else {
        put_edits(out, of, style);
    }
    put_where(out, self, place, style);
}

void traced_put_table(buf *out, const traced *self, const hits_style *style) {
    put_counted(out, self->total, "variant", NULL);
    buf_put(out, STR(" in "));
    put_counted(out, self->documents, "document", NULL);
    buf_put(out, STR(", the first one first\n"));
    for (size_t i = 0; i < self->variants.count; i++) {
        buf_putc(out, '\n');
        put_variant(out, self, i, style);
    }
}

/* --- reprints --------------------------------------------------------------------------------- */

static str called(const hearsay_reprint *of) {
    return of->document.title.size > 0 ? inner(of->document.title)
                                       : str_file_name(inner(of->origin));
}

static void put_reprint(buf *out, const hearsay_reprint *of, const hits_style *style) {
    const entry_palette *colours = entry_palette_of(style);
    entry line;
    buf shared = {0};
    put_counted(&shared, of->words, "word", NULL);
    buf_put(&shared, of->reprint ? STR(" the same: a reprint") : STR(" the same"));
    entry_put_cell(out, inner(of->printed), ENTRY_DAY, true);
    buf_put(out, STR("  "));
    entry_begin(&line, out, style, false);
    wrap_style(&line.lines, colours->name);
    entry_put_next(&line, called(of));
    wrap_style(&line.lines, colours->off);
    entry_put_next(&line, inner(of->document.publisher));
    entry_put_next(&line, buf_str(&shared));
    wrap_style(&line.lines, colours->faint);
    entry_put_next(&line, findings_short_id(of->document.id));
    wrap_style(&line.lines, colours->off);
    entry_end(&line);
    buf_free(&shared);
}

/* What it is called, unless it is the document that was asked for, and its id. */
static void put_original(buf *out, const copied *self) {
    for (size_t i = 0; i < self->count; i++) {
        if (str_equal(inner(self->items[i].document.id), inner(self->original))) {
            safe_put_bytes_line(out, called(&self->items[i]));
            buf_put(out, STR(" · "));
        }
    }
    safe_put_bytes_line(out, findings_short_id(self->original));
}

void copied_put_table(buf *out, const copied *self, const hits_style *style) {
    for (size_t i = 0; i < self->count; i++) {
        put_reprint(out, &self->items[i], style);
    }
    if (self->original.data != NULL) {
        buf line = {0};
        buf_put(&line, STR("likely original: "));
        put_original(&line, self);
        buf_printf(&line, " (%.*s)", (int)self->why.size, self->why.data);
        buf_putc(out, '\n');
        wrap_line(out, &line, style->width);
        buf_free(&line);
    }
}
