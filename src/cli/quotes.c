#include "cli/quotes.h"

#include "cli/console.h"
#include "cli/explain.h"
#include "cli/few.h"
#include "cli/formats.h"
#include "cli/output.h"
#include "cli/sources.h"
#include "cli/summary.h"
#include "cli/terminal.h"
#include "cli/watch.h"

#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

enum { DONE = 0, NOTHING = 1, FAILED = 2, PAGE_MAX = 100 }; /* exit statuses; columns */

/* One run of the command. */
typedef struct {
    const quotes_options *options;
    console *messages;
    output *out;
    sources *from;
    const format *how;
    writing page;
    explanation explained;    /* with --explain, instead of the page */
    bool on_terminal;         /* the result, so that it and the progress must not mix */
    hearsay_relations *given; /* NULL: statements are found */
    size_t refused;           /* documents that the given relations do not fit */
    bool unexplained;         /* what was to be explained is no statement, or several */
    few undated;              /* documents whose date was none, and is left out */
    summary total;
    atomic_size_t reading;  /* bytes that are read of documents that are not done */
    atomic_size_t finished; /* bytes of those that are */
    atomic_size_t documents;
    atomic_bool deserted; /* nobody reads the result any more */
    double begun, ended;  /* the reading, without the opening of the model */
    hearsay_error error;  /* the last failure */
} run;

/* --- documents -------------------------------------------------------------------------------- */

/* A document that the given relations do not fit is said and left out; the others go on. */
static hearsay_document *next_given(run *self) {
    hearsay_document *document = sources_next(self->from);
    hearsay_error error;
    while (document != NULL && self->given != NULL &&
           hearsay_relations_give(self->given, document, &error) != HEARSAY_OK) {
        console_say(self->messages, "%s", error.message);
        self->refused++;
        hearsay_document_free(document);
        document = sources_next(self->from);
    }
    return document;
}

/* By what is no date nothing is dated, and it is shown as none. */
static hearsay_document *next(void *context) {
    run *self = context;
    hearsay_document *document = next_given(self);
    const hearsay_str none =
        document != NULL ? hearsay_document_check_date(document) : (hearsay_str){NULL, 0};
    if (none.data != NULL) {
        few_add(&self->undated, document, (str){none.data, none.size});
    }
    return document;
}

/* Writes what stands on the page, and empties it. */
static bool put(run *self) {
    if (self->on_terminal) {
        console_hold(self->messages);
    }
    bool written = output_put(self->out, buf_str(&self->page.out));
    if (self->on_terminal) {
        console_release(self->messages);
    }
    buf_clear(&self->page.out);
    return written;
}

static void begin_page(run *self) {
    if (self->how->begin != NULL) {
        self->how->begin(&self->page);
    }
}

/* A long document is given up where its result would go to nobody. */
static bool progress(void *context, const hearsay_document *document, hearsay_span part) {
    (void)document;
    run *self = context;
    atomic_fetch_add(&self->reading, part.end - part.begin);
    if (output_is_deserted(self->out)) {
        atomic_store(&self->deserted, true);
    }
    return !atomic_load(&self->deserted);
}

/* Writes the document, or looks in it for the statement that is to be explained. */
static bool show(run *self, hearsay_document *document) {
    if (self->options->explain != NULL) {
        explain_add(&self->explained, document);
        return true;
    }
    if (self->options->min_confidence > 0) {
        hearsay_document_keep(document, (float)self->options->min_confidence);
    }
    if (self->page.documents == 0) {
        begin_page(self);
    }
    self->how->document(&self->page, document);
    self->page.documents++;
    return put(self);
}

static bool done(void *context, hearsay_document *document) {
    run *self = context;
    bool written = show(self, document);
    summary_add(&self->total, document);
    atomic_fetch_sub(&self->reading, hearsay_document_text(document).size);
    atomic_store(&self->finished, sources_done(self->from));
    atomic_store(&self->documents, self->total.documents);
    hearsay_document_free(document);
    return written;
}

