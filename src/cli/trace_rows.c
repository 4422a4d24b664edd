/* Utterances and reprints, for programs and spreadsheets. */
#include "cli/trace_formats.h"

#include "base/json.h"
#include "cli/csv.h"
#include "cli/entry.h"
#include "cli/export_formats.h"
#include "cli/findings.h"

static str inner(hearsay_str text) {
    return (str){text.data, text.size};
}

static void put_string(buf *out, const char *key, str text) {
    write_key(out, key);
    write_string(out, text);
}

static void put_bool(buf *out, const char *key, bool value) {
    write_key(out, key);
    write_bool(out, value);
}

/* --- JSON ------------------------------------------------------------------------------------- */

static void put_edit(buf *out, const hearsay_edit *edit) {
    write_open(out, '{');
    put_string(out, "edit", str_from(hearsay_edit_kind_name(edit->kind)));
    put_string(out, "before", inner(edit->before));
    put_string(out, "after", inner(edit->after));
    put_bool(out, "marked", edit->marked);
    write_close(out, '}');
}

static void put_variant(buf *out, const traced *self, size_t place) {
    const hearsay_variant *of = &self->variants.items[place];
    write_open(out, '{');
    hits_put_json_fields(out, &of->said, NULL);
    put_string(out, "printed_on", inner(of->printed));
    put_bool(out, "asked", of->asked);
    put_bool(out, "fullest", place == self->fullest);
    put_string(out, "variant", str_from(hearsay_variant_kind_name(of->kind)));
    turns_put_json(out, of->turns);
    write_key(out, "confidence");
    write_share(out, of->confidence);
    write_key(out, "edits");
    write_open(out, '[');
    for (size_t i = 0; i < of->edit_count; i++) {
        put_edit(out, &of->edits[i]);
    }
    write_close(out, ']');
    write_close(out, '}');
}

void traced_put_jsonl(buf *out, const traced *self) {
    for (size_t i = 0; i < self->variants.count; i++) {
        put_variant(out, self, i);
        buf_putc(out, '\n');
    }
}

void traced_put_list(buf *out, const traced *self) {
    write_open(out, '[');
    for (size_t i = 0; i < self->variants.count; i++) {
        put_variant(out, self, i);
    }
    write_close(out, ']');
}

void copied_put_jsonl(buf *out, const copied *self) {
    for (size_t i = 0; i < self->count; i++) {
        const hearsay_reprint *of = &self->items[i];
        write_open(out, '{');
        put_string(out, "document_id", inner(of->document.id));
        put_string(out, "title", inner(of->document.title));
        put_string(out, "publisher", inner(of->document.publisher));
        put_string(out, "date", inner(of->document.date));
        put_string(out, "url", inner(of->document.url));
        write_key(out, "words");
        write_size(out, of->words);
        write_key(out, "sentences");
        write_size(out, of->sentences);
        put_bool(out, "reprint", of->reprint);
        put_string(out, "original", inner(self->original));
        put_string(out, "why", inner(self->why));
        put_string(out, "file", inner(of->origin));
        write_close(out, '}');
        buf_putc(out, '\n');
    }
}

/* --- CSV -------------------------------------------------------------------------------------- */

/* The words with what happened to them, as in the table. */
static void write_difference(buf *line, const hearsay_variant *of) {
    for (size_t i = 0; i < of->edit_count; i++) {
        const hearsay_edit *each = &of->edits[i];
        const char sign = each->marked ? '~' : '-';
        buf_put(line, line->size > 0 ? STR(" ") : STR(""));
        if (each->kind == HEARSAY_EDIT_SAME) {
            buf_put(line, inner(each->after));
            continue;
        }
        if (each->before.size > 0) {
            buf_printf(line, "[%c%.*s%c]", sign, (int)each->before.size, each->before.data, sign);
        }
        if (each->after.size > 0) {
            const char added = each->marked ? '~' : '+';
            buf_printf(line, "%s{%c%.*s%c}", each->before.size > 0 ? " " : "", added,
                       (int)each->after.size, each->after.data, added);
        }
    }
}

static void put_difference(csv *table, const hearsay_variant *of) {
    buf line = {0};
    write_difference(&line, of);
    csv_text(table, line.size > 0 ? buf_str(&line) : STR(""));
    buf_free(&line);
}

