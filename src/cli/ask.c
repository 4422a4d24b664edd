#include "cli/ask.h"

#include "cli/changed.h"
#include "cli/complaint.h"
#include "cli/hint.h"
#include "cli/hits.h"
#include "cli/numbers.h"
#include "cli/output.h"
#include "cli/quotes.h"
#include "cli/safe.h"
#include "cli/storage.h"
#include "cli/terminal.h"
#include "cli/why.h"
#include "cli/wrap.h"

#include <string.h>
#include <unistd.h>

enum { DONE = 0, NOTHING = 1, FAILED = 2, PAGE_MAX = 100 }; /* exit statuses; columns */

/* One run of a command. */
typedef struct {
    const ask_options *options;
    console *messages;
    output *out;
    buf page; /* what is to be written */
    hits_style style;
    char *typed; /* the operands, apart by spaces */
} run;

typedef hearsay_status asking_fn(hearsay_store *store, const run *self, hearsay_hits **hits,
                                 hearsay_error *error);

/* How a command asks, and how its table looks. */
typedef struct {
    const char *name;
    asking_fn *ask;
    void (*put)(buf *out, const hearsay_hit *hit, const hits_style *style);
    bool spaced;                   /* an empty line between hits */
    const char *singular, *plural; /* what it finds */
    bool may_be_empty;             /* to find nothing is no failure where nothing was asked for */
    bool is_query;                 /* what is typed is in the language of queries, and no name */
} asking;

/* --- what is asked for ------------------------------------------------------------------------ */

static char *join(char *const *words, size_t count) {
    buf all = {0};
    for (size_t i = 0; i < count; i++) {
        buf_put(&all, i > 0 ? STR(" ") : STR(""));
        buf_put(&all, str_from(words[i]));
    }
    buf_put(&all, STR(""));
    return all.data;
}

static unsigned flags_of(const run *self) {
    return self->options->all_versions ? HEARSAY_ALL_VERSIONS : 0;
}

static hearsay_status ask_find(hearsay_store *store, const run *self, hearsay_hits **hits,
                               hearsay_error *error) {
    return hearsay_store_search(store, self->typed != NULL ? self->typed : "", flags_of(self),
                                self->options->limit, hits, error);
}

static hearsay_status ask_who(hearsay_store *store, const run *self, hearsay_hits **hits,
                              hearsay_error *error) {
    return hearsay_store_who(store, self->typed != NULL ? self->typed : "", flags_of(self),
                             self->options->limit, hits, error);
}

static hearsay_status ask_list(hearsay_store *store, const run *self, hearsay_hits **hits,
                               hearsay_error *error) {
    const ask_options *options = self->options;
    return options->by == 0
               ? hearsay_store_list(store, self->typed, flags_of(self), options->limit, hits, error)
               : hearsay_store_count(store, self->typed, (hearsay_facet)(options->by - 1),
                                     flags_of(self), options->limit, hits, error);
}

/* --- what is written -------------------------------------------------------------------------- */

static bool flush(run *self) {
    bool written = output_put(self->out, buf_str(&self->page));
    buf_clear(&self->page);
    return written;
}

/* Whoever bears the name, if it is more than one. */
static void put_heading(run *self, const hearsay_group *groups, size_t count) {
    enum { SHOWN = 10 };
    if (count < 2) {
        return;
    }
    put_count(&self->page, count);
    buf_put(&self->page, STR(" names have these words, with so many statements:\n\n"));
    hits_put_groups(&self->page, groups, count < SHOWN ? count : SHOWN, &self->style);
    if (count > SHOWN) {
        buf_put(&self->page, STR("           …\n"));
    }
}

/* A group's name over its first statement. */
static void put_group(run *self, const hearsay_group *group) {
    buf_put(&self->page, STR("\n"));
    buf_put(&self->page, self->style.colour ? STR("\x1B[1m") : STR("— "));
    safe_put_line(&self->page, (str){group->name.data, group->name.size});
    buf_put(&self->page, self->style.colour ? STR("\x1B[0m\n\n") : STR(" —\n\n"));
}

static void put_table_hit(run *self, const asking *how, const hearsay_hit *hit,
                          const hearsay_group *group, size_t place) {
    if (group != NULL) {
        put_group(self, group);
    } else if (how->spaced && place > 0) {
        buf_putc(&self->page, '\n');
    }
    how->put(&self->page, hit, &self->style);
}