/* --- before ----------------------------------------------------------------------------------- */

/* An input that is also the output would be lost. */
static bool is_safe_to_write(run *self, char *const *files, size_t count) {
    const char *model = self->options->model;
    for (size_t i = 0; i <= count + 1; i++) {
        const char *file = i < count ? files[i] : i == count ? model : count == 0 ? "-" : NULL;
        if (file != NULL && output_is(self->out, file)) {
            console_say(self->messages,
                        "%s: would be overwritten while it is read; write to another file",
                        strcmp(file, "-") == 0 ? "standard input" : file);
            return false;
        }
    }
    return true;
}

static bool complain(run *self) {
    console_say(self->messages, "%s", self->error.message);
    return false;
}

static bool is_wanted(int wanted, bool otherwise) {
    return wanted == WHEN_ALWAYS || (wanted == WHEN_AUTO && otherwise);
}

static void choose_style(run *self) {
    int file = output_file(self->out);
    unsigned width = terminal_width(file);
    self->on_terminal = isatty(file);
    self->page.settings = (format_settings){
        .width = width < PAGE_MAX ? width : PAGE_MAX,
        .colour = is_wanted(self->options->color, terminal_has_colour(file)),
        .with_text = self->options->with_text,
        .min_confidence = self->options->min_confidence,
        .every_confidence = self->options->min_confidence != HEARSAY_MIN_CONFIDENCE,
    };
}

/* A pager draws on the terminal too, and the line would spoil its page. */
static void choose_progress(run *self) {
    bool paged = self->how->for_reading && terminal_is_pipe(output_file(self->out));
    if (is_wanted(self->options->progress, isatty(STDERR_FILENO) && !paged)) {
        console_show_progress(self->messages, self->options->progress == WHEN_ALWAYS,
                              sources_total(self->from));
    }
}

/* --- the work --------------------------------------------------------------------------------- */

static void tick(void *context) {
    run *self = context;
    size_t bytes = atomic_load(&self->finished) + atomic_load(&self->reading);
    console_tick(self->messages,
                 (console_progress){.bytes = bytes, .documents = atomic_load(&self->documents)});
}

static void interrupted(void *context) {
    run *self = context;
    output_abandon(self->out);
    console_abandon(self->messages);
}

/* How many files and documents could not be read. */
static size_t unread(const run *self) {
    return sources_unread(self->from) + self->refused;
}

/* Where nothing at all could be read, there is no result to take the place of an older one. */
static bool has_result(const run *self) {
    return self->total.documents > 0 || unread(self) == 0;
}

/* A format frees its memory at the end, so it comes to one even if nothing is written any more. */
static void end_page(run *self, bool whole) {
    if (self->page.documents == 0) {
        begin_page(self);
    }
    if (self->how->end != NULL) {
        self->how->end(&self->page);
    }
    if (whole && has_result(self)) {
        put(self);
    }
}

/* Puts the explanation on the page; complains where no one statement is meant. */
static bool finish_explaining(run *self) {
    const explanation *found = &self->explained;
    if (self->options->explain == NULL) {
        return true;
    }
    self->unexplained = found->count != 1 && !found->whole;
    if (found->count == 1 || found->whole) {
        buf_put(&self->page.out, buf_str(&found->page));
        return put(self);
    }
    if (found->count == 0) {
        console_say(self->messages, "--explain: no statement has an id that begins with %s",
                    self->options->explain);
    } else {
        console_say(self->messages,
                    "--explain: %zu statements have an id that begins with %s: %s%s", found->count,
                    self->options->explain, found->others.data, found->count > 10 ? ", …" : "");
    }
    return false;
}

