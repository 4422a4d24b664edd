#include "cli/trace.h"

#include "base/json.h"
#include "cli/complaint.h"
#include "cli/findings.h"
#include "cli/numbers.h"
#include "cli/output.h"
#include "cli/quotes.h"
#include "cli/storage.h"
#include "cli/terminal.h"
#include "cli/trace_formats.h"
#include "cli/trace_origin.h"

#include <unistd.h>

enum { DONE = 0, NOTHING = 1, FAILED = 2, PAGE_MAX = 100 }; /* exit statuses; columns */

/* One run of the command. */
typedef struct {
    const trace_options *options;
    console *messages;
    hearsay_store *store;
    output *out;
    bool finished; /* what was to be written is */
    buf words;     /* what was typed */
    buf page;
    hits_style style;
} run;

static int complain(const run *self, const hearsay_error *error) {
    complain_of_query(self->messages, self->words.data, error);
    return error->code == HEARSAY_MISSING ? NOTHING : FAILED;
}

static int put_page(run *self) {
    hearsay_error error;
    output_put(self->out, buf_str(&self->page));
    self->finished = !output_is_closed(self->out);
    if (self->finished && output_finish(self->out, true, &error) != HEARSAY_OK) {
        return complain(self, &error);
    }
    return DONE;
}

/* --- an utterance ----------------------------------------------------------------------------- */

/* Alone, in forms of their own. */
static void put_variants(run *self, const traced *all) {
    switch (self->options->format) {
    case TRACE_JSONL:
        traced_put_jsonl(&self->page, all);
        break;
    case TRACE_CSV:
        traced_put_csv(&self->page, all);
        break;
    case TRACE_HTML:
        traced_put_html(&self->page, all);
        break;
    default:
        traced_put_table(&self->page, all, &self->style);
    }
}

/* Behind `findings` others, in what was left open for them. */
static void put_variants_behind(run *self, const traced *all, size_t findings) {
    switch (self->options->format) {
    case TRACE_JSONL:
        write_key(&self->page, "variants");
        traced_put_list(&self->page, all);
        write_close(&self->page, '}');
        buf_putc(&self->page, '\n');
        break;
    case TRACE_CSV:
        traced_put_csv_finding(&self->page, all, findings + 1);
        break;
    case TRACE_HTML:
        traced_put_html_part(&self->page, all);
        findings_end_page(&self->page);
        break;
    default:
        buf_put(&self->page, STR("\nvariants\n\n"));
        traced_put_table(&self->page, all, &self->style);
    }
}

/* Those that were left out, on standard error. */
static void tell_rest(const run *self, const traced *all) {
    if (all->variants.count < all->total) {
        buf line = {0};
        put_counted(&line, all->total, "variant", NULL);
        console_say(self->messages, "%s; %zu shown (see --limit)", line.data, all->variants.count);
        buf_free(&line);
    }
}

/* Chain, corroboration and variants of a statement, as far as they are wanted. */
static int put_utterance(run *self, hearsay_utterance *found, const char *id) {
    origin from;
    hearsay_error error;
    const int format = self->options->format;
    if (origin_find(self->store, id, self->options, &from, &error) != HEARSAY_OK) {
        hearsay_utterance_close(found);
        return complain(self, &error);
    }
    const bool before = from.chains != NULL || from.others != NULL;
    size_t findings = 0;
    if (before) {
        findings = origin_put(&self->page, &from, format, &self->style, found != NULL);
    }
    if (found != NULL) {
        traced all;
        traced_take(&all, found, self->options->limit);
        if (before) {
            put_variants_behind(self, &all, findings);
        } else {
            put_variants(self, &all);
        }
        tell_rest(self, &all);
        traced_free(&all);
    }
    origin_free(&from);
    hearsay_utterance_close(found);
    return put_page(self);
}

/* The utterance of a statement; NULL where its variants are not wanted, and the statement is there.
 */
static hearsay_status find_utterance(const run *self, const char *id, hearsay_utterance **found,
                                     hearsay_error *error) {
    if (wants_variants(self->options)) {
        return hearsay_store_utterance(self->store, id, found, error);
    }
    hearsay_document *document;
    size_t place;
    *found = NULL;
    hearsay_status status = hearsay_store_statement(self->store, id, &document, &place, error);
    if (status == HEARSAY_OK) {
        hearsay_document_free(document);
    }
    return status;
}

/* --- a document ------------------------------------------------------------------------------- */

/* The chains of all of its statements, or who else says so of each. */
static int put_origins(run *self) {
    origin from;
    hearsay_error error;
    if (origin_find(self->store, self->words.data, self->options, &from, &error) != HEARSAY_OK) {
        return complain(self, &error);
    }
    origin_put(&self->page, &from, self->options->format, &self->style, false);
    origin_free(&from);
    if (self->page.size == 0) {
        console_say(self->messages, "nothing is found");
        return NOTHING;
    }
    return put_page(self);
}