/* What list --by counts, in the order of its words in the flag table. */
static const char *const COUNTED[] = {"document", "publisher", "month", "speaker", "sourcing"};

/* Whether it is a failure to find nothing: the list of an empty store is none. */
static bool is_failure(const run *self, const asking *how) {
    return !how->may_be_empty || self->typed != NULL;
}

/* What was left out, on standard error. */
static void put_rest(const run *self, const asking *how, const hearsay_hits *hits, size_t shown) {
    bool more;
    size_t matching = hearsay_hits_count(hits, &more);
    if (matching == 0 && is_failure(self, how)) {
        console_say(self->messages, "nothing is found");
        if (self->typed != NULL && how->is_query) {
            hint_of_query(self->messages, self->typed);
        }
    }
    if (matching <= shown && !more) {
        return;
    }
    buf line = {0};
    buf_put(&line, more ? STR("more than ") : STR(""));
    if (self->options->by > 0) {
        put_counted(&line, matching, COUNTED[self->options->by], NULL);
    } else {
        put_counted(&line, matching, how->singular, how->plural);
    }
    console_say(self->messages, "%s; %zu shown (see --limit)", line.data, shown);
    buf_free(&line);
}

static hearsay_status put_hits(run *self, const asking *how, hearsay_hits *hits, size_t *shown,
                               hearsay_error *error) {
    const hearsay_group *groups;
    size_t count = hearsay_hits_groups(hits, &groups), last = (size_t)-1;
    int format = self->options->format;
    const hearsay_hit *hit;
    hearsay_status status;
    if (format == ASK_CSV) {
        hits_put_csv_head(&self->page);
    } else if (format == ASK_TABLE) {
        put_heading(self, groups, count);
    }
    for (; (status = hearsay_hits_next(hits, &hit, error)) == HEARSAY_OK; ++*shown) {
        const hearsay_group *group = count > 0 ? &groups[hit->group] : NULL;
        if (format == ASK_JSONL) {
            hits_put_json(&self->page, hit, group);
        } else if (format == ASK_CSV) {
            hits_put_csv(&self->page, hit, group);
        } else {
            bool named = count > 1 && hit->group != last;
            put_table_hit(self, how, hit, named ? group : NULL, *shown);
            last = hit->group;
        }
        if (!flush(self)) {
            break;
        }
    }
    return status == HEARSAY_END ? HEARSAY_OK : status;
}

static void put_counts(run *self, const hearsay_hits *hits, size_t *shown) {
    const hearsay_group *groups;
    size_t count = hearsay_hits_groups(hits, &groups);
    const char *name = COUNTED[self->options->by];
    if (self->options->format == ASK_CSV) {
        hits_put_groups_csv(&self->page, groups, count, name);
    } else if (self->options->format == ASK_TABLE) {
        hits_put_groups(&self->page, groups, count, &self->style);
    }
    for (size_t i = 0; i < count && self->options->format == ASK_JSONL; i++) {
        hits_put_group_json(&self->page, &groups[i], name);
    }
    *shown = count;
}

/* --- one run ---------------------------------------------------------------------------------- */

static void choose_style(run *self) {
    int file = output_file(self->out);
    unsigned width = terminal_width(file);
    int wanted = self->options->color;
    self->style = (hits_style){
        .width = width < PAGE_MAX ? width : PAGE_MAX,
        .colour = wanted == WHEN_ALWAYS || (wanted == WHEN_AUTO && terminal_has_colour(file)),
    };
}

static int answer(run *self, const asking *how, hearsay_store *store) {
    hearsay_hits *hits;
    hearsay_error error;
    size_t shown = 0;
    if (how->ask(store, self, &hits, &error) != HEARSAY_OK) {
        complain_of_query(self->messages, self->typed, &error);
        return FAILED;
    }
    hearsay_status status = HEARSAY_OK;
    if (self->options->by > 0) {
        put_counts(self, hits, &shown);
    } else {
        status = put_hits(self, how, hits, &shown, &error);
    }
    flush(self);
    bool closed = output_is_closed(self->out);
    if (status != HEARSAY_OK) {
        console_say(self->messages, "%s", error.message);
    } else if (!closed && output_finish(self->out, true, &error) != HEARSAY_OK) {
        console_say(self->messages, "%s", error.message);
        status = error.code;
    } else if (self->options->format == ASK_TABLE && !closed) {
        put_rest(self, how, hits, shown);
    }
    hearsay_hits_close(hits);
    return status != HEARSAY_OK ? FAILED : shown == 0 && is_failure(self, how) ? NOTHING : DONE;
}

