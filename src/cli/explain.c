#include "cli/explain.h"

#include "cli/safe.h"
#include "cli/statement.h"
#include "cli/told.h"
#include "cli/wrap.h"

#include <stdio.h>
#include <string.h>

enum { INDENT = 2, OTHERS_MAX = 10 }; /* columns; ids that an error names */

/* --- paragraphs ------------------------------------------------------------------------------- */

typedef struct {
    explanation *to;
    hearsay_document *document;
    wrap lines;
    buf safe;
} writer;

static void begin(writer *self, unsigned indent) {
    for (unsigned i = 0; i < indent; i++) {
        buf_putc(&self->to->page, ' ');
    }
    wrap_begin(&self->lines, &self->to->page, self->to->width, indent + INDENT, indent);
}

static void put(writer *self, str text) {
    buf_clear(&self->safe);
    safe_put_line(&self->safe, text);
    wrap_text(&self->lines, buf_str(&self->safe));
}

static void put_spans(writer *self, hearsay_spans spans) {
    buf words = {0};
    statement_put_trimmed(&words, self->document, spans);
    put(self, buf_str(&words));
    buf_free(&words);
}

/* --- one statement ---------------------------------------------------------------------------- */

static void put_heading(writer *self, const hearsay_statement *said) {
    hearsay_metadata about = hearsay_document_metadata(self->document);
    begin(self, 0);
    put(self, str_from(said->id));
    put(self, STR(" in "));
    put(self, (str){about.id.data, about.id.size});
    wrap_end(&self->lines);
    begin(self, INDENT);
    if (said->source.count > 0) {
        put_spans(self, said->source);
        put(self, STR(" · "));
    }
    put_spans(self, said->cue);
    put(self, STR(" · "));
    put_spans(self, said->content);
    wrap_end(&self->lines);
    buf told = {0};
    told_put(&told, self->document, said, STR(" · "));
    begin(self, INDENT);
    put(self, buf_str(&told));
    wrap_end(&self->lines);
    buf_free(&told);
}

/* step: note, and the words that it rests on */
static void put_step(writer *self, const hearsay_step *each) {
    begin(self, INDENT);
    put(self, str_from(each->step));
    if (each->note.size > 0) {
        put(self, STR(": "));
        put(self, (str){each->note.data, each->note.size});
    }
    if (each->span.end > each->span.begin) {
        char place[64];
        snprintf(place, sizeof place, " [%zu, %zu] ",
                 hearsay_document_code_points(self->document, each->span.begin),
                 hearsay_document_code_points(self->document, each->span.end));
        put(self, str_from(place));
        put(self, STR("“"));
        put_spans(self, (hearsay_spans){&each->span, 1});
        put(self, STR("”"));
    }
    wrap_end(&self->lines);
}

static void explain(explanation *self, hearsay_document *document, const hearsay_statement *said) {
    writer at_work = {.to = self, .document = document};
    buf_clear(&self->page);
    put_heading(&at_work, said);
    buf_putc(&self->page, '\n');
    for (size_t i = 0; i < said->why_count; i++) {
        put_step(&at_work, &said->why[i]);
    }
    buf_free(&at_work.safe);
}

/* --- finding it ------------------------------------------------------------------------------- */

void explain_add(explanation *self, hearsay_document *document) {
    const hearsay_statement *statements;
    size_t count = hearsay_document_statements(document, &statements);
    for (size_t i = 0; i < count; i++) {
        const char *id = statements[i].id;
        if (!str_starts(str_from(id), str_from(self->id))) {
            continue;
        }
        if (self->count == 0) {
            explain(self, document, &statements[i]);
        }
        if (self->count < OTHERS_MAX) {
            buf_put(&self->others, self->count > 0 ? STR(", ") : STR(""));
            buf_put(&self->others, str_from(id));
        }
        self->count++;
        if (strcmp(id, self->id) == 0) {
            explain(self, document, &statements[i]);
            self->whole = true;
        }
    }
}

void explain_free(explanation *self) {
    buf_free(&self->page);
    buf_free(&self->others);
}
