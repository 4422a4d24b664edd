#include "cli/rebuild.h"

#include "base/buf.h"
#include "cli/numbers.h"
#include "cli/problem.h"
#include "cli/storage.h"
#include "cli/tally.h"

enum { DONE = 0, FAILED = 2, SIGNALLED = 128 }; /* exit statuses */

/* One run of the command. */
typedef struct {
    const rebuild_options *options;
    hearsay_store *store;
    tally done;
    size_t linked; /* documents whose links were made anew */
    size_t lost;
    bool rebuilt;
} run;

static bool tell(void *context, size_t done, size_t total, const hearsay_problem *problem) {
    run *self = context;
    if (problem != NULL) {
        self->lost += problem->kind != HEARSAY_PROBLEM_COPIED;
        problem_say(self->done.messages, problem);
    }
    return tally_count(&self->done, done, total);
}

static bool count_linked(void *context, size_t done, size_t total) {
    run *self = context;
    (void)total;
    self->linked = done;
    return !tally_is_stopped(&self->done);
}

static void rebuild(void *context) {
    run *self = context;
    const rebuild_options *options = self->options;
    hearsay_model *model;
    hearsay_error error;
    hearsay_status status = hearsay_model_open(options->model, &model, &error);
    if (status == HEARSAY_OK) {
        unsigned flags = options->all ? HEARSAY_REBUILD_ALL : 0;
        status = hearsay_store_rebuild(self->store, model, (unsigned)options->threads, flags, tell,
                                       self, &error);
        hearsay_model_close(model);
    }
    if (status == HEARSAY_OK) { /* an older version's links were dropped */
        status = hearsay_store_link(self->store, 0, count_linked, self, &error);
    }
    if (status != HEARSAY_OK) {
        console_say(self->done.messages, "%s", error.message);
    }
    self->rebuilt = status == HEARSAY_OK;
}

static int work(run *self) {
    int arrived = tally_run(&self->done, rebuild, self);
    tally_summarize(&self->done, "made anew", 0, self->options->quiet || !self->rebuilt);
    if (self->linked > 0 && self->rebuilt && !self->options->quiet) {
        buf line = {0};
        buf_put(&line, STR("linked: "));
        put_counted(&line, self->linked, "document", NULL);
        buf_putc(&line, '\n');
        console_put(self->done.messages, buf_str(&line));
        buf_free(&line);
    }
    return arrived != 0 ? SIGNALLED + arrived : self->rebuilt && self->lost == 0 ? DONE : FAILED;
}

int rebuild_run(const void *options, char *const *operands, size_t count) {
    (void)operands;
    (void)count;
    console *messages = console_new();
    run self = {.options = options};
    self.done.messages = messages;
    self.done.form = self.options->progress;
    self.store = storage_open(self.options->store, HEARSAY_STORE_WRITE, messages);
    int status = self.store != NULL ? work(&self) : FAILED;
    hearsay_store_close(self.store);
    console_free(messages);
    return status;
}