static bool read_all(run *self) {
    const char *relations = self->options->relations;
    if (relations != NULL &&
        hearsay_relations_open(relations, &self->given, &self->error) != HEARSAY_OK) {
        return complain(self);
    }
    hearsay_model *model;
    if (hearsay_model_open(self->options->model, &model, &self->error) != HEARSAY_OK) {
        return complain(self);
    }
    if (!hearsay_tells_languages()) {
        console_say(self->messages,
                    "warning: languages are not told apart, as libexttextcat-data is not "
                    "installed: what is in Latin letters is read as English");
    }
    self->page.settings.model = hearsay_model_name(model);
    choose_progress(self);
    self->begun = console_clock();
    bool read = hearsay_run(model, (unsigned)self->options->threads, next, done, progress, self,
                            &self->error) == HEARSAY_OK;
    self->ended = console_clock();
    if (self->options->explain == NULL) {
        end_page(self, read);
    }
    hearsay_model_close(model);
    return read ? finish_explaining(self) : complain(self);
}

/* Told once, as it is of the input and not of one statement. */
static void tell_undated(run *self) {
    buf line = {0};
    if (self->undated.count > 0 && !self->options->quiet) {
        buf_put(&line, STR("warning: without a date, as theirs is none: "));
        few_put(&line, &self->undated);
        console_say(self->messages, "%s", line.data);
    }
    buf_free(&line);
}

static void summarize(run *self) {
    if (self->options->quiet || self->options->explain != NULL || self->total.documents == 0) {
        return;
    }
    buf lines = {0};
    unsigned width = terminal_width(STDERR_FILENO);
    buf_put(&lines, self->on_terminal && isatty(STDERR_FILENO) ? STR("\n") : STR(""));
    summary_put(&lines, &self->total, self->ended - self->begun, unread(self),
                width < PAGE_MAX ? width : PAGE_MAX);
    console_put(self->messages, buf_str(&lines));
    buf_free(&lines);
}

/* The watch begins before any other thread does, and ends when the result is in its place. */
static int work(run *self) {
    watch *guard = watch_begin(tick, interrupted, self);
    bool read = read_all(self);
    bool closed = output_is_closed(self->out) || atomic_load(&self->deserted);
    bool written = output_finish(self->out, read && has_result(self), &self->error) == HEARSAY_OK;
    watch_end(guard);
    if (!closed) {
        tell_undated(self);
    }
    if (!written && !closed) {
        complain(self);
    } else if (read && !closed) {
        summarize(self);
    }
    const bool whole = (written || closed) && unread(self) == 0;
    return whole && self->unexplained ? NOTHING : read && whole ? DONE : FAILED;
}

int quotes_run(const void *options, char *const *files, size_t count) {
    run self = {.options = options, .messages = console_new()};
    self.how = QUOTES_FORMATS[self.options->format];
    hearsay_input_options input = {.format = (hearsay_input_format)self.options->input,
                                   .max_size = self.options->max_size,
                                   .max_ratio = self.options->max_ratio,
                                   .max_layers = self.options->max_layers,
                                   .max_seconds = self.options->max_seconds};
    int status = FAILED;
    self.from = sources_new(files, count, &input, self.options->output, self.messages);
    if (self.options->with_text && !self.how->has_text) {
        console_say(self.messages, "--with-text goes with --format=jsonl only "
                                   "(see hearsay quotes --help)");
    } else if (self.options->explain != NULL && !self.how->for_reading) {
        console_say(self.messages, "--explain is for people to read: it goes with no --format "
                                   "(see hearsay quotes --help)");
    } else if (output_open(self.options->output, &self.out, &self.error) != HEARSAY_OK) {
        complain(&self);
    } else if (is_safe_to_write(&self, files, count)) {
        choose_style(&self);
        self.explained =
            (explanation){.id = self.options->explain, .width = self.page.settings.width};
        status = work(&self);
    } else {
        output_finish(self.out, false, NULL);
    }
    output_free(self.out);
    summary_free(&self.total);
    few_free(&self.undated);
    buf_free(&self.page.out);
    explain_free(&self.explained);
    sources_free(self.from);
    hearsay_relations_close(self.given);
    console_free(self.messages);
    return status;
}
