/* What was found, for spreadsheets. */
#include "cli/hits.h"

#include "cli/numbers.h"

#include <stddef.h>
#include <string.h>

/* A column: its text, or the word of an enumeration, in a hit. */
typedef struct {
    const char *name;
    size_t place;                             /* of a hearsay_str */
    const char *(*word)(const hearsay_hit *); /* instead; NULL: none */
} column;

static const char *sourcing_of(const hearsay_hit *hit) {
    return hearsay_sourcing_name(hit->sourcing);
}

static const char *type_of(const hearsay_hit *hit) {
    return hearsay_type_name(hit->type);
}

static const char *kind_of(const hearsay_hit *hit) {
    return hearsay_kind_name(hit->kind);
}

static const char *polarity_of(const hearsay_hit *hit) {
    return hearsay_polarity_name(hit->polarity);
}

static const char *occasion_of(const hearsay_hit *hit) {
    return hearsay_occasion_name(hit->occasion);
}

#define TEXT(field) offsetof(hearsay_hit, field), NULL
#define WORD(function) 0, function

static const column COLUMNS[] = {
    {"document_id", TEXT(document.id)},
    {"file", TEXT(origin)},
    {"title", TEXT(document.title)},
    {"author", TEXT(document.author)},
    {"publisher", TEXT(document.publisher)},
    {"date", TEXT(document.date)},
    {"url", TEXT(document.url)},
    {"statement_id", TEXT(statement)},
    {"speaker", TEXT(speaker)},
    {"sourcing", WORD(sourcing_of)},
    {"type", WORD(type_of)},
    {"kind", WORD(kind_of)},
    {"cue", TEXT(cue)},
    {"polarity", WORD(polarity_of)},
    {"occasion", WORD(occasion_of)},
    {"via", TEXT(via)},
    {"said_on", TEXT(date)},
    {"text", TEXT(text)},
};

enum { COLUMN_COUNT = sizeof COLUMNS / sizeof *COLUMNS };

void hits_put_csv_names(csv *table) {
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        csv_plain(table, str_from(COLUMNS[i].name));
    }
}

void hits_put_csv_head(buf *out) {
    csv table = {.out = out};
    csv_begin(&table);
    csv_plain(&table, STR("who"));
    hits_put_csv_names(&table);
    csv_end_row(&table);
    csv_free(&table);
}

static void put_text(csv *table, hearsay_str text) {
    csv_text(table, text.data != NULL ? (str){text.data, text.size} : STR(""));
}

void hits_put_csv_cells(csv *table, const hearsay_hit *hit) {
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        if (COLUMNS[i].word == NULL) {
            put_text(table, *(const hearsay_str *)((const char *)hit + COLUMNS[i].place));
            continue;
        }
        const char *word = hit->statement.data != NULL ? COLUMNS[i].word(hit) : "unknown";
        csv_plain(table, strcmp(word, "unknown") != 0 ? str_from(word) : STR(""));
    }
}

void hits_put_csv(buf *out, const hearsay_hit *hit, const hearsay_group *group) {
    csv table = {.out = out};
    put_text(&table, group != NULL ? group->name : (hearsay_str){NULL, 0});
    hits_put_csv_cells(&table, hit);
    csv_end_row(&table);
    csv_free(&table);
}

void hits_put_groups_csv(buf *out, const hearsay_group *groups, size_t count,
                         const char *name_of_name) {
    csv table = {.out = out};
    csv_begin(&table);
    csv_plain(&table, str_from(name_of_name));
    csv_plain(&table, STR("count"));
    csv_end_row(&table);
    for (size_t i = 0; i < count; i++) {
        buf number = {0};
        buf_printf(&number, "%zu", groups[i].statements);
        put_text(&table, groups[i].name);
        csv_plain(&table, buf_str(&number));
        csv_end_row(&table);
        buf_free(&number);
    }
    csv_free(&table);
}
