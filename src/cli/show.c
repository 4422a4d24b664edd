#include "cli/show.h"

#include "base/ascii.h"
#include "cli/ask.h"
#include "cli/explain.h"
#include "cli/list.h"
#include "cli/output.h"
#include "cli/print.h"
#include "cli/quotes.h"
#include "cli/quotes_csv.h"
#include "cli/safe.h"
#include "cli/statement.h"
#include "cli/storage.h"
#include "cli/terminal.h"
#include "cli/wrap.h"

#include <unistd.h>

enum { DONE = 0, NOTHING = 1, FAILED = 2 }; /* exit statuses */
enum { PAGE_MAX = 100, INDENT = 11 };       /* columns */

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

/* What a reader sees of a part of the text begins, or ends, with white space: markup may stand
 * before or behind that. */
static bool is_spaced(const page *self, hearsay_span part, bool end) {
    str text = {hearsay_document_text(self->document).data, part.end};
    hearsay_spans seen = hearsay_document_seen(self->document);
    bool spaced = false, found = false;
    for (size_t i = 0; i < seen.count && seen.items[i].begin < part.end; i++) {
        size_t begin = seen.items[i].begin > part.begin ? seen.items[i].begin : part.begin;
        size_t after = seen.items[i].end < part.end ? seen.items[i].end : part.end;
        if (begin < after && (end || !found)) {
            spaced = ascii_is_space(text.data[end ? after - 1 : begin]);
            found = true;
        }
    }
    return spaced;
}

/* What is seen of a part of the text, with the spaces that part it from what is beside it. */
static void put_part(const page *self, wrap *lines, hearsay_span part) {
    buf safe = {0};
    hearsay_str shown = hearsay_document_shown(self->document, part);
    buf_put(&safe, is_spaced(self, part, false) ? STR(" ") : STR(""));
    safe_put_line(&safe, (str){shown.data, shown.size});
    buf_put(&safe, shown.size > 0 && is_spaced(self, part, true) ? STR(" ") : STR(""));
    wrap_text(lines, buf_str(&safe));
    buf_free(&safe);
}

static void put_marked(const page *self, const hearsay_statement *said, const char *name,
                       hearsay_span part) {
    wrap lines;
    buf_printf(self->out, "%-10s ", name);
    wrap_begin(&lines, self->out, self->width, INDENT, INDENT);
    for (size_t at = part.begin; at < part.end;) {
        size_t end = next_edge(said, at, part.end);
        put_all_edges(self, &lines, said, at);
        put_part(self, &lines, (hearsay_span){at, end});
        at = end;
    }
    put_all_edges(self, &lines, said, part.end);
    wrap_end(&lines);
}

/* The paragraphs that it stands in, where they say more than these sentences. */
static void put_paragraphs(const page *self, const hearsay_statement *said,
                           hearsay_spans sentences) {
    hearsay_spans all = hearsay_document_paragraphs(self->document);
    const char *name = "paragraph";
    for (size_t i = 0, k = 0; i < all.count && k < sentences.count; i++) {
        hearsay_span each = all.items[i];
        if (sentences.items[k].begin >= each.end) {
            continue;
        }
        bool whole = sentences.items[k].begin == each.begin && sentences.items[k].end == each.end;
        if (!whole) {
            buf_put(self->out, STR("\n"));
            put_marked(self, said, name, each);
            name = "";
        }
        while (k < sentences.count && sentences.items[k].begin < each.end) {
            k++;
        }
    }
}

static void put_surroundings(const page *self, const hearsay_statement *said) {
    hearsay_spans sentences = hearsay_document_sentences(self->document, said);
    for (size_t i = 0; i < sentences.count; i++) {
        put_marked(self, said, i == 0 ? "sentence" : "", sentences.items[i]);
    }
    put_paragraphs(self, said, sentences);
    buf_putc(self->out, '\n');
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
    wrap_begin(&lines, self->out, self->width, INDENT, INDENT);
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
    put_metadata(self);
    list_put(self->out, self->document, &style, true);
}

static void put_json(const page *self, size_t place) {
    hearsay_str line = place != HEARSAY_NO_PARENT
                           ? hearsay_document_statement_json(self->document, place)
                           : hearsay_document_json(self->document, HEARSAY_WITH_TEXT);
    buf_put(self->out, (str){line.data, line.size});
}

/* `place` HEARSAY_NO_PARENT: all of the document. */
static void put(const page *self, int form, size_t place) {
    bool whole = place == HEARSAY_NO_PARENT;
    if (whole) {
        hearsay_document_keep(self->document, (float)HEARSAY_MIN_CONFIDENCE);
    }
    if (form == ASK_JSONL) {
        put_json(self, place);
    } else if (form == ASK_CSV) {
        quotes_csv_put(self->out, self->document, place);
    } else if (whole) {
        put_document(self);
    } else {
        put_statement(self, place);
    }
}

/* A statement of that name, else a document. */
static hearsay_status find(hearsay_store *store, const char *name, hearsay_document **document,
                           size_t *place, hearsay_error *error) {
    *place = HEARSAY_NO_PARENT;
    hearsay_status status = hearsay_store_statement(store, name, document, place, error);
    if (status != HEARSAY_MISSING) {
        return status;
    }
    *place = HEARSAY_NO_PARENT;
    hearsay_error other; /* tells more where it means several, and no statement at all */
    hearsay_status as_document = hearsay_store_document(store, name, document, &other);
    if (as_document != HEARSAY_OK &&
        (as_document != HEARSAY_MISSING || (other.position > 0 && error->position == 0))) {
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
    put(&self, options->format, place);
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
