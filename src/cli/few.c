#include "cli/few.h"

#include "cli/numbers.h"
#include "cli/safe.h"

enum { NAMES_MAX = 8 };

#define NO_BREAK "\u00A0" /* so that it stays in one line (cli/wrap.h) */

void few_add(few *self, const hearsay_document *document, str note) {
    self->count++;
    if (self->names.count == NAMES_MAX) {
        return;
    }
    hearsay_str origin = hearsay_document_origin(document);
    buf name = {0};
    safe_put_bytes_line(&name, (str){origin.data, origin.size});
    buf_put(&name, STR(NO_BREAK "("));
    safe_put_bytes_line(&name, note);
    buf_put(&name, STR(")"));
    vec_push(&self->names, name.data);
}

void few_put(buf *out, const few *self) {
    put_counted(out, self->count, "document", NULL);
    for (size_t i = 0; i < self->names.count; i++) {
        buf_put(out, i == 0 ? STR(": ") : STR(", "));
        buf_put(out, str_from(self->names.items[i]));
    }
    if (self->count > self->names.count) {
        buf_put(out, STR(" and "));
        put_count(out, self->count - self->names.count);
        buf_put(out, STR(" more"));
    }
}

void few_free(few *self) {
    for (size_t i = 0; i < self->names.count; i++) {
        mem_free(self->names.items[i]);
    }
    vec_free(&self->names);
}
