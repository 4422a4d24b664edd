/* Tables with a column that holds a text: a document a row. */
#include "base/ascii.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "read/align.h"
#include "read/format.h"
#include "read/rows.h"

#include <stdint.h>

enum {
    NAME_MAX_SIZE = 40,    /* bytes of a column's name */
    DOUBLED = 2,           /* a row may be so many times as long as its text, */
    METADATA_MAX = 1 << 20 /* and there is metadata */
};

/* --- columns ---------------------------------------------------------------------------------- */

/* What a column may be called, the likelier name first, and what it is. */
static const struct {
    const char *name;
    size_t offset; /* in hearsay_metadata; TEXT for the text */
} COLUMNS[] = {
#define TEXT SIZE_MAX
#define FIELD(field) offsetof(hearsay_metadata, field)
    {"text", TEXT},
    {"content", TEXT},
    {"contents", TEXT},
    {"body", TEXT},
    {"article", TEXT},
    {"article_text", TEXT},
    {"full_text", TEXT},
    {"fulltext", TEXT},
    {"article_body", TEXT},
    {"article_content", TEXT},
    {"maintext", TEXT},
    {"story", TEXT},
    {"title", FIELD(title)},
    {"headline", FIELD(title)},
    {"author", FIELD(author)},
    {"authors", FIELD(author)},
    {"byline", FIELD(author)},
    {"publisher", FIELD(publisher)},
    {"publication", FIELD(publisher)},
    {"outlet", FIELD(publisher)},
    {"newspaper", FIELD(publisher)},
    {"source", FIELD(publisher)},
    {"source_name", FIELD(publisher)},
    {"date", FIELD(date)},
    {"published", FIELD(date)},
    {"publish_date", FIELD(date)},
    {"published_at", FIELD(date)},
    {"publication_date", FIELD(date)},
    {"date_published", FIELD(date)},
    {"pubdate", FIELD(date)},
    {"url", FIELD(url)},
    {"link", FIELD(url)},
    {"article_url", FIELD(url)},
    {"id", FIELD(id)},
    {"article_id", FIELD(id)},
    {"language", FIELD(language)},
    {"lang", FIELD(language)},
};

enum { COLUMN_COUNT = sizeof COLUMNS / sizeof *COLUMNS };

/* Capital and small letters are the same, and so are what parts the words of a name. */
static bool is_called(str name, const char *called) {
    size_t at = 0;
    for (size_t i = 0; i < name.size; i++) {
        char c = name.data[i] == ' ' || name.data[i] == '-' ? '_' : ascii_lower(name.data[i]);
        if (called[at] == '\0' || called[at] != c) { /* a name may hold NUL */
            return false;
        }
        at++;
    }
    return called[at] == '\0';
}

/* Which column is what: for each of COLUMNS the place of the column so called, SIZE_MAX if none. */
typedef struct {
    size_t of[COLUMN_COUNT];
    size_t count; /* columns in all */
    size_t text;  /* the column of the text; SIZE_MAX where there is none */
    bool plain;   /* all are called as columns are */
} columns;

/* A name is short and one or a few words, without the space with which a clause begins. */
static bool is_name(str name) {
    bool plain = name.size <= NAME_MAX_SIZE && (name.size == 0 || name.data[0] != ' ');
    for (size_t i = 0; i < name.size && plain; i++) {
        char c = name.data[i];
        plain = ascii_is_alphanumeric(c) || c == '_' || c == ' ' || c == '-' || (c & 0x80) != 0 ||
                c == '.' || c == ':' || c == '/' || c == '(' || c == ')' || c == '#';
    }
    return plain;
}

static columns columns_of(const table_row *row, str bytes) {
    columns found = {.count = row->fields.count, .text = SIZE_MAX, .plain = true};
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        found.of[i] = SIZE_MAX;
        for (size_t at = 0; at < row->fields.count && found.of[i] == SIZE_MAX; at++) {
            str name = ascii_trim(str_slice(bytes, row->fields.items[at].span));
            found.of[i] = is_called(name, COLUMNS[i].name) ? at : SIZE_MAX;
        }
        if (COLUMNS[i].offset == TEXT && found.text == SIZE_MAX) {
            found.text = found.of[i];
        }
    }
    for (size_t at = 0; at < row->fields.count; at++) {
        found.plain = found.plain && is_name(str_slice(bytes, row->fields.items[at].span));
    }
    return found;
}

