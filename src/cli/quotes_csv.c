#include "cli/quotes_csv.h"

#include "cli/csv.h"
#include "cli/flagged.h"
#include "cli/numbers.h"
#include "cli/statement.h"

#include <stddef.h>

/* A row while it is written. */
typedef struct {
    csv table;
    hearsay_document *document;
    hearsay_metadata about;
    const hearsay_statement *said;
    buf scratch;
} row;

typedef struct {
    const char *name;
    void (*put)(row *self, size_t place);
    size_t place; /* of what is put, in the metadata or the statement */
} column;

/* --- cells ------------------------------------------------------------------------------------ */

static void put_about(row *self, size_t place) {
    const hearsay_str *known = (const void *)((const char *)&self->about + place);
    csv_text(&self->table, (str){known->data, known->size});
}

static void put_origin(row *self, size_t place) {
    (void)place;
    hearsay_str origin = hearsay_document_origin(self->document);
    csv_bytes(&self->table, (str){origin.data, origin.size});
}

static hearsay_spans spans_at(const row *self, size_t place) {
    return *(const hearsay_spans *)(const void *)((const char *)self->said + place);
}

static void put_words(row *self, size_t place) {
    buf_clear(&self->scratch);
    statement_put(&self->scratch, self->document, spans_at(self, place));
    csv_text(&self->table, buf_str(&self->scratch));
}

/* As in JSON: numbers with a dash or a colon between them would become dates and times. */
static void put_offsets(row *self, size_t place) {
    hearsay_spans spans = spans_at(self, place);
    buf_clear(&self->scratch);
    for (size_t i = 0; i < spans.count; i++) {
        buf_printf(&self->scratch, "%s[%zu,%zu]", i > 0 ? "," : "[",
                   hearsay_document_code_points(self->document, spans.items[i].begin),
                   hearsay_document_code_points(self->document, spans.items[i].end));
    }
    buf_put(&self->scratch, spans.count > 0 ? STR("]") : STR("[]"));
    csv_plain(&self->table, buf_str(&self->scratch));
}

/* What the document is flagged for, in each of its rows, as its title is. */
static void put_flags(row *self, size_t place) {
    (void)place;
    const hearsay_flag *flags;
    size_t count = hearsay_document_flags(self->document, &flags);
    buf_clear(&self->scratch);
    for (size_t i = 0; i < count; i++) {
        buf_put(&self->scratch, i > 0 ? STR("; ") : STR(""));
        flagged_put(&self->scratch, self->document, &flags[i]);
    }
    csv_text(&self->table, buf_str(&self->scratch));
}

static void put_id(row *self, size_t place) {
    (void)place;
    csv_plain(&self->table, str_from(self->said->id));
}

static void put_type(row *self, size_t place) {
    (void)place;
    csv_plain(&self->table, str_from(hearsay_type_name(self->said->type)));
}

static void put_name(row *self, int value, const char *name) {
    csv_plain(&self->table, value != 0 ? str_from(name) : STR(""));
}

static void put_kind(row *self, size_t place) {
    (void)place;
    put_name(self, (int)self->said->kind, hearsay_kind_name(self->said->kind));
}

static void put_polarity(row *self, size_t place) {
    (void)place;
    put_name(self, (int)self->said->polarity, hearsay_polarity_name(self->said->polarity));
}

static void put_sourcing(row *self, size_t place) {
    (void)place;
    put_name(self, (int)self->said->sourcing, hearsay_sourcing_name(self->said->sourcing));
}

static void put_occasion(row *self, size_t place) {
    (void)place;
    put_name(self, (int)self->said->occasion, hearsay_occasion_name(self->said->occasion));
}

static void put_told(row *self, size_t place) {
    const hearsay_str *told = (const void *)((const char *)self->said + place);
    csv_text(&self->table, (str){told->data, told->size});
}

static void put_speaker_id(row *self, size_t place) {
    (void)place;
    csv_plain(&self->table, str_from(self->said->speaker_id != NULL ? self->said->speaker_id : ""));
}

static void put_via(row *self, size_t place) {
    (void)place;
    buf_clear(&self->scratch);
    for (size_t i = 0; i < self->said->via_count; i++) {
        buf_put(&self->scratch, i > 0 ? STR("; ") : STR(""));
        buf_put(&self->scratch, (str){self->said->via[i].data, self->said->via[i].size});
    }
    csv_text(&self->table, buf_str(&self->scratch));
}

