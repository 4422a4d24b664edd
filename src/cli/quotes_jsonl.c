#include "cli/quotes_jsonl.h"

static void put_document(writing *self, hearsay_document *document) {
    unsigned flags = (self->settings.with_text ? HEARSAY_WITH_TEXT : 0U) |
                     (self->settings.with_file ? HEARSAY_WITH_FILE : 0U);
    hearsay_str line = hearsay_document_json(document, flags);
    buf_put(&self->out, (str){line.data, line.size});
}

const format QUOTES_JSONL = {.name = "jsonl", .has_text = true, .document = put_document};