static int put_reprints(run *self, hearsay_reprints *found) {
    copied all;
    int status = NOTHING;
    all.count = hearsay_reprints_list(found, &all.items);
    all.original = hearsay_reprints_original(found, &all.why);
    if (all.count == 0) {
        console_say(self->messages, "nothing of the document is in another");
    } else if (self->options->format == TRACE_HTML) {
        console_say(self->messages, "--format=html is for statements; this is a document");
        status = FAILED;
    } else {
        if (self->options->format == TRACE_JSONL) {
            copied_put_jsonl(&self->page, &all);
        } else if (self->options->format == TRACE_CSV) {
            copied_put_csv(&self->page, &all);
        } else {
            copied_put_table(&self->page, &all, &self->style);
        }
        status = put_page(self);
    }
    hearsay_reprints_close(found);
    return status;
}

/* --- what is meant ---------------------------------------------------------------------------- */

/* The id of the best statement that has the words, in `out`; and how many have them. */
static hearsay_status search(run *self, buf *out, size_t *count, hearsay_error *error) {
    hearsay_hits *hits;
    hearsay_status status = hearsay_store_search(self->store, self->words.data, 0, 0, &hits, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    const hearsay_hit *hit;
    for (*count = 0; (status = hearsay_hits_next(hits, &hit, error)) == HEARSAY_OK; ++*count) {
        if (hit->statement.data == NULL) {
            break; /* documents follow the statements */
        }
        if (*count == 0) {
            buf_put(out, (str){hit->statement.data, hit->statement.size});
        }
    }
    hearsay_hits_close(hits);
    return status == HEARSAY_END ? HEARSAY_OK : status;
}

static int trace_words(run *self, const hearsay_error *as_id) {
    buf id = {0};
    size_t count = 0;
    hearsay_error error;
    hearsay_utterance *found = NULL;
    hearsay_status status = search(self, &id, &count, &error);
    if (status == HEARSAY_OK && count == 0) {
        console_say(self->messages, "%s, and none has these words", as_id->message);
        buf_free(&id);
        return NOTHING;
    }
    if (status == HEARSAY_OK) {
        status = find_utterance(self, id.data, &found, &error);
    }
    if (status != HEARSAY_OK) {
        buf_free(&id);
        return complain(self, &error);
    }
    if (count > 1 && self->options->format == TRACE_TABLE) {
        console_say(self->messages,
                    "%zu statements have these words; traced is the best (hearsay find shows all)",
                    count);
    }
    int done = put_utterance(self, found, id.data);
    buf_free(&id);
    return done;
}

/* A statement's id, else a document's, else words. */
static int trace(run *self) {
    hearsay_error error;
    hearsay_error as_document;
    hearsay_utterance *utterance;
    hearsay_reprints *reprints;
    hearsay_status status = find_utterance(self, self->words.data, &utterance, &error);
    if (status == HEARSAY_OK) {
        return put_utterance(self, utterance, self->words.data);
    }
    if (status != HEARSAY_MISSING) {
        return complain(self, &error);
    }
    status = hearsay_store_reprints(self->store, self->words.data, &reprints, &as_document);
    if (status == HEARSAY_OK && (self->options->chain || self->options->corroboration ||
                                 self->options->format == TRACE_PROV)) {
        hearsay_reprints_close(reprints);
        return put_origins(self);
    }
    if (status == HEARSAY_OK) {
        return put_reprints(self, reprints);
    }
    return status == HEARSAY_MISSING ? trace_words(self, &error) : complain(self, &as_document);
}

static void choose_style(run *self) {
    const int file = output_file(self->out);
    const unsigned width = terminal_width(file);
    const int wanted = self->options->color;
    self->style = (hits_style){
        .width = width < PAGE_MAX ? width : PAGE_MAX,
        .colour = wanted == WHEN_ALWAYS || (wanted == WHEN_AUTO && terminal_has_colour(file)),
    };
}

/* Without a page that is whole no file appears. */
static int answer(run *self) {
    hearsay_error error;
    if (output_open(self->options->output, &self->out, &error) != HEARSAY_OK) {
        return complain(self, &error);
    }
    choose_style(self);
    const int status = trace(self);
    if (!self->finished) {
        output_finish(self->out, false, &error);
    }
    output_free(self->out);
    return status;
}

int trace_run(const void *options, char *const *words, size_t count) {
    run self = {.options = options, .messages = console_new()};
    int status = FAILED;
    for (size_t i = 0; i < count; i++) {
        buf_put(&self.words, i > 0 ? STR(" ") : STR(""));
        buf_put(&self.words, str_from(words[i]));
    }
    if (self.words.size == 0) {
        console_say(self.messages, "trace needs the id of a statement or document, or words (see "
                                   "hearsay trace --help)");
    } else {
        self.store = storage_open(self.options->store, HEARSAY_STORE_READ, self.messages);
    }
    if (self.store != NULL) {
        status = answer(&self);
    }
    hearsay_store_close(self.store);
    buf_free(&self.words);
    buf_free(&self.page);
    console_free(self.messages);
    return status;
}
