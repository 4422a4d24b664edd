#include "cli/statement.h"

#include "base/ascii.h"

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

bool statement_leaves_out(hearsay_document *document, hearsay_spans spans, size_t next) {
    hearsay_span between = {spans.items[next - 1].end, spans.items[next].begin};
    hearsay_str shown = hearsay_document_shown(document, between);
    for (size_t i = 0; i < shown.size; i++) {
        if (!ascii_is_space(shown.data[i])) {
            return true;
        }
    }
    return false;
}

static void put(buf *out, hearsay_document *document, hearsay_spans spans, bool trimmed) {
    for (size_t i = 0; i < spans.count; i++) {
        if (i > 0) {
            buf_put(out, statement_leaves_out(document, spans, i) ? STR(" … ") : STR(" "));
        }
        hearsay_str part = hearsay_document_shown(document, spans.items[i]);
        str shown = {part.data, part.size};
        buf_put(out, trimmed && i + 1 == spans.count ? statement_trim(shown) : shown);
    }
}

void statement_put(buf *out, hearsay_document *document, hearsay_spans spans) {
    put(out, document, spans, false);
}

void statement_put_trimmed(buf *out, hearsay_document *document, hearsay_spans spans) {
    put(out, document, spans, true);
}
