#include "cli/check.h"

#include "cli/numbers.h"
#include "cli/problem.h"
#include "cli/storage.h"

enum { WHOLE = 0, DAMAGED = 1, FAILED = 2 }; /* exit statuses */

/* One run of the command. */
typedef struct {
    console *messages;
    size_t lost, derived;
} run;

static void tell(void *context, const hearsay_problem *problem) {
    run *self = context;
    self->lost += problem->kind == HEARSAY_PROBLEM_LOST;
    self->derived += problem->kind == HEARSAY_PROBLEM_DERIVED;
    problem_say(self->messages, problem);
}

static void summarize(const run *self) {
    buf line = {0};
    if (self->lost == 0 && self->derived == 0) {
        buf_put(&line, STR("all is as it was written"));
    }
    if (self->lost > 0) {
        put_counted(&line, self->lost, "loss", "losses");
    }
    if (self->derived > 0) {
        buf_put(&line, self->lost > 0 ? STR("; ") : STR(""));
        put_counted(&line, self->derived, "thing", NULL);
        buf_put(&line, STR(" to be made anew, by hearsay rebuild"));
    }
    buf_putc(&line, '\n');
    console_put(self->messages, buf_str(&line));
    buf_free(&line);
}

/* A store that may not be written to is checked, too. */
static hearsay_store *open_store(const char *named, console *messages) {
    hearsay_store *opened;
    hearsay_status status =
        hearsay_store_open(storage_path(named), HEARSAY_STORE_CHECK, &opened, NULL);
    return status == HEARSAY_OK ? opened : storage_open(named, HEARSAY_STORE_READ, messages);
}

int check_run(const void *options, char *const *operands, size_t count) {
    (void)operands;
    (void)count;
    const check_options *self = options;
    run at_work = {.messages = console_new()};
    hearsay_store *store = open_store(self->store, at_work.messages);
    hearsay_error error;
    int status = FAILED;
    if (store != NULL && hearsay_store_check(store, tell, &at_work, &error) != HEARSAY_OK) {
        console_say(at_work.messages, "%s", error.message);
    } else if (store != NULL) {
        status = at_work.lost == 0 && at_work.derived == 0 ? WHOLE : DAMAGED;
        if (!self->quiet) {
            summarize(&at_work);
        }
    }
    hearsay_store_close(store);
    console_free(at_work.messages);
    return status;
}
