#include "cli/reasoning.h"

#include "cli/findings.h"
#include "cli/output.h"
#include "cli/quotes.h"
#include "cli/storage.h"
#include "cli/terminal.h"

#include <string.h>

enum { DONE = 0, NOTHING = 1, FAILED = 2, PAGE_MAX = 100 }; /* exit statuses; columns */

typedef struct {
    const reasoning_options *options;
    console *messages;
    output *out;
    buf page; /* what is to be written */
    findings_style style;
} run;

typedef hearsay_status asking_fn(hearsay_store *store, const run *self, char *const *words,
                                 size_t count, hearsay_findings **out, hearsay_error *error);

/* How a command asks, and how much has to be named. */
typedef struct {
    const char *name, *title;
    asking_fn *ask;
    size_t least, most; /* operands */
    const char *usage;  /* what is said of another number */
} asking;

/* --- asking ----------------------------------------------------------------------------------- */

static hearsay_status ask_story(hearsay_store *store, const run *self, char *const *words,
                                size_t count, hearsay_findings **out, hearsay_error *error) {
    (void)self;
    return hearsay_store_story(store, count > 0 ? words[0] : NULL, out, error);
}

static hearsay_status ask_conflicts(hearsay_store *store, const run *self, char *const *words,
                                    size_t count, hearsay_findings **out, hearsay_error *error) {
    (void)self;
    return hearsay_store_conflicts(store, count > 0 ? words[0] : NULL, out, error);
}

/* Without a document the newest one: the first of the list. */
static hearsay_status ask_audit(hearsay_store *store, const run *self, char *const *words,
                                size_t count, hearsay_findings **out, hearsay_error *error) {
    (void)self;
    (void)count;
    return hearsay_store_audit(store, words[0], out, error);
}

static hearsay_status ask_timeline(hearsay_store *store, const run *self, char *const *words,
                                   size_t count, hearsay_findings **out, hearsay_error *error) {
    return hearsay_store_timeline(store, words[0], count > 1 ? words[1] : NULL,
                                  self->options->limit, out, error);
}

/* --- what is written -------------------------------------------------------------------------- */

static void begin_page(run *self, const asking *how) {
    if (self->options->format == REASONING_CSV) {
        findings_put_csv_head(&self->page);
    } else if (self->options->format == REASONING_HTML) {
        findings_begin_page(&self->page, how->title);
    }
}

static void end_page(run *self) {
    if (self->options->format == REASONING_HTML) {
        findings_end_page(&self->page);
    }
}

/* `number` counts from 1. */
static void put_finding(run *self, const hearsay_finding *finding, size_t number) {
    switch ((reasoning_format)self->options->format) {
    case REASONING_JSONL:
        findings_put_json(&self->page, finding);
        buf_putc(&self->page, '\n');
        break;
    case REASONING_CSV:
        findings_put_csv(&self->page, finding, number);
        break;
    case REASONING_HTML:
        findings_put_html(&self->page, finding);
        break;
    case REASONING_TABLE:
        buf_put(&self->page, number > 1 ? STR("\n") : STR(""));
        findings_put_table(&self->page, finding, &self->style);
        break;
    }
}

static size_t put_all(run *self, const hearsay_findings *found) {
    const hearsay_finding *all;
    size_t count = hearsay_findings_all(found, &all);
    for (size_t i = 0; i < count; i++) {
        put_finding(self, &all[i], i + 1);
    }
    return count;
}

/* --- one run ---------------------------------------------------------------------------------- */

static void choose_style(run *self) {
    int file = output_file(self->out);
    unsigned width = terminal_width(file);
    int wanted = self->options->color;
    self->style = (findings_style){
        .width = width < PAGE_MAX ? width : PAGE_MAX,
        .colour = wanted == WHEN_ALWAYS || (wanted == WHEN_AUTO && terminal_has_colour(file)),
    };
}

/* Writes the page; what could not be found or written is said. */
static int finish(run *self, size_t found) {
    hearsay_error error;
    output_put(self->out, buf_str(&self->page));
    if (!output_is_closed(self->out) && output_finish(self->out, true, &error) != HEARSAY_OK) {
        console_say(self->messages, "%s", error.message);
        return FAILED;
    }
    if (found == 0) {
        console_say(self->messages, "nothing is found");
        return NOTHING;
    }
    return DONE;
}

static int complain(const run *self, const hearsay_error *error) {
    console_say(self->messages, "%s", error->message);
    return error->code == HEARSAY_MISSING ? NOTHING : FAILED;
}

static int answer(run *self, const asking *how, hearsay_store *store, char *const *words,
                  size_t count) {
    hearsay_findings *found;
    hearsay_error error;
    if (how->ask(store, self, words, count, &found, &error) != HEARSAY_OK) {
        return complain(self, &error);
    }
    begin_page(self, how);
    size_t put = put_all(self, found);
    end_page(self);
    hearsay_findings_free(found);
    return finish(self, put);
}

static int ask(const asking *how, const reasoning_options *options, char *const *words,
               size_t count) {
    run self = {.options = options, .messages = console_new()};
    int status = FAILED;
    hearsay_error error;
    if (count < how->least || count > how->most) {
        console_say(self.messages, "%s (see hearsay %s --help)", how->usage, how->name);
        console_free(self.messages);
        return status;
    }
    hearsay_store *store = storage_open(options->store, HEARSAY_STORE_READ, self.messages);
    if (store != NULL && output_open(options->output, &self.out, &error) == HEARSAY_OK) {
        choose_style(&self);
        buf_put(&self.page, STR(""));
        status = answer(&self, how, store, words, count);
        output_free(self.out);
    } else if (store != NULL) {
        console_say(self.messages, "%s", error.message);
    }
    hearsay_store_close(store);
    buf_free(&self.page);
    console_free(self.messages);
    return status;
}

/* --- the commands ----------------------------------------------------------------------------- */

int story_run(const void *options, char *const *words, size_t count) {
    static const asking STORY = {"story",   "Who is quoted where",
                                 ask_story, 0,
                                 1,         "story takes the id of one statement or document"};
    return ask(&STORY, options, words, count);
}

int conflicts_run(const void *options, char *const *words, size_t count) {
    static const asking CONFLICTS = {"conflicts",
                                     "Where they contradict each other",
                                     ask_conflicts,
                                     0,
                                     1,
                                     "conflicts takes the id of one statement or document"};
    return ask(&CONFLICTS, options, words, count);
}

int audit_run(const void *options, char *const *words, size_t count) {
    static const asking AUDIT = {
        "audit", "What it rests on", ask_audit, 1, 1, "audit needs the id of one document"};
    return ask(&AUDIT, options, words, count);
}

int timeline_run(const void *options, char *const *words, size_t count) {
    static const asking TIMELINE = {"timeline",
                                    "What was said when",
                                    ask_timeline,
                                    1,
                                    2,
                                    "timeline needs a name, and may have what it is about"};
    return ask(&TIMELINE, options, words, count);
}
