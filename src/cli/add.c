#include "cli/add.h"

#include "cli/console.h"
#include "cli/numbers.h"
#include "cli/sources.h"
#include "cli/storage.h"

#include "base/buf.h"

#include <string.h>

enum { DONE = 0, FAILED = 2 }; /* exit statuses */

/* One run of the command. */
typedef struct {
    const add_options *options;
    console *messages;
    sources *from;
    hearsay_store *reading,
        *writing; /* the same store, as documents are asked for while others are added */
    size_t outcomes[HEARSAY_ADDED_KNOWN + 1];
    const char *maker; /* see hearsay_maker */
    size_t statements;
    bool failed;
} run;

static bool complain(run *self, const hearsay_error *error) {
    console_say(self->messages, "%s", error->message);
    self->failed = true;
    return false;
}

/* Statements that the document brings, and that this program would find, need not be found. */
static void take_brought(run *self, hearsay_document *document) {
    hearsay_str maker = hearsay_document_brought(document);
    hearsay_error error;
    if (maker.data != NULL && strlen(self->maker) == maker.size &&
        memcmp(self->maker, maker.data, maker.size) == 0 &&
        hearsay_document_take_brought(document, &error) != HEARSAY_OK) {
        console_say(self->messages, "warning: %s; its statements are found anew", error.message);
    }
}

/* A document that is known already need not be read. */
static hearsay_document *next(void *context) {
    run *self = context;
    hearsay_document *document;
    while ((document = sources_next(self->from)) != NULL) {
        hearsay_added outcome;
        hearsay_error error;
        hearsay_status status = hearsay_store_would_add(self->reading, document, &outcome, &error);
        if (status == HEARSAY_OK && outcome != HEARSAY_ADDED_KNOWN) {
            take_brought(self, document);
            return document;
        }
        hearsay_document_free(document);
        if (status != HEARSAY_OK) {
            complain(self, &error);
            return NULL;
        }
        self->outcomes[HEARSAY_ADDED_KNOWN]++;
    }
    return NULL;
}

static bool done(void *context, hearsay_document *document) {
    run *self = context;
    hearsay_added outcome;
    hearsay_error error;
    const hearsay_statement *statements;
    unsigned flags = self->options->no_originals ? HEARSAY_NO_ORIGINAL : 0;
    hearsay_status status = hearsay_store_add(self->writing, document, flags, &outcome, &error);
    if (status == HEARSAY_OK) {
        self->outcomes[outcome]++;
        self->statements += hearsay_document_statements(document, &statements);
    }
    hearsay_document_free(document);
    return status == HEARSAY_OK || complain(self, &error);
}

static void summarize(const run *self) {
    buf line = {0};
    buf_put(&line, STR("added: "));
    put_counted(&line, self->outcomes[HEARSAY_ADDED_NEW], "document", NULL);
    buf_put(&line, STR(", "));
    put_counted(&line, self->statements, "statement", NULL);
    buf_printf(&line, "; known already: %zu\n", self->outcomes[HEARSAY_ADDED_KNOWN]);
    console_put(self->messages, buf_str(&line));
    buf_free(&line);
}

static void add_all(run *self) {
    hearsay_model *model;
    hearsay_error error;
    if (hearsay_model_open(self->options->model, &model, &error) != HEARSAY_OK) {
        complain(self, &error);
        return;
    }
    self->maker = hearsay_maker(model);
    if (hearsay_run(model, (unsigned)self->options->threads, next, done, NULL, self, &error) !=
        HEARSAY_OK) {
        complain(self, &error);
    }
    hearsay_model_close(model);
}

int add_run(const void *options, char *const *files, size_t count) {
    run self = {.options = options, .messages = console_new()};
    hearsay_input_options input = {.format = (hearsay_input_format)self.options->input,
                                   .max_size = self.options->max_size};
    self.writing = storage_open(self.options->store, HEARSAY_STORE_CREATE, self.messages);
    self.reading = self.writing != NULL
                       ? storage_open(self.options->store, HEARSAY_STORE_READ, self.messages)
                       : NULL;
    self.from = sources_new(files, count, &input, self.messages);
    self.failed = self.reading == NULL;
    if (!self.failed) {
        add_all(&self);
        if (!self.options->quiet) {
            summarize(&self);
        }
    }
    int status = self.failed || sources_unread(self.from) > 0 ? FAILED : DONE;
    sources_free(self.from);
    hearsay_store_close(self.reading);
    hearsay_store_close(self.writing);
    console_free(self.messages);
    return status;
}
