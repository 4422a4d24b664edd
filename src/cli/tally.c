#include "cli/tally.h"

#include "base/buf.h"
#include "cli/add.h"
#include "cli/numbers.h"
#include "cli/watch.h"

#include <unistd.h>

static console_progress progress_of(tally *self) {
    return (console_progress){
        .bytes = atomic_load(&self->bytes) + atomic_load(&self->reading),
        .documents = atomic_load(&self->documents),
        .all_documents = atomic_load(&self->all_documents),
        .statements = atomic_load(&self->statements),
    };
}

void tally_tell(str line) {
    ssize_t put = write(STDOUT_FILENO, line.data, line.size);
    (void)put; /* whoever reads it no longer does not want it */
}

static void tell_program(tally *self, const char *event) {
    const console_progress now = progress_of(self);
    buf line = {0};
    buf_printf(&line,
               "{\"event\":\"%s\",\"documents\":%zu,\"all_documents\":%zu,\"bytes\":%zu,"
               "\"all_bytes\":%zu,\"statements\":%zu,\"seconds\":%.3f}\n",
               event, now.documents, now.all_documents, now.bytes, atomic_load(&self->all_bytes),
               now.statements, tally_seconds(self));
    tally_tell(buf_str(&line));
    buf_free(&line);
}

/* A program is told once a second. */
static void tick(void *context) {
    tally *self = context;
    if (self->form != PROGRESS_JSON) {
        console_tick(self->messages, progress_of(self));
    } else if (console_clock() - self->told >= 1) {
        self->told = console_clock();
        tell_program(self, "progress");
    }
}

/* What was done is whole; what is being done is given up. */
static void stop(void *context) {
    tally *self = context;
    atomic_store(&self->stopped, true);
}

bool tally_is_told(const tally *self) {
    return self->form == PROGRESS_AUTO ? isatty(STDERR_FILENO) : self->form != PROGRESS_NONE;
}

int tally_run(tally *self, void (*work)(void *context), void *context) {
    self->begun = self->told = console_clock();
    if (tally_is_told(self) && self->form != PROGRESS_JSON) {
        console_show_progress(self->messages, self->form == PROGRESS_BAR,
                              atomic_load(&self->all_bytes));
    }
    watch *guard = watch_begin_stoppable(tick, stop, self);
    work(context);
    int arrived = watch_arrived(guard);
    watch_end(guard);
    return arrived;
}

bool tally_count(tally *self, size_t documents, size_t all_documents) {
    atomic_store(&self->documents, documents);
    atomic_store(&self->all_documents, all_documents);
    return !tally_is_stopped(self);
}

bool tally_is_stopped(tally *self) {
    return atomic_load(&self->stopped);
}

double tally_seconds(const tally *self) {
    return console_clock() - self->begun;
}

void tally_summarize(tally *self, const char *what, size_t left_out, bool quiet) {
    if (self->form == PROGRESS_JSON) {
        tell_program(self, "end");
        return;
    }
    if (quiet) {
        return;
    }
    buf line = {0};
    buf_printf(&line, "%s: ", what);
    put_counted(&line, atomic_load(&self->documents) - left_out, "document", NULL);
    buf_put(&line, STR(" in "));
    put_duration(&line, tally_seconds(self));
    if (tally_is_stopped(self)) {
        buf_put(&line, STR("; stopped before the end, run it again to go on"));
    }
    buf_putc(&line, '\n');
    console_put(self->messages, buf_str(&line));
    buf_free(&line);
}
