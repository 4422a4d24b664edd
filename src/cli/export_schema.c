/* Quoted statements as schema.org's Quotation, in JSON-LD, one a line. What is told without any
 * quotation marks (`indirect`) is nobody's words, and left out. */
#include "cli/export_formats.h"

#include "base/json.h"
#include "cli/export_names.h"
#include "cli/statement.h"

static void put_string(buf *out, const char *key, str text) {
    if (text.size > 0) {
        write_key(out, key);
        write_string(out, text);
    }
}

static str inner(hearsay_str text) {
    return (str){text.data, text.size};
}

static void put_named(buf *out, const char *key, const char *type, str name) {
    if (name.size == 0) {
        return;
    }
    if (key != NULL) {
        write_key(out, key);
    }
    write_open(out, '{');
    put_string(out, "@type", str_from(type));
    put_string(out, "name", name);
    write_close(out, '}');
}

static void put_article(buf *out, hearsay_document *document) {
    hearsay_metadata about = hearsay_document_metadata(document);
    const char *language = hearsay_document_language(document);
    write_key(out, "isPartOf");
    write_open(out, '{');
    put_string(out, "@type", STR("Article"));
    write_key(out, "@id");
    name_put_document(out, document);
    put_string(out, "headline", inner(about.title));
    put_string(out, "datePublished", inner(about.date));
    put_string(out, "inLanguage", str_from(language != NULL ? language : ""));
    put_named(out, "author", "Person", inner(about.author));
    put_named(out, "publisher", "Organization", inner(about.publisher));
    write_close(out, '}');
}

/* What schema.org knows of speakers: persons and organizations. */
static const char *type_of(const hearsay_statement *said) {
    switch (said->sourcing) {
    case HEARSAY_SOURCING_NAMED:
    case HEARSAY_SOURCING_ROLE:
    case HEARSAY_SOURCING_ANONYMOUS:
        return "Person";
    case HEARSAY_SOURCING_OUTLET:
    case HEARSAY_SOURCING_COLLECTIVE:
        return "Organization";
    default:
        return NULL;
    }
}

static void put_speakers(buf *out, const hearsay_statement *said) {
    static const str BETWEEN = {"; ", 2};
    str rest = inner(said->speaker);
    if (type_of(said) == NULL || rest.size == 0) {
        return;
    }
    write_key(out, "spokenByCharacter");
    write_open(out, '[');
    for (size_t end = 0; rest.size > 0; end = 0) {
        while (end < rest.size && !str_starts(str_slice(rest, (span){end, rest.size}), BETWEEN)) {
            end++;
        }
        put_named(out, NULL, type_of(said), str_slice(rest, (span){0, end}));
        rest = str_slice(rest, (span){end + BETWEEN.size, rest.size});
    }
    write_close(out, ']');
}

/* A single day, month or year; a span of days, or a day without its year, is no schema.org date. */
static void put_date(buf *out, str date) {
    bool single = date.size >= 4 && date.data[0] != '-';
    for (size_t i = 0; i < date.size; i++) {
        single = single && date.data[i] != '/';
    }
    put_string(out, "dateCreated", single ? date : STR(""));
}

static void put_quotation(buf *out, hearsay_document *document, const hearsay_statement *said) {
    buf words = {0};
    statement_put(&words, document, said->content);
    write_open(out, '{');
    put_string(out, "@context", STR("https://schema.org"));
    put_string(out, "@type", STR("Quotation"));
    write_key(out, "@id");
    name_put_statement(out, said);
    put_string(out, "text", words.data != NULL ? buf_str(&words) : STR(""));
    put_speakers(out, said);
    put_date(out, inner(said->date));
    put_article(out, document);
    write_close(out, '}');
    buf_putc(out, '\n');
    buf_free(&words);
}

static void put_document(writing *self, hearsay_document *document) {
    const hearsay_statement *all;
    size_t count = hearsay_document_statements(document, &all);
    for (size_t i = 0; i < count; i++) {
        if (all[i].type != HEARSAY_INDIRECT && all[i].content.count > 0) {
            put_quotation(&self->out, document, &all[i]);
        }
    }
}

const format EXPORT_SCHEMA = {.name = "schema", .document = put_document};
