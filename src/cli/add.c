#include "cli/add.h"

#include "cli/add_report.h"
#include "cli/console.h"
#include "cli/sources.h"
#include "cli/storage.h"
#include "cli/terminal.h"
#include "cli/watch.h"

#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

enum { DONE = 0, FAILED = 2, SIGNALLED = 128, PAGE_MAX = 100 }; /* exit statuses; columns */

/* One run of the command. Documents are asked for in the store while others are added to it, by
 * another thread: so it is opened twice. */
typedef struct {
    const add_options *options;
    console *messages;
    sources *from;
    hearsay_store *asked, *filled;
    const char *maker;        /* see hearsay_maker */
    add_totals totals;        /* `known` and `taken` are changed where documents are taken,
                                 the others where they go */
    size_t bytes;             /* of all files, 0 where it is not known */
    atomic_size_t reading;    /* bytes that are read of documents that are not done */
    atomic_size_t finished;   /* bytes of those that are */
    atomic_size_t documents;  /* that are done */
    atomic_size_t statements; /* of these */
    atomic_bool stopped;      /* the user wants it to end */
    bool failed;              /* something is wrong with the store or the model */
    double begun, told;       /* when the work began, when progress was told last */
} run;

static bool complain(run *self, const hearsay_error *error) {
    console_say(self->messages, "%s", error->message);
    self->failed = true;
    return false;
}

/* --- documents -------------------------------------------------------------------------------- */

/* Statements that the document brings, and that this program would find, need not be found. */
static void take_brought(run *self, hearsay_document *document) {
    hearsay_str maker = hearsay_document_brought(document);
    if (maker.data == NULL || strlen(self->maker) != maker.size ||
        memcmp(self->maker, maker.data, maker.size) != 0) {
        return;
    }
    hearsay_error error;
    if (hearsay_document_take_brought(document, &error) == HEARSAY_OK) {
        self->totals.taken++;
    } else {
        console_say(self->messages, "warning: %s; its statements are found anew", error.message);
    }
}

static void skip(run *self, hearsay_document *document) {
    size_t done = sources_skip(self->from);
    if (done > 0) {
        atomic_store(&self->finished, done);
    }
    self->totals.known++;
    hearsay_document_free(document);
}

/* The next document that the store does not know: what it knows is not read again. */
static hearsay_document *next(void *context) {
    run *self = context;
    hearsay_document *document;
    while (!atomic_load(&self->stopped) && (document = sources_next(self->from)) != NULL) {
        hearsay_added outcome;
        hearsay_error error;
        if (hearsay_store_would_add(self->asked, document, &outcome, &error) != HEARSAY_OK) {
            hearsay_document_free(document);
            complain(self, &error);
            return NULL;
        }
        if (outcome != HEARSAY_ADDED_KNOWN) {
            take_brought(self, document);
            return document;
        }
        skip(self, document);
    }
    return NULL;
}

static bool progress(void *context, const hearsay_document *document, hearsay_span part) {
    (void)document;
    run *self = context;
    atomic_fetch_add(&self->reading, part.end - part.begin);
    return !atomic_load(&self->stopped);
}

/* Another process may have added it meanwhile. */
static void count(run *self, hearsay_document *document, hearsay_added outcome) {
    const hearsay_statement *statements;
    if (outcome == HEARSAY_ADDED_KNOWN) {
        self->totals.known++;
        return;
    }
    self->totals.added += outcome == HEARSAY_ADDED_NEW;
    self->totals.versions += outcome == HEARSAY_ADDED_VERSION;
    hearsay_document_keep(document, HEARSAY_MIN_CONFIDENCE);
    self->totals.statements += hearsay_document_statements(document, &statements);
}

static bool done(void *context, hearsay_document *document) {
    run *self = context;
    hearsay_added outcome;
    hearsay_error error;
    unsigned flags = (self->options->no_originals ? HEARSAY_NO_ORIGINAL : 0U) |
                     (self->options->no_links ? HEARSAY_NO_LINKS : 0U);
    hearsay_status status = hearsay_store_add(self->filled, document, flags, &outcome, &error);
    if (status == HEARSAY_OK) {
        count(self, document, outcome);
    } else {
        complain(self, &error);
    }
    atomic_fetch_sub(&self->reading, hearsay_document_text(document).size);
    atomic_store(&self->finished, sources_done(self->from));
    atomic_store(&self->documents, self->totals.added + self->totals.versions);
    atomic_store(&self->statements, self->totals.statements);
    hearsay_document_free(document);
    return status == HEARSAY_OK;
}

/* --- progress --------------------------------------------------------------------------------- */

static void put_out(str line) {
    ssize_t put = write(STDOUT_FILENO, line.data, line.size);
    (void)put; /* whoever reads it no longer does not want it */
}

