#include "cli/tally.h"

#include "base/buf.h"
#include "cli/add.h"
#include "cli/numbers.h"
#include "cli/watch.h"

#include <stdio.h>
#include <unistd.h>

static void tell_program(tally *self, const char *event, double now) {
    char line[160];
    int size = snprintf(
        line, sizeof line, "{\"event\":\"%s\",\"documents\":%zu,\"total\":%zu,\"seconds\":%.3f}\n",
        event, atomic_load(&self->done), atomic_load(&self->total), now - self->begun);
    ssize_t put = write(STDOUT_FILENO, line, (size_t)size);
    (void)put; /* whoever reads it no longer does not want it */
}

static void tick(void *context) {
    tally *self = context;
    double now = console_clock();
    if (self->form == PROGRESS_JSON && now - self->told >= 1) {
        self->told = now;
        tell_program(self, "progress", now);
    } else {
        console_tick(self->messages,
                     (console_progress){.documents = atomic_load(&self->done),
                                        .all_documents = atomic_load(&self->total)});
    }
}

static void stop(void *context) {
    tally *self = context;
    atomic_store(&self->stopped, true);
}

static void begin(tally *self) {
    int wanted = self->form;
    self->begun = self->told = console_clock();
    if (wanted == PROGRESS_BAR || (wanted == PROGRESS_AUTO && isatty(STDERR_FILENO))) {
        console_show_progress(self->messages, wanted == PROGRESS_BAR, 0);
    }
}

int tally_run(tally *self, void (*work)(void *context), void *context) {
    begin(self);
    watch *guard = watch_begin_stoppable(tick, stop, self);
    work(context);
    int arrived = watch_arrived(guard);
    watch_end(guard);
    return arrived;
}

bool tally_count(tally *self, size_t done, size_t total) {
    atomic_store(&self->done, done);
    atomic_store(&self->total, total);
    return !atomic_load(&self->stopped);
}

void tally_summarize(tally *self, const char *what, size_t left_out, bool quiet) {
    if (self->form == PROGRESS_JSON) {
        tell_program(self, "end", console_clock());
        return;
    }
    if (quiet) {
        return;
    }
    buf line = {0};
    buf_printf(&line, "%s: ", what);
    put_counted(&line, atomic_load(&self->done) - left_out, "document", NULL);
    buf_put(&line, STR(" in "));
    put_duration(&line, console_clock() - self->begun);
    if (atomic_load(&self->stopped)) {
        buf_put(&line, STR("; stopped before the end, run it again to go on"));
    }
    buf_putc(&line, '\n');
    console_put(self->messages, buf_str(&line));
    buf_free(&line);
}
