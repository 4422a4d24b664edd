#include "cli/reasoning.h"

#include "cli/findings.h"
#include "cli/output.h"
#include "cli/quotes.h"
#include "cli/storage.h"
#include "cli/tally.h"
#include "cli/terminal.h"

#include <string.h>
#include <unistd.h>

/* Exit statuses; columns. */
enum { DONE = 0, NOTHING = 1, FAILED = 2, SIGNALLED = 128, PAGE_MAX = 100 };

typedef struct {
    const reasoning_options *options;
    console *messages;
    hearsay_store *store;
    output *out;
    bool finished; /* it is whole, or there was an attempt */
    buf page;      /* what is to be written */
    size_t count;  /* findings so far */
    findings_style style;
} run;

typedef hearsay_status asking_fn(hearsay_store *store, const run *self, char *const *words,
                                 size_t count, hearsay_findings **out, hearsay_error *error);

typedef hearsay_status asking_all_fn(hearsay_store *store, hearsay_findings_fn *told, void *context,
                                     hearsay_error *error);

/* How a command asks, and how much has to be named. */
typedef struct {
    const char *name, *title;
    asking_fn *ask;
    asking_all_fn *ask_all; /* where nothing is named; NULL: something has to be */
    size_t least, most;     /* operands */
    const char *usage;      /* what is said of another number */
    const char *nothing;    /* what is said where nothing is found */
    bool of_one;            /* the first place that is told is the document that all is about */
} asking;

static const char NOTHING_FOUND[] = "nothing is found";

/* --- asking ----------------------------------------------------------------------------------- */

static hearsay_status ask_story(hearsay_store *store, const run *self, char *const *words,
                                size_t count, hearsay_findings **out, hearsay_error *error) {
    (void)self;
    (void)count;
    return hearsay_store_story(store, words[0], out, error);
}

static hearsay_status ask_conflicts(hearsay_store *store, const run *self, char *const *words,
                                    size_t count, hearsay_findings **out, hearsay_error *error) {
    (void)self;
    (void)count;
    return hearsay_store_conflicts(store, words[0], out, error);
}

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

/* `of`: a place in the document that all is about; NULL: there is none. */
static void begin_page(run *self, const asking *how, const hearsay_evidence *of) {
    if (self->options->format == REASONING_CSV) {
        findings_put_csv_head(&self->page);
    } else if (self->options->format == REASONING_HTML) {
        findings_begin_page(&self->page, how->title, of);
    }
}

static void end_page(run *self) {
    if (self->options->format == REASONING_HTML) {
        findings_end_page(&self->page);
    }
}

/* Whether it is a statement of whoever the last finding was about: a timeline is told person by
 * person. */
static bool goes_on(const hearsay_finding *finding, const hearsay_finding *before) {
    return before != NULL && str_equal(str_from(finding->kind), STR("timeline")) &&
           str_equal((str){finding->about.data, finding->about.size},
                     (str){before->about.data, before->about.size});
}

/* Of an audit the first finding is the document itself. */
static void put_in_table(run *self, const hearsay_finding *finding, const hearsay_finding *before,
                         size_t number) {
    bool brief = str_equal(str_from(finding->kind), STR("audit")) && !self->options->places;
    if (goes_on(finding, before)) {
        findings_put_places(&self->page, finding, &self->style);
    } else if (brief && number > 1) {
        findings_put_line(&self->page, finding, &self->style);
    } else {
        buf_put(&self->page, number > 1 ? STR("\n") : STR(""));
        findings_put_table(&self->page, finding, &self->style);
    }
}

/* `number` counts from 1; `before` is the finding that was put last, or NULL. */
static void put_finding(run *self, const hearsay_finding *finding, const hearsay_finding *before,
                        size_t number) {
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
        put_in_table(self, finding, before, number);
        break;
    }
}

static void put_findings(run *self, const hearsay_finding *all, size_t count) {
    for (size_t i = 0; i < count; i++) {
        put_finding(self, &all[i], i > 0 ? &all[i - 1] : NULL, ++self->count);
    }
}