/* The id of the statement in whose content this one lies. */
static void put_parent(row *self, size_t place) {
    (void)place;
    const hearsay_statement *all;
    hearsay_document_statements(self->document, &all);
    size_t parent = self->said->parent;
    csv_plain(&self->table, str_from(parent != HEARSAY_NO_PARENT ? all[parent].id : ""));
}

static void put_confidence(row *self, size_t place) {
    (void)place;
    buf_clear(&self->scratch);
    put_share(&self->scratch, (double)self->said->confidence);
    csv_plain(&self->table, buf_str(&self->scratch));
}

/* --- the table -------------------------------------------------------------------------------- */

#define ABOUT(field) put_about, offsetof(hearsay_metadata, field)
#define WORDS(field) put_words, offsetof(hearsay_statement, field)
#define OFFSETS(field) put_offsets, offsetof(hearsay_statement, field)

static const column COLUMNS[] = {
    {"document_id", ABOUT(id)},
    {"file", put_origin, 0},
    {"title", ABOUT(title)},
    {"publisher", ABOUT(publisher)},
    {"author", ABOUT(author)},
    {"date", ABOUT(date)},
    {"url", ABOUT(url)},
    {"statement_id", put_id, 0},
    {"source", WORDS(source)},
    {"cue", WORDS(cue)},
    {"content", WORDS(content)},
    {"type", put_type, 0},
    {"kind", put_kind, 0},
    {"polarity", put_polarity, 0},
    {"speaker", put_told, offsetof(hearsay_statement, speaker)},
    {"speaker_id", put_speaker_id, 0},
    {"sourcing", put_sourcing, 0},
    {"occasion", put_occasion, 0},
    {"via", put_via, 0},
    {"said_on", put_told, offsetof(hearsay_statement, date)},
    {"parent_id", put_parent, 0},
    {"confidence", put_confidence, 0},
    {"source_offsets", OFFSETS(source)},
    {"cue_offsets", OFFSETS(cue)},
    {"content_offsets", OFFSETS(content)},
    {"flags", put_flags, 0},
};

static const size_t COLUMN_COUNT = sizeof COLUMNS / sizeof *COLUMNS;

static void put_names(csv *table) {
    csv_begin(table);
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        csv_plain(table, str_from(COLUMNS[i].name));
    }
}

static void put_cells(row *self, const hearsay_statement *said) {
    self->said = said;
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        COLUMNS[i].put(self, COLUMNS[i].place);
    }
}

static row begin_rows(buf *out, hearsay_document *document) {
    return (row){
        .table = {.out = out}, .document = document, .about = hearsay_document_metadata(document)};
}

static void end_rows(row *self) {
    csv_free(&self->table);
    buf_free(&self->scratch);
}

/* --- of a document ---------------------------------------------------------------------------- */

static void begin(writing *self) {
    csv table = {.out = &self->out};
    put_names(&table);
    csv_end_row(&table);
    csv_free(&table);
}

static void put_document(writing *self, hearsay_document *document) {
    row line = begin_rows(&self->out, document);
    const hearsay_statement *statements;
    size_t count = hearsay_document_statements(document, &statements);
    for (size_t i = 0; i < count; i++) {
        put_cells(&line, &statements[i]);
        csv_end_row(&line.table);
    }
    end_rows(&line);
}

const format QUOTES_CSV = {.name = "csv", .begin = begin, .document = put_document};

/* --- with sentences --------------------------------------------------------------------------- */

static void put_sentence(row *self) {
    hearsay_spans sentences = hearsay_document_sentences(self->document, self->said);
    buf_clear(&self->scratch);
    statement_put(&self->scratch, self->document, sentences);
    csv_text(&self->table, buf_str(&self->scratch));
}

void quotes_csv_put(buf *out, hearsay_document *document, size_t place) {
    row line = begin_rows(out, document);
    const hearsay_statement *statements;
    size_t count = hearsay_document_statements(document, &statements);
    put_names(&line.table);
    csv_plain(&line.table, STR("sentence"));
    csv_end_row(&line.table);
    for (size_t i = 0; i < count; i++) {
        if (place == HEARSAY_NO_PARENT || place == i) {
            put_cells(&line, &statements[i]);
            put_sentence(&line);
            csv_end_row(&line.table);
        }
    }
    end_rows(&line);
}