static int ask(const asking *how, const ask_options *options, char *const *words, size_t count) {
    run self = {.options = options,
                .messages = console_new(),
                .typed = count > 0 ? join(words, count) : NULL};
    int status = FAILED;
    hearsay_error error;
    hearsay_store *store = storage_open(options->store, HEARSAY_STORE_READ, self.messages);
    if (store != NULL && output_open(NULL, &self.out, &error) == HEARSAY_OK) {
        choose_style(&self);
        status = answer(&self, how, store);
        output_free(self.out);
    }
    hearsay_store_close(store);
    buf_free(&self.page);
    mem_free(self.typed);
    console_free(self.messages);
    return status;
}

/* --- the commands ----------------------------------------------------------------------------- */

static const asking FIND = {.name = "find",
                            .ask = ask_find,
                            .put = hits_put_entry,
                            .spaced = true,
                            .singular = "match",
                            .plural = "matches",
                            .is_query = true};
static const asking WHO = {
    .name = "who", .ask = ask_who, .put = hits_put_entry, .spaced = true, .singular = "statement"};
static const asking LIST = {.name = "list",
                            .ask = ask_list,
                            .put = hits_put_document,
                            .singular = "document",
                            .may_be_empty = true,
                            .is_query = true};

int find_run(const void *options, char *const *words, size_t count) {
    return ask(&FIND, options, words, count);
}

static void tell_decision(const ask_options *options, char *const *names,
                          const hearsay_decision *undone, console *messages) {
    if (options->undo) {
        buf line = {0};
        buf_put(&line,
                undone->joined ? STR("taken back: --join of ") : STR("taken back: --part of "));
        safe_put_bytes_line(&line, (str){undone->one.data, undone->one.size});
        buf_put(&line, STR(" and "));
        safe_put_bytes_line(&line, (str){undone->other.data, undone->other.size});
        buf_putc(&line, '\n');
        console_put(messages, buf_str(&line));
        buf_free(&line);
    } else {
        changed_people(messages, options->join ? "joined" : "parted", names[0], names[1]);
    }
}

/* --join, --part and --undo. */
static int decide(const ask_options *options, char *const *names, size_t count) {
    console *messages = console_new();
    hearsay_error error = {.code = HEARSAY_OK};
    hearsay_decision undone = {.joined = false};
    bool two = options->join || options->part;
    int status = FAILED;
    if (options->join + options->part + options->undo > 1 || count != (two ? 2 : 0)) {
        console_say(messages, two && !options->undo
                                  ? "--join and --part take two names (see hearsay who --help)"
                                  : "--undo stands alone (see hearsay who --help)");
        console_free(messages);
        return status;
    }
    hearsay_store *store = storage_open(options->store, HEARSAY_STORE_WRITE, messages);
    if (store != NULL) {
        hearsay_status done = options->join ? hearsay_store_join(store, names[0], names[1], &error)
                              : options->part
                                  ? hearsay_store_part(store, names[0], names[1], &error)
                                  : hearsay_store_undecide(store, &undone, &error);
        status = done == HEARSAY_OK ? DONE : FAILED;
        if (status == FAILED) {
            console_say(messages, "%s", error.message);
        } else if (!options->quiet) {
            tell_decision(options, names, &undone, messages);
        }
    }
    hearsay_store_close(store);
    console_free(messages);
    return status;
}

int who_run(const void *options, char *const *words, size_t count) {
    const ask_options *asked = options;
    bool deciding = asked->join || asked->part || asked->undo;
    if (deciding || !asked->why) {
        return deciding ? decide(asked, words, count) : ask(&WHO, options, words, count);
    }
    char *name = join(words, count);
    int status = why_run(asked, name);
    mem_free(name);
    return status;
}

int list_run(const void *options, char *const *words, size_t count) {
    return ask(&LIST, options, words, count);
}
