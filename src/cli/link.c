#include "cli/link.h"

#include "cli/storage.h"
#include "cli/tally.h"

enum { DONE = 0, FAILED = 2, SIGNALLED = 128 }; /* exit statuses */

/* One run of the command. */
typedef struct {
    const link_options *options;
    hearsay_store *store;
    tally done;
    bool linked;
} run;

static bool tell(void *context, size_t done, size_t total) {
    run *self = context;
    return tally_count(&self->done, done, total);
}

static void link_all(void *context) {
    run *self = context;
    hearsay_error error;
    unsigned flags = self->options->rebuild ? HEARSAY_RELINK_ALL : 0;
    self->linked = hearsay_store_link(self->store, flags, tell, self, &error) == HEARSAY_OK;
    if (!self->linked) {
        console_say(self->done.messages, "%s", error.message);
    }
}

static int work(run *self) {
    int arrived = tally_run(&self->done, link_all, self);
    tally_summarize(&self->done, "linked", 0, self->options->quiet || !self->linked);
    return arrived != 0 ? SIGNALLED + arrived : self->linked ? DONE : FAILED;
}

int link_run(const void *options, char *const *operands, size_t count) {
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