/* A first row of names, among them that of a text: prose has more between its commas. */
static bool begins(const beginning *look) {
    table_row row = {.delimiter = row_delimiter(look->bytes)};
    bool whole = row.delimiter != '\0' && row_go_on(&row, look->bytes, false);
    bool found = false;
    if (whole) {
        columns named = columns_of(&row, look->bytes);
        found = named.plain && named.text != SIZE_MAX;
    }
    vec_free(&row.fields);
    return found;
}

/* --- rows ------------------------------------------------------------------------------------- */

typedef struct {
    stream *from;
    const surroundings *in;
    table_row row;
    columns columns;
    size_t line;  /* at which the row begins, from 1 */
    size_t limit; /* bytes of a row */
    bool headed;  /* the names were read */
    bool ended;
} table;

static void *open_table(stream *from, const surroundings *in) {
    size_t most = in->limits->max_size;
    table *self = mem_alloc(sizeof *self);
    *self = (table){.from = stream_decoded(from, in->within), .in = in, .line = 1};
    self->limit =
        most < (SIZE_MAX - METADATA_MAX) / DOUBLED ? most * DOUBLED + METADATA_MAX : SIZE_MAX;
    return self;
}

static void close_table(void *state) {
    table *self = state;
    vec_free(&self->row.fields);
    stream_close(self->from);
    mem_free(self);
}

static size_t position(const void *state, size_t *size) {
    return stream_position(((const table *)state)->from, size);
}

/* Passes over a row that is too long, without keeping it. */
static void drop_ahead(table *self) {
    stream_take(self->from, self->row.at);
    self->row.at = 0;
    self->row.begin = SIZE_MAX; /* no field begins in what is ahead */
    vec_clear(&self->row.fields);
}

/* Finds the next row, which stays ahead until it is taken; `*large` says that it is not kept. */
static hearsay_status find_row(table *self, bool *large, hearsay_error *error) {
    hearsay_status status = HEARSAY_OK;
    row_begin(&self->row);
    *large = false;
    while (!row_go_on(&self->row, stream_ahead(self->from), status == HEARSAY_END)) {
        if (status == HEARSAY_END) {
            break;
        }
        if (stream_ahead(self->from).size > self->limit) {
            *large = true;
            drop_ahead(self);
        }
        status = stream_fill(self->from, error);
        if (status != HEARSAY_OK && status != HEARSAY_END) {
            return status;
        }
    }
    return stream_ahead(self->from).size > 0 || *large ? HEARSAY_OK : HEARSAY_END;
}

/* Takes the row. */
static void pass_row(table *self) {
    stream_take(self->from, self->row.at);
    self->line += self->row.breaks;
}

static bool is_empty(const table *self, str row) {
    return self->row.fields.count == 1 && ascii_trim(row).size == 0;
}

