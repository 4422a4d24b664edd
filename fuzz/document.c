/* Any bytes -> document -> statements -> JSON, with the model that $HEARSAY_MODEL names, or without
 * statements where there is none.
 *
 * What must hold: nothing crashes, every span lies in the text and begins and ends at a character,
 * and what is written is JSON. The text is written too where the first byte is odd. */
#include "hearsay.h"

#include <jansson.h>
#include <stdint.h>
#include <stdlib.h>

static void require(bool holds) {
    if (!holds) {
        abort();
    }
}

static bool starts_character(hearsay_str text, size_t position) {
    return position == text.size || ((unsigned char)text.data[position] & 0xC0) != 0x80;
}

static void check_spans(hearsay_document *document, hearsay_spans spans) {
    hearsay_str text = hearsay_document_text(document);
    for (size_t i = 0; i < spans.count; i++) {
        hearsay_span part = spans.items[i];
        require(part.begin < part.end && part.end <= text.size);
        require(starts_character(text, part.begin) && starts_character(text, part.end));
        hearsay_document_shown(document, part);
    }
}

static void check_statements(hearsay_document *document) {
    const hearsay_statement *statements;
    size_t count = hearsay_document_statements(document, &statements);
    for (size_t i = 0; i < count; i++) {
        require(statements[i].cue.count > 0 && statements[i].content.count > 0);
        check_spans(document, statements[i].source);
        check_spans(document, statements[i].cue);
        check_spans(document, statements[i].content);
    }
    const hearsay_passage *passages;
    count = hearsay_document_passages(document, &passages);
    for (size_t i = 0; i < count; i++) {
        check_spans(document, (hearsay_spans){&passages[i].span, 1});
    }
}

static void check_json(hearsay_document *document, unsigned flags) {
    hearsay_str line = hearsay_document_json(document, flags);
    json_t *value = json_loadb(line.data, line.size, JSON_ALLOW_NUL, NULL);
    require(json_is_object(value));
    json_decref(value);
}

/* Opened once, as opening takes longer than a document; libFuzzer never ends but by exit. */
static hearsay_reader *the_reader(void) {
    static hearsay_model *model = NULL;
    static hearsay_reader *reader = NULL;
    if (reader == NULL && getenv("HEARSAY_MODEL") != NULL) {
        require(hearsay_model_open(NULL, &model, NULL) == HEARSAY_OK);
        require(hearsay_reader_new(model, &reader, NULL) == HEARSAY_OK);
    }
    return reader;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    unsigned flags = size > 0 && (data[0] & 1) != 0 ? HEARSAY_WITH_TEXT : 0;
    hearsay_document *document = NULL;
    hearsay_str bytes = {(const char *)data, size};
    require(hearsay_document_new(bytes, NULL, &document, NULL) == HEARSAY_OK);
    hearsay_reader *reader = the_reader();
    if (reader != NULL) {
        hearsay_attribute(reader, document);
    }
    check_statements(document);
    check_json(document, flags);
    hearsay_document_free(document);
    return 0;
}