/* What there is of the page; a line of progress on the same terminal makes room. */
static bool flush(run *self) {
    const bool on_terminal = isatty(output_file(self->out)) == 1;
    if (on_terminal) {
        console_hold(self->messages);
    }
    bool written = output_put(self->out, buf_str(&self->page));
    if (on_terminal) {
        console_release(self->messages);
    }
    buf_clear(&self->page);
    return written;
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

static int complain(const run *self, const hearsay_error *error) {
    console_say(self->messages, "%s", error->message);
    return error->code == HEARSAY_MISSING ? NOTHING : FAILED;
}

/* Ends the page; what could not be found or written is said. */
static int finish(run *self, const char *nothing) {
    hearsay_error error;
    end_page(self);
    flush(self);
    self->finished = true;
    if (!output_is_closed(self->out) && output_finish(self->out, true, &error) != HEARSAY_OK) {
        return complain(self, &error);
    }
    if (self->count == 0) {
        console_say(self->messages, "%s", nothing);
        return NOTHING;
    }
    return DONE;
}

static int answer(run *self, const asking *how, char *const *words, size_t count) {
    hearsay_findings *found;
    hearsay_error error;
    if (how->ask(self->store, self, words, count, &found, &error) != HEARSAY_OK) {
        return complain(self, &error);
    }
    const hearsay_finding *all;
    const size_t found_count = hearsay_findings_all(found, &all);
    const bool one = how->of_one && found_count > 0 && all[0].evidence_count > 0;
    begin_page(self, how, one ? &all[0].evidence[0] : NULL);
    put_findings(self, all, found_count);
    hearsay_findings_free(found);
    return finish(self, how->nothing != NULL ? how->nothing : NOTHING_FOUND);
}

/* --- the whole store -------------------------------------------------------------------------- */

typedef struct {
    run *in;
    const asking *how;
    tally done;
    hearsay_status status;
    hearsay_error error;
} survey;

/* Whoever reads along sees what was found at once. */
static bool put_found(void *context, const hearsay_finding *found, size_t count, size_t done,
                      size_t total) {
    survey *self = context;
    put_findings(self->in, found, count);
    bool written = count == 0 || flush(self->in);
    return tally_count(&self->done, done, total) && written;
}

static void look_at_all(void *context) {
    survey *self = context;
    self->status = self->how->ask_all(self->in->store, put_found, self, &self->error);
}

static int answer_all(run *self, const asking *how) {
    survey over = {.in = self, .how = how};
    over.done.messages = self->messages;
    begin_page(self, how, NULL);
    const int arrived = tally_run(&over.done, look_at_all, &over);
    if (over.status != HEARSAY_OK) {
        return complain(self, &over.error);
    }
    const int status = finish(self, NOTHING_FOUND);
    return arrived != 0 ? SIGNALLED + arrived : status;
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
    self.store = storage_open(options->store, HEARSAY_STORE_READ, self.messages);
    if (self.store != NULL && output_open(options->output, &self.out, &error) == HEARSAY_OK) {
        choose_style(&self);
        buf_put(&self.page, STR(""));
        status = count == 0 ? answer_all(&self, how) : answer(&self, how, words, count);
        if (!self.finished) {
            output_finish(self.out, false, &error);
        }
        output_free(self.out);
    } else if (self.store != NULL) {
        console_say(self.messages, "%s", error.message);
    }
    hearsay_store_close(self.store);
    buf_free(&self.page);
    console_free(self.messages);
    return status;
}

/* --- the commands ----------------------------------------------------------------------------- */

int story_run(const void *options, char *const *words, size_t count) {
    static const asking STORY = {.name = "story",
                                 .title = "Who is quoted where",
                                 .ask = ask_story,
                                 .ask_all = hearsay_store_all_stories,
                                 .most = 1,
                                 .usage = "story takes the id of one statement or document",
                                 .nothing = "no other document tells of the same events"};
    return ask(&STORY, options, words, count);
}

int conflicts_run(const void *options, char *const *words, size_t count) {
    static const asking CONFLICTS = {.name = "conflicts",
                                     .title = "Where they contradict each other",
                                     .ask = ask_conflicts,
                                     .ask_all = hearsay_store_all_conflicts,
                                     .most = 1,
                                     .usage =
                                         "conflicts takes the id of one statement or document"};
    return ask(&CONFLICTS, options, words, count);
}

int audit_run(const void *options, char *const *words, size_t count) {
    static const asking AUDIT = {.name = "audit",
                                 .title = "What it rests on",
                                 .ask = ask_audit,
                                 .least = 1,
                                 .most = 1,
                                 .usage = "audit needs the id of one document",
                                 .of_one = true};
    return ask(&AUDIT, options, words, count);
}

int timeline_run(const void *options, char *const *words, size_t count) {
    static const asking TIMELINE = {.name = "timeline",
                                    .title = "What was said when",
                                    .ask = ask_timeline,
                                    .least = 1,
                                    .most = 2,
                                    .usage =
                                        "timeline needs a name, and may have what it is about"};
    return ask(&TIMELINE, options, words, count);
}
