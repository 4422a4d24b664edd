/* Statements as annotations of their documents: the W3C's Web Annotation Data Model, as JSON-LD, an
 * annotation a line. Each part of a content is a target, told by its words and what stands around
 * it (TextQuoteSelector) and by its place in code points of the text (TextPositionSelector). */
#include "cli/export_formats.h"

#include "base/json.h"
#include "cli/export_names.h"
#include "cli/told.h"

enum { CONTEXT = 32 }; /* code points before and after */

/* A position that lies so many code points before or after, at the text's edge at most. */
static size_t back(str text, size_t at) {
    for (int count = 0; at > 0 && count < CONTEXT; count++) {
        do {
            at--;
        } while (at > 0 && ((unsigned char)text.data[at] & 0xC0) == 0x80);
    }
    return at;
}

static size_t forth(str text, size_t at) {
    for (int count = 0; at < text.size && count < CONTEXT; count++) {
        do {
            at++;
        } while (at < text.size && ((unsigned char)text.data[at] & 0xC0) == 0x80);
    }
    return at;
}

static void put_string(buf *out, const char *key, str text) {
    write_key(out, key);
    write_string(out, text);
}

static void put_selectors(buf *out, hearsay_document *document, hearsay_span part) {
    hearsay_str whole = hearsay_document_text(document);
    str text = {whole.data, whole.size};
    write_open(out, '{');
    put_string(out, "type", STR("TextQuoteSelector"));
    put_string(out, "exact", str_slice(text, (span){part.begin, part.end}));
    put_string(out, "prefix", str_slice(text, (span){back(text, part.begin), part.begin}));
    put_string(out, "suffix", str_slice(text, (span){part.end, forth(text, part.end)}));
    write_close(out, '}');
    write_open(out, '{');
    put_string(out, "type", STR("TextPositionSelector"));
    write_key(out, "start");
    write_size(out, hearsay_document_code_points(document, part.begin));
    write_key(out, "end");
    write_size(out, hearsay_document_code_points(document, part.end));
    write_close(out, '}');
}

static void put_targets(buf *out, hearsay_document *document, const hearsay_statement *said) {
    hearsay_spans parts = said->content.count > 0 ? said->content : said->cue;
    write_key(out, "target");
    write_open(out, '[');
    for (size_t i = 0; i < parts.count; i++) {
        write_open(out, '{');
        write_key(out, "source");
        name_put_document(out, document);
        write_key(out, "selector");
        write_open(out, '[');
        put_selectors(out, document, parts.items[i]);
        write_close(out, ']');
        write_close(out, '}');
    }
    write_close(out, ']');
}

static void put_body(buf *out, const char *purpose, str value) {
    write_open(out, '{');
    put_string(out, "type", STR("TextualBody"));
    put_string(out, "purpose", str_from(purpose));
    put_string(out, "format", STR("text/plain"));
    put_string(out, "value", value);
    write_close(out, '}');
}

/* Who is said to have said it, and how that is told. */
static void put_bodies(buf *out, hearsay_document *document, const hearsay_statement *said) {
    buf told = {0};
    told_put(&told, document, said, STR("; "));
    write_key(out, "body");
    write_open(out, '[');
    if (said->speaker.size > 0) {
        put_body(out, "identifying", (str){said->speaker.data, said->speaker.size});
    }
    put_body(out, "describing", told.data != NULL ? buf_str(&told) : STR(""));
    write_close(out, ']');
    buf_free(&told);
}

static void put_annotation(buf *out, hearsay_document *document, const hearsay_statement *said) {
    hearsay_str made_by = hearsay_document_made_by(document);
    write_open(out, '{');
    put_string(out, "@context", STR("http://www.w3.org/ns/anno.jsonld"));
    write_key(out, "id");
    name_put_statement(out, said);
    put_string(out, "type", STR("Annotation"));
    put_string(out, "motivation", STR("identifying"));
    write_key(out, "generator");
    write_open(out, '{');
    put_string(out, "type", STR("Software"));
    put_string(out, "name", (str){made_by.data, made_by.size});
    write_close(out, '}');
    put_bodies(out, document, said);
    put_targets(out, document, said);
    write_close(out, '}');
    buf_putc(out, '\n');
}

static void put_document(writing *self, hearsay_document *document) {
    const hearsay_statement *all;
    size_t count = hearsay_document_statements(document, &all);
    for (size_t i = 0; i < count; i++) {
        put_annotation(&self->out, document, &all[i]);
    }
}

const format EXPORT_WEBANNOTATION = {.name = "webannotation", .document = put_document};
