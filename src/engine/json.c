/* A document as one line of JSON; docs/format.md defines it for users. */
#include "engine/document.h"
#include "engine/writer.h"

static void write_field(buf *out, const char *key, hearsay_str value) {
    write_key(out, key);
    write_string(out, inner_str(value));
}

/* Fields whose stages are not built yet. */
static void write_unknown(buf *out, const char *const *keys, size_t count) {
    for (size_t i = 0; i < count; i++) {
        write_key(out, keys[i]);
        write_null(out);
    }
}

#define WRITE_UNKNOWN(out, ...)                                                                    \
    write_unknown((out), (const char *const[]){__VA_ARGS__},                                       \
                  sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static void write_spans(buf *out, const char *key, hearsay_spans spans, const offsets *at) {
    write_key(out, key);
    write_open(out, '[');
    for (size_t i = 0; i < spans.count; i++) {
        write_open(out, '[');
        write_size(out, offsets_at(at, spans.items[i].begin));
        write_size(out, offsets_at(at, spans.items[i].end));
        write_close(out, ']');
    }
    write_close(out, ']');
}

static void write_statement(buf *out, const hearsay_statement *self, const offsets *at) {
    write_open(out, '{');
    write_key(out, "id");
    write_string(out, str_from(self->id));
    write_spans(out, "source", self->source, at);
    write_spans(out, "cue", self->cue, at);
    write_spans(out, "content", self->content, at);
    write_key(out, "type");
    write_string(out, str_from(hearsay_type_name(self->type)));
    WRITE_UNKNOWN(out, "kind", "polarity", "parent", "speaker", "speaker_id", "sourcing", "via",
                  "occasion", "date", "anonymity");
    write_key(out, "confidence");
    write_open(out, '{');
    write_key(out, "relation");
    write_share(out, self->confidence);
    WRITE_UNKNOWN(out, "speaker", "sourcing");
    write_close(out, '}');
    WRITE_UNKNOWN(out, "why");
    write_close(out, '}');
}

static void write_statements(buf *out, const findings *found, const offsets *at) {
    write_key(out, "statements");
    write_open(out, '[');
    for (size_t i = 0; i < found->statement_count; i++) {
        write_statement(out, &found->statements[i], at);
    }
    write_close(out, ']');
}

/* Passages that were not read are flags: what they are in is their note. */
static void write_flags(buf *out, const findings *found, const offsets *at) {
    write_key(out, "flags");
    write_open(out, '[');
    for (size_t i = 0; i < found->passage_count; i++) {
        write_open(out, '{');
        write_key(out, "kind");
        write_string(out, STR("language"));
        write_spans(out, "spans", (hearsay_spans){&found->passages[i].span, 1}, at);
        write_key(out, "note");
        write_string(out, str_from(found->passages[i].language));
        write_close(out, '}');
    }
    write_close(out, ']');
}

/* What was found; nothing is known of it before hearsay_attribute, so everything is null. */
static void write_findings(buf *out, hearsay_document *self) {
    if (self->found.memory == NULL) {
        WRITE_UNKNOWN(out, "statements", "own_voice", "flags");
        return;
    }
    const offsets *at = document_offsets(self);
    write_statements(out, &self->found, at);
    WRITE_UNKNOWN(out, "own_voice");
    write_flags(out, &self->found, at);
}

hearsay_str hearsay_document_json(hearsay_document *self, unsigned flags) {
    buf *out = &self->json;
    const char *language = hearsay_document_language(self);
    const hearsay_metadata *metadata = &self->reading.metadata;
    buf_clear(out);
    write_open(out, '{');
    write_field(out, "id", metadata->id);
    write_field(out, "title", metadata->title);
    write_field(out, "author", metadata->author);
    write_field(out, "publisher", metadata->publisher);
    write_field(out, "url", metadata->url);
    write_field(out, "date", metadata->date);
    write_key(out, "language");
    write_string(out, language != NULL ? str_from(language) : (str){NULL, 0});
    if ((flags & HEARSAY_WITH_TEXT) != 0) {
        write_key(out, "text");
        str text = self->reading.view.text;
        write_string(out, text.data != NULL ? text : STR(""));
    }
    write_findings(out, self);
    write_close(out, '}');
    buf_putc(out, '\n');
    return public_str(buf_str(out));
}
