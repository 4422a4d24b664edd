#include "cli/add.h"

#include "base/ascii.h"
#include "cli/add_report.h"
#include "cli/alike.h"
#include "cli/date.h"
#include "cli/sources.h"
#include "cli/storage.h"
#include "cli/tally.h"
#include "cli/terminal.h"

#include <stdatomic.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DONE = 0, FAILED = 2, SIGNALLED = 128, PAGE_MAX = 100 }; /* exit statuses; columns */

/* One run of the command. Documents are asked for in the store while others are added to it, by
 * another thread: so it is opened twice. */
typedef struct {
    const add_options *options;
    tally done; /* how far it has come */
    sources *from;
    hearsay_store *asked, *filled;
    hearsay_document *first; /* was read before there was a store; NULL: it is on its way */
    const char *maker;       /* see hearsay_maker */
    add_totals totals; /* `known`, `taken`, `undated` and `far` are changed where documents are
                          taken, the others where they go */
    bool failed;       /* something is wrong with the store or the model */
} run;

static bool complain(run *self, const hearsay_error *error) {
    console_say(self->done.messages, "%s", error->message);
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
        console_say(self->done.messages, "warning: %s; its statements are found anew",
                    error.message);
    }
}

static void skip(run *self, hearsay_document *document) {
    size_t done = sources_skip(self->from);
    if (done > 0) {
        atomic_store(&self->done.bytes, done);
    }
    self->totals.known++;
    hearsay_document_free(document);
}

/* The file's part of where something was read: "a.csv" of "a.csv:12". */
static str file_of(hearsay_str origin) {
    size_t size = origin.size;
    while (size > 0 && ascii_is_digit(origin.data[size - 1])) {
        size--;
    }
    const bool line = size > 0 && size < origin.size && origin.data[size - 1] == ':';
    return (str){origin.data, line ? size - 1 : origin.size};
}

/* A new version of what it has next to nothing in common with, from another file: rows of two
 * tables are numbered alike, and have nothing to do with each other. */
static void look_at_version(run *self, hearsay_document *document) {
    static const double LEAST = 0.2; /* of its words; edits of one article share most of them */
    hearsay_document *before;
    hearsay_metadata about = hearsay_document_metadata(document);
    buf name = {0};
    buf_put(&name, (str){about.id.data, about.id.size});
    if (hearsay_store_document(self->asked, name.data, &before, NULL) == HEARSAY_OK) {
        const hearsay_str is = hearsay_document_text(document), was = hearsay_document_text(before);
        const hearsay_str from = hearsay_document_origin(before);
        if (!str_equal(file_of(hearsay_document_origin(document)), file_of(from)) &&
            alike_share((str){is.data, is.size}, (str){was.data, was.size}) < LEAST) {
            few_add(&self->totals.strangers, document, (str){from.data, from.size});
        }
        hearsay_document_free(before);
    }
    buf_free(&name);
}

static void look_at_date(run *self, hearsay_document *document) {
    const hearsay_str date = hearsay_document_metadata(document).date;
    if (date_is_far((str){date.data, date.size})) {
        few_add(&self->totals.far, document, (str){date.data, date.size});
    }
}

static hearsay_document *read_next(run *self) {
    hearsay_document *first = self->first;
    self->first = NULL;
    return first != NULL ? first : sources_next(self->from);
}

