#include "cli/export.h"

#include "cli/formats.h"
#include "cli/output.h"
#include "cli/storage.h"

enum { DONE = 0, NOTHING = 1, FAILED = 2 }; /* exit statuses */

/* One run of the command. */
typedef struct {
    const export_options *options;
    console *messages;
    hearsay_store *store;
    output *out;
    const format *how;
    writing page;
    bool missing; /* nothing, or several, has the name of one that was asked for */
} run;

static bool complain(const run *self, const hearsay_error *error) {
    console_say(self->messages, "%s", error->message);
    return false;
}

static bool flush(run *self) {
    bool written = output_put(self->out, buf_str(&self->page.out));
    buf_clear(&self->page.out);
    return written;
}

/* Writes a document as hearsay quotes would, and frees it. */
static bool put(run *self, hearsay_document *document) {
    hearsay_document_keep(document, (float)HEARSAY_MIN_CONFIDENCE);
    self->how->document(&self->page, document);
    self->page.documents++;
    hearsay_document_free(document);
    return flush(self);
}

/* The documents that are named; false where one is not there. */
static bool put_named(run *self, char *const *names, size_t count) {
    bool whole = true;
    for (size_t i = 0; i < count && whole; i++) {
        hearsay_document *document;
        hearsay_error error;
        const hearsay_status status =
            hearsay_store_document(self->store, names[i], &document, &error);
        self->missing = status == HEARSAY_MISSING;
        whole = status == HEARSAY_OK ? put(self, document) : complain(self, &error);
    }
    return whole;
}

/* A damaged document is said, and the rest goes on. */
static bool put_all(run *self) {
    hearsay_documents *documents;
    hearsay_error error;
    unsigned flags = self->options->all_versions ? HEARSAY_ALL_VERSIONS : 0;
    if (hearsay_documents_open(self->store, flags, &documents, &error) != HEARSAY_OK) {
        return complain(self, &error);
    }
    bool whole = true, written = true;
    hearsay_document *document;
    hearsay_status status;
    while (written &&
           (status = hearsay_documents_next(documents, &document, &error)) != HEARSAY_END) {
        if (status == HEARSAY_OK) {
            written = put(self, document);
        } else {
            whole = complain(self, &error);
            written = status == HEARSAY_STORE;
        }
    }
    hearsay_documents_close(documents);
    return whole && written;
}

static void drain(void *context) {
    flush(context);
}

/* What links documents is of all of them. */
static bool put_store(run *self, size_t named) {
    hearsay_error error;
    if (named > 0) {
        console_say(self->messages, "--format=%s takes no DOC: it is of the whole store",
                    self->how->name);
        return false;
    }
    self->page.drain = drain;
    self->page.context = self;
    return self->how->store(&self->page, self->store, &error) == HEARSAY_OK ||
           complain(self, &error);
}

static bool put_documents(run *self, char *const *names, size_t count) {
    return count > 0 ? put_named(self, names, count) : put_all(self);
}

static int work(run *self, char *const *names, size_t count) {
    hearsay_error error;
    if (self->how->begin != NULL) {
        self->how->begin(&self->page);
    }
    bool whole =
        self->how->store != NULL ? put_store(self, count) : put_documents(self, names, count);
    if (self->how->end != NULL) {
        self->how->end(&self->page);
    }
    flush(self);
    bool closed = output_is_closed(self->out);
    bool written = output_finish(self->out, whole, &error) == HEARSAY_OK;
    if (!written && !closed && whole) {
        complain(self, &error);
    }
    return self->missing ? NOTHING : whole && (written || closed) ? DONE : FAILED;
}

int export_run(const void *options, char *const *documents, size_t count) {
    run self = {.options = options, .messages = console_new()};
    int status = FAILED;
    hearsay_error error;
    self.how = EXPORT_FORMATS[self.options->format];
    self.page.settings = (format_settings){
        .with_text = true, .with_file = true, .min_confidence = HEARSAY_MIN_CONFIDENCE};
    self.store = storage_open(self.options->store, HEARSAY_STORE_READ, self.messages);
    if (self.store != NULL && output_open(self.options->output, &self.out, &error) != HEARSAY_OK) {
        complain(&self, &error);
    } else if (self.store != NULL) {
        status = work(&self, documents, count);
        output_free(self.out);
    }
    hearsay_store_close(self.store);
    buf_free(&self.page.out);
    console_free(self.messages);
    return status;
}
