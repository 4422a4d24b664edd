#include "cli/show.h"

#include "cli/explain.h"
#include "cli/list.h"
#include "cli/output.h"
#include "cli/print.h"
#include "cli/quotes.h"
#include "cli/safe.h"
#include "cli/statement.h"
#include "cli/storage.h"
#include "cli/terminal.h"
#include "cli/wrap.h"

#include <unistd.h>

enum { DONE = 0, NOTHING = 1, FAILED = 2, PAGE_MAX = 100 }; /* exit statuses; columns */

typedef struct {
    buf *out;
    hearsay_document *document;
    unsigned width;
    bool colour;
} page;

/* --- a statement in its paragraph ------------------------------------------------------------- */

/* What marks source, cue and content: on the terminal, and without colours. */
typedef struct {
    const char *begin, *end; /* without colours */
    const char *style;       /* with them */
} marking;

static const marking SOURCE = {"{", "}", "\x1B[1m"};
static const marking CUE = {"<", ">", "\x1B[36m"};
static const marking CONTENT = {"[", "]", "\x1B[4m"};

/* A mark begins or ends at a place of the text. */
static void put_edges(const page *self, wrap *lines, const marking *as, hearsay_spans spans,
                      size_t at, bool ends) {
    for (size_t i = 0; i < spans.count; i++) {
        bool here = (ends ? spans.items[i].end : spans.items[i].begin) == at;
        if (here && self->colour) {
            wrap_style(lines, ends ? "\x1B[0m" : as->style);
        } else if (here) {
            wrap_text(lines, str_from(ends ? as->end : as->begin));
        }
    }
}

static void put_all_edges(const page *self, wrap *lines, const hearsay_statement *said, size_t at) {
    put_edges(self, lines, &CUE, said->cue, at, true);
    put_edges(self, lines, &SOURCE, said->source, at, true);
    put_edges(self, lines, &CONTENT, said->content, at, true);
    put_edges(self, lines, &CONTENT, said->content, at, false);
    put_edges(self, lines, &SOURCE, said->source, at, false);
    put_edges(self, lines, &CUE, said->cue, at, false);
}

/* The next place after `at` where a mark begins or ends, at most `end`. */
static size_t next_edge(const hearsay_statement *said, size_t at, size_t end) {
    const hearsay_spans all[] = {said->source, said->cue, said->content};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        for (size_t k = 0; k < all[i].count; k++) {
            hearsay_span each = all[i].items[k];
            end = each.begin > at && each.begin < end ? each.begin : end;
            end = each.end > at && each.end < end ? each.end : end;
        }
    }
    return end;
}

/* What is seen of a part of the text, with the spaces that part it from what is beside it. */
static void put_part(const page *self, wrap *lines, hearsay_span part) {
    hearsay_str text = hearsay_document_text(self->document);
    buf safe = {0};
    hearsay_str shown = hearsay_document_shown(self->document, part);
    bool before = part.begin < part.end && text.data[part.begin] == ' ';
    bool after = part.end > part.begin && text.data[part.end - 1] == ' ';
    buf_put(&safe, before ? STR(" ") : STR(""));
    safe_put_line(&safe, (str){shown.data, shown.size});
    buf_put(&safe, after && shown.size > 0 ? STR(" ") : STR(""));
    wrap_text(lines, buf_str(&safe));
    buf_free(&safe);
}

static void put_paragraph(const page *self, const hearsay_statement *said, hearsay_span paragraph) {
    wrap lines;
    buf_put(self->out, STR("  "));
    wrap_begin(&lines, self->out, self->width, 2, 2);
    for (size_t at = paragraph.begin; at < paragraph.end;) {
        size_t end = next_edge(said, at, paragraph.end);
        put_all_edges(self, &lines, said, at);
        put_part(self, &lines, (hearsay_span){at, end});
        at = end;
    }
    put_all_edges(self, &lines, said, paragraph.end);
    wrap_end(&lines);
    buf_putc(self->out, '\n');
}

static bool touches(hearsay_spans spans, hearsay_span part) {
    for (size_t i = 0; i < spans.count; i++) {
        if (spans.items[i].begin < part.end && spans.items[i].end > part.begin) {
            return true;
        }
    }
    return false;
}