static void put_words(csv *table, unsigned turns) {
    buf line = {0};
    for (unsigned turn = HEARSAY_TURN_NEGATION; turn <= HEARSAY_TURN_MARKS; turn *= 2) {
        if (turns & turn) {
            buf_printf(&line, "%s%s", line.size > 0 ? "; " : "", hearsay_turn_name(turn));
        }
    }
    csv_plain(table, line.size > 0 ? buf_str(&line) : STR(""));
    buf_free(&line);
}

static str or_empty(hearsay_str text) {
    return text.data != NULL ? inner(text) : STR("");
}

void traced_put_csv(buf *out, const traced *self) {
    static const char *const MORE[] = {"printed_on", "fullest", "variant", "flags", "difference"};
    csv table = {.out = out};
    csv_begin(&table);
    hits_put_csv_names(&table);
    for (size_t i = 0; i < sizeof MORE / sizeof *MORE; i++) {
        csv_plain(&table, str_from(MORE[i]));
    }
    csv_end_row(&table);
    for (size_t i = 0; i < self->variants.count; i++) {
        const hearsay_variant *of = &self->variants.items[i];
        hits_put_csv_cells(&table, &of->said);
        csv_text(&table, or_empty(of->printed));
        csv_plain(&table, i == self->fullest ? STR("yes") : STR("no"));
        csv_plain(&table, str_from(hearsay_variant_kind_name(of->kind)));
        put_words(&table, of->turns);
        put_difference(&table, of);
        csv_end_row(&table);
    }
    csv_free(&table);
}

static hearsay_str outer_str(str text) {
    return (hearsay_str){text.data, text.size};
}

static hearsay_str outer(const buf *text) {
    return (hearsay_str){text->data, text->size};
}

/* A variant as a place; `words` and `note` are what it borrows. */
static hearsay_evidence place_of(const traced *self, size_t at, buf *words, buf *note) {
    const hearsay_variant *of = &self->variants.items[at];
    write_difference(words, of);
    traced_put_kind(note, self, at, STR("; "));
    return (hearsay_evidence){.role = "variant",
                              .name = of->said.speaker,
                              .date = of->said.date.size > 0 ? of->said.date : of->printed,
                              .sourcing = of->said.sourcing,
                              .document = of->said.document.id,
                              .publisher = of->said.document.publisher,
                              .statement = of->said.statement,
                              .title = outer_str(entry_title(&of->said)),
                              .url = of->said.document.url,
                              .spans = of->said.spans,
                              .characters = of->said.characters,
                              .cue = of->said.cue,
                              .polarity = of->said.polarity,
                              .words = words->size > 0 ? outer(words) : of->said.text,
                              .note = outer(note)};
}

void traced_put_csv_finding(buf *out, const traced *self, size_t number) {
    for (size_t i = 0; i < self->variants.count; i++) {
        buf words = {0}, note = {0};
        const hearsay_evidence place = place_of(self, i, &words, &note);
        const hearsay_finding one = {
            .kind = "variants", .count = self->total, .evidence = &place, .evidence_count = 1};
        findings_put_csv(out, &one, number);
        buf_free(&words);
        buf_free(&note);
    }
}

void copied_put_csv(buf *out, const copied *self) {
    static const char *const NAMES[] = {"document_id", "title",   "publisher", "date", "words",
                                        "sentences",   "reprint", "original",  "file"};
    csv table = {.out = out};
    csv_begin(&table);
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        csv_plain(&table, str_from(NAMES[i]));
    }
    csv_end_row(&table);
    for (size_t i = 0; i < self->count; i++) {
        const hearsay_reprint *of = &self->items[i];
        csv_text(&table, or_empty(of->document.id));
        csv_text(&table, or_empty(of->document.title));
        csv_text(&table, or_empty(of->document.publisher));
        csv_text(&table, or_empty(of->document.date));
        for (size_t k = 0; k < 2; k++) {
            buf number = {0};
            buf_printf(&number, "%zu", k == 0 ? of->words : of->sentences);
            csv_plain(&table, buf_str(&number));
            buf_free(&number);
        }
        csv_plain(&table, of->reprint ? STR("yes") : STR("no"));
        csv_text(&table, or_empty(self->original));
        csv_text(&table, or_empty(of->origin));
        csv_end_row(&table);
    }
    csv_free(&table);
}
