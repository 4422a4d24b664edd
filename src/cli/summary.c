#include "cli/summary.h"

#include "cli/languages.h"
#include "cli/numbers.h"
#include "cli/wrap.h"

void summary_add(summary *self, const hearsay_document *document) {
    const hearsay_statement *statements;
    const hearsay_passage *passages;
    self->documents++;
    if (is_foreign(document)) {
        few_add(&self->foreign, document,
                str_from(language_name(hearsay_document_language(document))));
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

void summary_put_foreign(buf *out, const summary *self, unsigned width) {
    if (self->foreign.count == 0 && self->passages == 0) {
        return;
    }
    buf line = {0};
    buf_put(&line, STR("not in English, so not read: "));
    if (self->passages > 0) {
        put_counted(&line, self->passages, "passage", NULL);
        buf_put(&line, self->foreign.count > 0 ? STR("; ") : STR(""));
    }
    if (self->foreign.count > 0) {
        few_put(&line, &self->foreign);
    }
    wrap_line(out, &line, width);
    buf_free(&line);
}

void summary_put(buf *out, const summary *self, double seconds, size_t unread, unsigned width) {
    buf line = {0};
    put_work(&line, self, seconds);
    wrap_line(out, &line, width);
    summary_put_foreign(out, self, width);
    if (unread > 0) {
        buf_put(&line, STR("could not be read: "));
        put_count(&line, unread);
        wrap_line(out, &line, width);
    }
    buf_free(&line);
}

void summary_free(summary *self) {
    few_free(&self->foreign);
}