/* A line a second. */
static void tell_program(run *self, console_progress done) {
    double now = console_clock();
    if (now - self->told < 1) {
        return;
    }
    self->told = now;
    buf line = {0};
    buf_printf(&line,
               "{\"event\":\"progress\",\"bytes\":%zu,\"total\":%zu,\"documents\":%zu,"
               "\"statements\":%zu,\"seconds\":%.3f}\n",
               done.bytes, self->bytes, done.documents, done.statements, now - self->begun);
    put_out(buf_str(&line));
    buf_free(&line);
}

static void tick(void *context) {
    run *self = context;
    const console_progress done = {
        .bytes = atomic_load(&self->finished) + atomic_load(&self->reading),
        .documents = atomic_load(&self->documents),
        .statements = atomic_load(&self->statements),
    };
    if (self->options->progress == PROGRESS_JSON) {
        tell_program(self, done);
    } else {
        console_tick(self->messages, done);
    }
}

/* What is added is whole; what is being read is given up. */
static void stop(void *context) {
    run *self = context;
    atomic_store(&self->stopped, true);
}

/* --- the work --------------------------------------------------------------------------------- */

static void begin_progress(run *self) {
    int wanted = self->options->progress;
    self->begun = self->told = console_clock();
    if (wanted == PROGRESS_NONE || (wanted == PROGRESS_AUTO && !isatty(STDERR_FILENO))) {
        return;
    }
    self->bytes = sources_total(self->from);
    if (wanted != PROGRESS_JSON) {
        console_show_progress(self->messages, wanted == PROGRESS_BAR, self->bytes);
    }
}

static void add_all(run *self) {
    hearsay_model *model;
    hearsay_error error;
    if (hearsay_model_open(self->options->model, &model, &error) != HEARSAY_OK) {
        complain(self, &error);
        return;
    }
    if (!hearsay_tells_languages()) {
        console_say(self->messages,
                    "warning: languages are not told apart, as libexttextcat-data is not "
                    "installed: what is in Latin letters is read as English");
    }
    self->maker = hearsay_maker(model);
    if (hearsay_run(model, (unsigned)self->options->threads, next, done, progress, self, &error) !=
        HEARSAY_OK) {
        complain(self, &error);
    }
    if (hearsay_store_settle(self->filled, &error) != HEARSAY_OK) {
        complain(self, &error);
    }
    hearsay_model_close(model);
}

static void report(run *self) {
    add_totals *totals = &self->totals;
    totals->seconds = console_clock() - self->begun;
    totals->unread = sources_unread(self->from);
    totals->too_large = sources_refused(self->from, HEARSAY_TOO_LARGE);
    totals->unknown = sources_refused(self->from, HEARSAY_FORMAT);
    totals->stopped = atomic_load(&self->stopped) || self->failed;
    buf lines = {0};
    if (self->options->progress == PROGRESS_JSON) {
        add_report_put_json(&lines, totals);
        put_out(buf_str(&lines));
    } else if (!self->options->quiet) {
        unsigned width = terminal_width(STDERR_FILENO);
        add_report_put(&lines, totals, width < PAGE_MAX ? width : PAGE_MAX);
        console_put(self->messages, buf_str(&lines));
    }
    buf_free(&lines);
}

/* Stopped by a signal, it ends as if that had ended it. */
static int work(run *self) {
    begin_progress(self);
    watch *guard = watch_begin_stoppable(tick, stop, self);
    add_all(self);
    int arrived = watch_arrived(guard);
    watch_end(guard);
    report(self);
    return arrived != 0                                     ? SIGNALLED + arrived
           : self->failed || sources_unread(self->from) > 0 ? FAILED
                                                            : DONE;
}

int add_run(const void *options, char *const *files, size_t file_count) {
    run self = {.options = options, .messages = console_new()};
    const hearsay_input_options input = {.format = (hearsay_input_format)self.options->input,
                                         .max_size = self.options->max_size,
                                         .max_ratio = self.options->max_ratio,
                                         .max_layers = self.options->max_layers,
                                         .max_seconds = self.options->max_seconds};
    const char *store = self.options->store;
    self.from = sources_new(files, file_count, &input, storage_path(store), self.messages);
    self.filled = storage_open(store, HEARSAY_STORE_CREATE, self.messages);
    self.asked =
        self.filled != NULL ? storage_open(store, HEARSAY_STORE_READ, self.messages) : NULL;
    int status = self.asked != NULL ? work(&self) : FAILED;
    sources_free(self.from);
    hearsay_store_close(self.asked);
    hearsay_store_close(self.filled);
    console_free(self.messages);
    return status;
}
