/* What reasoning found, for spreadsheets. */
#include "cli/findings.h"

#include "cli/csv.h"

#include <string.h>

static const char *const COLUMNS[] = {
    "finding",     "kind",      "about",        "origin",   "marks",   "count",
    "of",          "role",      "name",         "sourcing", "date",    "page_id",
    "document_id", "publisher", "statement_id", "spans",    "words",   "note",
    "version",     "title",     "url",          "cue",      "polarity"};

void findings_put_csv_head(buf *out) {
    csv table = {.out = out};
    csv_begin(&table);
    for (size_t i = 0; i < sizeof COLUMNS / sizeof *COLUMNS; i++) {
        csv_plain(&table, str_from(COLUMNS[i]));
    }
    csv_end_row(&table);
    csv_free(&table);
}

static void put_text(csv *table, hearsay_str text) {
    csv_text(table, text.size > 0 ? (str){text.data, text.size} : STR(""));
}

static void put_word(csv *table, const char *word) {
    csv_plain(table, word != NULL && strcmp(word, "unknown") != 0 ? str_from(word) : STR(""));
}

static void put_number(csv *table, size_t number) {
    buf written = {0};
    buf_printf(&written, "%zu", number);
    csv_plain(table, buf_str(&written));
    buf_free(&written);
}

static void put_finding(csv *table, const hearsay_finding *finding, size_t number) {
    buf marks = {0};
    buf_put(&marks, STR(""));
    for (size_t i = 0; i < finding->mark_count; i++) {
        buf_printf(&marks, "%s%s", i > 0 ? "; " : "", finding->marks[i]);
    }
    put_number(table, number);
    put_word(table, finding->kind);
    put_text(table, finding->about);
    put_word(table, finding->origin);
    csv_plain(table, buf_str(&marks));
    put_number(table, finding->count);
    put_number(table, finding->of);
    buf_free(&marks);
}

static void put_evidence(csv *table, const hearsay_evidence *each) {
    buf spans = {0};
    buf_put(&spans, STR(""));
    for (size_t i = 0; i < each->characters.count; i++) {
        buf_printf(&spans, "%s%zu-%zu", i > 0 ? " " : "", each->characters.items[i].begin,
                   each->characters.items[i].end);
    }
    put_word(table, each->role);
    put_text(table, each->name);
    put_word(table, hearsay_sourcing_name(each->sourcing));
    put_text(table, each->date);
    put_text(table, each->page);
    put_text(table, each->document);
    put_text(table, each->publisher);
    put_text(table, each->statement);
    csv_plain(table, buf_str(&spans));
    put_text(table, each->words);
    put_text(table, each->note);
    if (each->version > 0) {
        put_number(table, each->version);
    } else {
        csv_plain(table, STR(""));
    }
    put_text(table, each->title);
    put_text(table, each->url);
    put_text(table, each->cue);
    put_word(table, each->cue.size > 0 ? hearsay_polarity_name(each->polarity) : NULL);
    buf_free(&spans);
}

void findings_put_csv(buf *out, const hearsay_finding *finding, size_t number) {
    static const hearsay_evidence NOTHING = {.role = NULL};
    csv table = {.out = out};
    size_t rows = finding->evidence_count > 0 ? finding->evidence_count : 1;
    for (size_t i = 0; i < rows; i++) {
        put_finding(&table, finding, number);
        put_evidence(&table, finding->evidence_count > 0 ? &finding->evidence[i] : &NOTHING);
        csv_end_row(&table);
    }
    csv_free(&table);
}
