#include "cli/summary.h"

#include "cli/languages.h"
#include "cli/numbers.h"
#include "cli/safe.h"
#include "cli/wrap.h"

#include <string.h>

enum { NAMES_MAX = 8 };

/* "a.txt (German)" */
static char *name_of(const hearsay_document *document, const char *language) {
    hearsay_str origin = hearsay_document_origin(document);
    buf name = {0};
    safe_put_bytes(&name, (str){origin.data, origin.size});
    buf_printf(&name, "\u00A0(%s)", language_name(language)); /* in one line (cli/wrap.h) */
    return name.data;
}

void summary_add(summary *self, const hearsay_document *document) {
    const hearsay_statement *statements;
    const hearsay_passage *passages;
    self->documents++;
    if (is_foreign(document)) {
        self->foreign++;
        if (self->names.count < NAMES_MAX) {
            vec_push(&self->names, name_of(document, hearsay_document_language(document)));
        }
        return;
    }
    self->statements += hearsay_document_statements(document, &statements);
    self->passages += hearsay_document_passages(document, &passages);
    self->words += hearsay_document_words(document);
}

static void put_work(buf *out, const summary *self, double seconds) {
    put_counted(out, self->documents, "document", NULL);
    buf_put(out, STR(", "));
    put_counted(out, self->statements, "statement", NULL);
    buf_put(out, STR(", "));
    put_counted(out, self->words, "word", NULL);
    buf_put(out, STR(" in "));
    put_duration(out, seconds);
    if (self->words > 0 && seconds > 0) {
        buf_put(out, STR(" ("));
        put_count(out, (size_t)((double)self->words / seconds));
        buf_put(out, STR(" words/s)"));
    }
}

static void put_foreign(buf *out, const summary *self) {
    buf_put(out, STR("not in English, so not read: "));
    if (self->passages > 0) {
        put_counted(out, self->passages, "passage", NULL);
        buf_put(out, self->foreign > 0 ? STR("; ") : STR(""));
    }
    if (self->foreign > 0) {
        put_counted(out, self->foreign, "document", NULL);
    }
    for (size_t i = 0; i < self->names.count; i++) {
        buf_put(out, i == 0 ? STR(": ") : STR(", "));
        buf_put(out, str_from(self->names.items[i]));
    }
    if (self->foreign > self->names.count) {
        buf_put(out, STR(" and "));
        put_count(out, self->foreign - self->names.count);
        buf_put(out, STR(" more"));
    }
}

void summary_put(buf *out, const summary *self, double seconds, size_t unread, unsigned width) {
    buf line = {0};
    put_work(&line, self, seconds);
    wrap_line(out, &line, width);
    if (self->foreign > 0 || self->passages > 0) {
        put_foreign(&line, self);
        wrap_line(out, &line, width);
    }
    if (unread > 0) {
        buf_put(&line, STR("could not be read: "));
        put_count(&line, unread);
        wrap_line(out, &line, width);
    }
    buf_free(&line);
}

void summary_free(summary *self) {
    for (size_t i = 0; i < self->names.count; i++) {
        mem_free(self->names.items[i]);
    }
    vec_free(&self->names);
}
