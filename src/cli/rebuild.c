#include "cli/rebuild.h"

#include "cli/add.h"
#include "cli/numbers.h"
#include "cli/storage.h"
#include "cli/watch.h"

#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

enum { DONE = 0, FAILED = 2, SIGNALLED = 128 }; /* exit statuses */

/* One run of the command. */
typedef struct {
    const rebuild_options *options;
    console *messages;
    atomic_size_t done, total; /* documents */
    atomic_bool stopped;
    size_t lost;
    double begun, told; /* when the work began, when progress was told last */
} run;

static bool tell(void *context, size_t done, size_t total, const hearsay_problem *problem) {
    run *self = context;
    atomic_store(&self->done, done);
    atomic_store(&self->total, total);
    if (problem != NULL) {
        self->lost++;
        console_say(self->messages, "%.*s", (int)problem->what.size, problem->what.data);
    }
    return !atomic_load(&self->stopped);
}

static void tell_program(run *self, const char *event, double now) {
    char line[160];
    int size = snprintf(
        line, sizeof line, "{\"event\":\"%s\",\"documents\":%zu,\"total\":%zu,\"seconds\":%.3f}\n",
        event, atomic_load(&self->done), atomic_load(&self->total), now - self->begun);
    ssize_t put = write(STDOUT_FILENO, line, (size_t)size);
    (void)put; /* whoever reads it no longer does not want it */
}

static void tick(void *context) {
    run *self = context;
    double now = console_clock();
    if (self->options->progress == PROGRESS_JSON && now - self->told >= 1) {
        self->told = now;
        tell_program(self, "progress", now);
    } else {
        console_tick(self->messages,
                     (console_progress){.documents = atomic_load(&self->done),
                                        .all_documents = atomic_load(&self->total)});
    }
}

static void stop(void *context) {
    run *self = context;
    atomic_store(&self->stopped, true);
}

static void begin_progress(run *self) {
    int wanted = self->options->progress;
    self->begun = self->told = console_clock();
    if (wanted == PROGRESS_BAR || (wanted == PROGRESS_AUTO && isatty(STDERR_FILENO))) {
        console_show_progress(self->messages, wanted == PROGRESS_BAR, 0);
    }
}

static bool rebuild(run *self, hearsay_store *store) {
    const rebuild_options *options = self->options;
    hearsay_model *model;
    hearsay_error error;
    hearsay_status status = hearsay_model_open(options->model, &model, &error);
    if (status == HEARSAY_OK) {
        unsigned flags = options->all ? HEARSAY_REBUILD_ALL : 0;
        status = hearsay_store_rebuild(store, model, (unsigned)options->threads, flags, tell, self,
                                       &error);
        hearsay_model_close(model);
    }
    if (status != HEARSAY_OK) {
        console_say(self->messages, "%s", error.message);
    }
    return status == HEARSAY_OK;
}

static void summarize(run *self) {
    buf line = {0};
    buf_put(&line, STR("made anew: "));
    put_counted(&line, atomic_load(&self->done) - self->lost, "document", NULL);
    buf_put(&line, STR(" in "));
    put_duration(&line, console_clock() - self->begun);
    if (atomic_load(&self->stopped)) {
        buf_put(&line, STR("; stopped before the end, run it again to go on"));
    }
    buf_putc(&line, '\n');
    console_put(self->messages, buf_str(&line));
    buf_free(&line);
}

static int work(run *self, hearsay_store *store) {
    begin_progress(self);
    watch *guard = watch_begin_stoppable(tick, stop, self);
    bool rebuilt = rebuild(self, store);
    int arrived = watch_arrived(guard);
    watch_end(guard);
    if (self->options->progress == PROGRESS_JSON) {
        tell_program(self, "end", console_clock());
    } else if (rebuilt && !self->options->quiet) {
        summarize(self);
    }
    return arrived != 0 ? SIGNALLED + arrived : rebuilt && self->lost == 0 ? DONE : FAILED;
}

int rebuild_run(const void *options, char *const *operands, size_t count) {
    (void)operands;
    (void)count;
    run self = {.options = options, .messages = console_new()};
    hearsay_store *store = storage_open(self.options->store, HEARSAY_STORE_WRITE, self.messages);
    int status = store != NULL ? work(&self, store) : FAILED;
    hearsay_store_close(store);
    console_free(self.messages);
    return status;
}