static hearsay_status read_names(table *self, hearsay_error *error) {
    bool large;
    self->headed = true;
    hearsay_status status = find_row(self, &large, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    str ahead = stream_ahead(self->from);
    char delimiter = row_delimiter(str_slice(ahead, (span){0, self->row.at}));
    row_begin(&self->row);
    self->row.delimiter = delimiter;
    row_go_on(&self->row, ahead, true);
    self->columns = columns_of(&self->row, ahead);
    pass_row(self);
    if (large || self->columns.text == SIZE_MAX) {
        self->ended = true;
        return error_set(error, HEARSAY_FORMAT, 1,
                         "no column is called text, content, body or article");
    }
    return HEARSAY_OK;
}

/* --- fields ----------------------------------------------------------------------------------- */

/* The step for a field in quotation marks. */
static size_t undouble(void *context, str raw, size_t *at, char out[ALIGN_STEP_MAX]) {
    if (str_starts(str_slice(raw, (span){*at, *at + 2}), STR("\"\""))) {
        *at += 2;
        out[0] = '"';
        return 1;
    }
    return align_utf8(context, raw, at, out);
}

/* What a field holds, well formed, in the arena. */
static str value_of(arena *into, str row, const table_field *field, size_t *flaws, size_t *first) {
    str raw = str_slice(row, field->span);
    char *plain = arena_alloc(into, raw.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < raw.size; i++) {
        plain[size++] = raw.data[i];
        i += field->doubled && raw.data[i] == '"' && i + 1 < raw.size && raw.data[i + 1] == '"';
    }
    str value;
    utf8_flaw *where;
    *flaws = utf8_repair((str){plain, size}, into, &value, &where, NULL);
    *first = *flaws > 0 ? field->span.begin + where[0].position : 0;
    return value;
}

static void take_metadata(const table *self, arena *into, str row, hearsay_metadata *out) {
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        size_t at = self->columns.of[i];
        if (COLUMNS[i].offset == TEXT || at >= self->row.fields.count) {
            continue;
        }
        hearsay_str *field = (hearsay_str *)((char *)out + COLUMNS[i].offset);
        size_t flaws;
        str value = ascii_trim(value_of(into, row, &self->row.fields.items[at], &flaws, &flaws));
        if (field->data == NULL && value.size > 0) {
            *field = (hearsay_str){value.data, value.size};
        }
    }
}

static void read_fields(const table *self, arena *into, str given, reading *out) {
    str row = {arena_copy(into, given.data, given.size), given.size};
    const table_field *field = &self->row.fields.items[self->columns.text];
    size_t flaws;
    size_t first;
    str text = value_of(into, row, field, &flaws, &first);
    read_text(into, text, out);
    origins from = {0};
    align(&from, 0, text, str_slice(row, field->span), field->span.begin,
          field->doubled ? undouble : align_utf8, NULL);
    out->sources = origins_copy(into, &from);
    out->source_count = from.count;
    vec_free(&from);
    out->original = row;
    out->made = true;
    out->flaw_count = flaws;
    out->first_flaw = first;
    take_metadata(self, into, row, &out->metadata);
}

static hearsay_status read_row(const table *self, bool large, arena *into, str row, reading *out,
                               hearsay_error *error) {
    size_t most = self->in->limits->max_size;
    size_t count = self->row.fields.count;
    if (large) {
        return stream_too_large("a row larger", most, "--max-size sets the limit", error);
    }
    if (self->row.within) {
        return error_set(error, HEARSAY_FORMAT, 0, "a quotation mark is not closed");
    }
    if (count > self->columns.count || count <= self->columns.text) {
        return error_set(error, HEARSAY_FORMAT, 0, "%zu fields, where the first row has %zu", count,
                         self->columns.count);
    }
    read_fields(self, into, row, out);
    return out->view.text.size <= most
               ? HEARSAY_OK
               : stream_too_large("a text larger", most, "--max-size sets the limit", error);
}

/* The row without its line break. */
static str row_ahead(const table *self) {
    str row = str_slice(stream_ahead(self->from), (span){0, self->row.at});
    while (row.size > 0 && (row.data[row.size - 1] == '\n' || row.data[row.size - 1] == '\r')) {
        row.size--;
    }
    return row;
}

static hearsay_status next(void *state, arena *into, reading *out, buf *place,
                           hearsay_error *error) {
    table *self = state;
    hearsay_status status = self->ended    ? HEARSAY_END
                            : self->headed ? HEARSAY_OK
                                           : read_names(self, error);
    bool large = false;
    while (status == HEARSAY_OK) {
        status = find_row(self, &large, error);
        if (status != HEARSAY_OK || large || !is_empty(self, row_ahead(self))) {
            break;
        }
        pass_row(self);
    }
    if (status != HEARSAY_OK) {
        self->ended = true;
        return status;
    }
    size_t line = self->line;
    buf_printf(place, "%zu", line);
    status = read_row(self, large, into, row_ahead(self), out, error);
    if (status != HEARSAY_OK && error != NULL) {
        error->position = line;
    }
    pass_row(self);
    return status;
}

const format CSV_FORMAT = {.id = HEARSAY_INPUT_CSV,
                           .begins = begins,
                           .open = open_table,
                           .next = next,
                           .close = close_table,
                           .position = position};
