#include "cli/statement.h"

#include <stdint.h>
#include <string.h>

static size_t least(size_t a, hearsay_spans spans) {
    return spans.count > 0 && spans.items[0].begin < a ? spans.items[0].begin : a;
}

size_t statement_begin(const hearsay_statement *self) {
    return least(least(least(SIZE_MAX, self->source), self->cue), self->content);
}

str statement_trim(str text) {
    size_t size = text.size;
    while (size > 0 && memchr(" ,:;", text.data[size - 1], 4) != NULL) {
        size--;
    }
    return size > 0 ? (str){text.data, size} : text;
}

static void put(buf *out, hearsay_document *document, hearsay_spans spans, bool trimmed) {
    for (size_t i = 0; i < spans.count; i++) {
        hearsay_str part = hearsay_document_shown(document, spans.items[i]);
        str shown = {part.data, part.size};
        buf_put(out, i > 0 ? STR(STATEMENT_GAP) : STR(""));
        buf_put(out, trimmed && i + 1 == spans.count ? statement_trim(shown) : shown);
    }
}

void statement_put(buf *out, hearsay_document *document, hearsay_spans spans) {
    put(out, document, spans, false);
}

void statement_put_trimmed(buf *out, hearsay_document *document, hearsay_spans spans) {
    put(out, document, spans, true);
}