static void put_surroundings(const page *self, const hearsay_statement *said) {
    hearsay_spans paragraphs = hearsay_document_paragraphs(self->document);
    for (size_t i = 0; i < paragraphs.count; i++) {
        hearsay_span each = paragraphs.items[i];
        if (touches(said->source, each) || touches(said->cue, each) ||
            touches(said->content, each)) {
            put_paragraph(self, said, each);
        }
    }
}

/* --- a document ------------------------------------------------------------------------------- */

static void put_line(const page *self, const char *name, hearsay_str value) {
    if (value.size == 0) {
        return;
    }
    wrap lines;
    buf safe = {0};
    buf_printf(self->out, "%-10s ", name);
    safe_put_bytes_line(&safe, (str){value.data, value.size});
    wrap_begin(&lines, self->out, self->width, 11, 11);
    wrap_text(&lines, buf_str(&safe));
    wrap_end(&lines);
    buf_free(&safe);
}

static void put_metadata(const page *self) {
    hearsay_metadata about = hearsay_document_metadata(self->document);
    put_line(self, "document", about.id);
    put_line(self, "title", about.title);
    put_line(self, "author", about.author);
    put_line(self, "publisher", about.publisher);
    put_line(self, "date", about.date);
    put_line(self, "url", about.url);
    put_line(self, "language", about.language);
    put_line(self, "read from", hearsay_document_origin(self->document));
    put_line(self, "made by", hearsay_document_made_by(self->document));
    buf_putc(self->out, '\n');
}

/* --- the two ---------------------------------------------------------------------------------- */

static void put_statement(const page *self, size_t place) {
    const hearsay_statement *all;
    hearsay_document_statements(self->document, &all);
    explanation explained = {.id = all[place].id, .width = self->width};
    put_metadata(self);
    put_surroundings(self, &all[place]);
    explain_add(&explained, self->document);
    buf_put(self->out, buf_str(&explained.page));
    explain_free(&explained);
}

static void put_document(const page *self) {
    const list_style style = {.width = self->width, .colour = self->colour};
    hearsay_document_keep(self->document, (float)HEARSAY_MIN_CONFIDENCE);
    put_metadata(self);
    list_put(self->out, self->document, &style, true);
}

/* A document of that name, else a statement. */
static hearsay_status find(hearsay_store *store, const char *name, hearsay_document **document,
                           size_t *place, hearsay_error *error) {
    *place = HEARSAY_NO_PARENT;
    hearsay_status status = hearsay_store_statement(store, name, document, place, error);
    if (status != HEARSAY_MISSING) {
        return status;
    }
    *place = HEARSAY_NO_PARENT;
    hearsay_error other; /* the statement's tells more */
    hearsay_status as_document = hearsay_store_document(store, name, document, &other);
    if (as_document != HEARSAY_OK && as_document != HEARSAY_MISSING) {
        *error = other;
    }
    return as_document;
}

static int show(const show_options *options, hearsay_store *store, const char *name,
                console *messages) {
    hearsay_error error;
    size_t place;
    unsigned width = terminal_width(STDOUT_FILENO);
    buf out = {0};
    page self = {.out = &out, .width = width < PAGE_MAX ? width : PAGE_MAX};
    self.colour = options->color == WHEN_ALWAYS ||
                  (options->color == WHEN_AUTO && terminal_has_colour(STDOUT_FILENO));
    hearsay_status status = find(store, name, &self.document, &place, &error);
    if (status != HEARSAY_OK) {
        console_say(messages, "%s", error.message);
        return status == HEARSAY_MISSING ? NOTHING : FAILED;
    }
    if (place != HEARSAY_NO_PARENT) {
        put_statement(&self, place);
    } else {
        put_document(&self);
    }
    int printed = page_print(&out);
    hearsay_document_free(self.document);
    buf_free(&out);
    return printed;
}

int show_run(const void *options, char *const *names, size_t count) {
    const show_options *self = options;
    console *messages = console_new();
    int status = FAILED;
    if (count != 1) {
        console_say(messages, "show needs the id of one statement or document (see hearsay show "
                              "--help)");
        console_free(messages);
        return status;
    }
    hearsay_store *store = storage_open(self->store, HEARSAY_STORE_READ, messages);
    if (store != NULL) {
        status = show(self, store, names[0], messages);
    }
    hearsay_store_close(store);
    console_free(messages);
    return status;
}
