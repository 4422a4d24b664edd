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

static str shown(hearsay_document *document, hearsay_spans spans) {
    const hearsay_str words = hearsay_document_shown_parts(document, spans);
    return (str){words.data, words.size};
}

void statement_put(buf *out, hearsay_document *document, hearsay_spans spans) {
    buf_put(out, shown(document, spans));
}

void statement_put_trimmed(buf *out, hearsay_document *document, hearsay_spans spans) {
    buf_put(out, statement_trim(shown(document, spans)));
}