/* The next document that the store does not know: what it knows is not read again. */
static hearsay_document *next(void *context) {
    run *self = context;
    hearsay_document *document;
    while (!tally_is_stopped(&self->done) && (document = read_next(self)) != NULL) {
        hearsay_added outcome;
        hearsay_error error;
        /* By what is no date no document is found. */
        hearsay_str not_a_date = hearsay_document_check_date(document);
        if (hearsay_store_would_add(self->asked, document, &outcome, &error) != HEARSAY_OK) {
            hearsay_document_free(document);
            complain(self, &error);
            return NULL;
        }
        if (outcome != HEARSAY_ADDED_KNOWN) {
            if (not_a_date.data != NULL) {
                few_add(&self->totals.undated, document, (str){not_a_date.data, not_a_date.size});
            }
            look_at_date(self, document);
            if (outcome == HEARSAY_ADDED_VERSION) {
                look_at_version(self, document);
            }
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
    atomic_fetch_add(&self->done.reading, part.end - part.begin);
    return !tally_is_stopped(&self->done);
}

/* Another process may have added it meanwhile. */
static void count(run *self, hearsay_document *document, hearsay_added outcome) {
    if (outcome == HEARSAY_ADDED_KNOWN) {
        self->totals.known++;
        return;
    }
    self->totals.added += outcome == HEARSAY_ADDED_NEW || outcome == HEARSAY_ADDED_COPY;
    self->totals.copies += outcome == HEARSAY_ADDED_COPY;
    self->totals.versions += outcome == HEARSAY_ADDED_VERSION;
    hearsay_document_keep(document, HEARSAY_MIN_CONFIDENCE);
    summary_add(&self->totals.read, document);
}

static bool put(void *context, hearsay_document *document) {
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
    atomic_fetch_sub(&self->done.reading, hearsay_document_text(document).size);
    atomic_store(&self->done.bytes, sources_done(self->from));
    atomic_store(&self->done.documents, self->totals.added + self->totals.versions);
    atomic_store(&self->done.statements, self->totals.read.statements);
    hearsay_document_free(document);
    return status == HEARSAY_OK;
}

/* --- the work --------------------------------------------------------------------------------- */

static void add_all(void *context) {
    run *self = context;
    hearsay_model *model;
    hearsay_error error;
    if (hearsay_model_open(self->options->model, &model, &error) != HEARSAY_OK) {
        complain(self, &error);
        return;
    }
    if (!hearsay_tells_languages()) {
        console_say(self->done.messages,
                    "warning: languages are not told apart, as libexttextcat-data is not "
                    "installed: what is in Latin letters is read as English");
    }
    self->maker = hearsay_maker(model);
    if (hearsay_run(model, (unsigned)self->options->threads, next, put, progress, self, &error) !=
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
    totals->seconds = tally_seconds(&self->done);
    totals->unread = sources_unread(self->from);
    totals->too_large = sources_refused(self->from, HEARSAY_TOO_LARGE);
    totals->unknown = sources_refused(self->from, HEARSAY_FORMAT);
    totals->stopped = tally_is_stopped(&self->done) || self->failed;
    buf lines = {0};
    if (self->options->progress == PROGRESS_JSON) {
        add_report_put_json(&lines, totals);
        tally_tell(buf_str(&lines));
    } else if (!self->options->quiet) {
        unsigned width = terminal_width(STDERR_FILENO);
        add_report_put(&lines, totals, width < PAGE_MAX ? width : PAGE_MAX);
        console_put(self->done.messages, buf_str(&lines));
    }
    buf_free(&lines);
}

/* Stopped by a signal, it ends as if that had ended it. */
static int work(run *self) {
    if (tally_is_told(&self->done)) {
        atomic_store(&self->done.all_bytes, sources_total(self->from));
    }
    int arrived = tally_run(&self->done, add_all, self);
    report(self);
    return arrived != 0                                     ? SIGNALLED + arrived
           : self->failed || sources_unread(self->from) > 0 ? FAILED
                                                            : DONE;
}

static bool is_there(const char *path) {
    struct stat about;
    return stat(path, &about) == 0;
}

/* It is as open as somebody made it: that is theirs to decide, but they should know. */
static void warn_of_readers(const run *self, const char *path) {
    struct stat about;
    if (stat(path, &about) == 0 && (about.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        console_say(self->done.messages,
                    "warning: %s can be opened by others, too (its mode is %03o); chmod 600 keeps "
                    "it yours alone",
                    path, (unsigned)(about.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO)));
    }
}

/* Where there is no store yet, none is made for nothing: only once something was read. */
static int add(run *self, const char *path) {
    if (!is_there(path)) {
        self->done.begun = console_clock();
        self->first = sources_next(self->from);
        if (self->first == NULL) {
            report(self);
            return sources_unread(self->from) > 0 ? FAILED : DONE;
        }
    }
    self->filled = storage_open(path, HEARSAY_STORE_CREATE, self->done.messages);
    self->asked =
        self->filled != NULL ? storage_open(path, HEARSAY_STORE_READ, self->done.messages) : NULL;
    if (self->asked == NULL) {
        return FAILED;
    }
    warn_of_readers(self, path);
    return work(self);
}

int add_run(const void *options, char *const *files, size_t file_count) {
    run self = {.options = options, .done.messages = console_new()};
    self.done.form = self.options->progress;
    const hearsay_input_options input = {.format = (hearsay_input_format)self.options->input,
                                         .max_size = self.options->max_size,
                                         .max_ratio = self.options->max_ratio,
                                         .max_layers = self.options->max_layers,
                                         .max_seconds = self.options->max_seconds};
    const char *path = storage_path(self.options->store);
    self.from = sources_new(files, file_count, &input, path, self.done.messages);
    int status = add(&self, path);
    hearsay_document_free(self.first);
    summary_free(&self.totals.read);
    few_free(&self.totals.undated);
    few_free(&self.totals.far);
    few_free(&self.totals.strangers);
    sources_free(self.from);
    hearsay_store_close(self.asked);
    hearsay_store_close(self.filled);
    console_free(self.done.messages);
    return status;
}
