#include "cli/flags.h"

#include "base/vec.h"
#include "cli/flags_shared.h"
#include "cli/quotes.h"
#include "cli/suggest.h"
#include "hearsay.h"

static const flag QUOTES[] = {
    {.name = "format",
     .kind = FLAG_CHOICE,
     .value = "FORMAT",
     .choices = "list|jsonl|csv|html",
     .initial = "list",
     .brief = "how the result is written",
     .help = "list: for people to read, also where it goes to a file or another program. jsonl: "
             "for programs, a document a line with all that is known of its statements. csv: for "
             "spreadsheets, a statement a row. html: a page with the articles and their statements "
             "marked in place, for a browser or for paper.",
     PLACE(quotes_options, format)},
    {.name = "output",
     .letter = 'o',
     .kind = FLAG_FILE,
     .value = "FILE",
     .brief = "where the result is written",
     .help = "Writes to FILE instead of standard output. It appears when it is complete: a run "
             "that fails leaves nothing behind, and an older FILE as it was.",
     PLACE(quotes_options, output)},
    {.name = "min-confidence",
     .kind = FLAG_SHARE,
     .value = "X",
     .initial = TEXT_OF(HEARSAY_MIN_CONFIDENCE),
     .brief = "leaves out less sure statements",
     .help = "Leaves out statements of lower confidence than X, from 0 (nothing is left out) to 1. "
             "The default is " TEXT_OF(
                 HEARSAY_MIN_CONFIDENCE) "; with another, the list shows every confidence, "
                                         "otherwise low ones only.",
     PLACE(quotes_options, min_confidence)},
    {.name = "with-text",
     .kind = FLAG_SWITCH,
     .brief = "jsonl: writes the text too",
     .help = "jsonl: writes each document's text too, to which all positions refer.",
     PLACE(quotes_options, with_text)},
    {.name = "explain",
     .kind = FLAG_WORD,
     .value = "ID",
     .brief = "how one statement was arrived at",
     .help =
         "Shows how speaker, sourcing and date of the statement with this id were arrived at, "
         "each step with the words it rests on, and nothing else. ID is as in jsonl and csv, or "
         "its first characters, if no other one begins with them.",
     PLACE(quotes_options, explain)},
    {.name = "relations",
     .kind = FLAG_FILE,
     .value = "FILE",
     .brief = "takes the spans of statements from a file",
     .help = "Takes the spans of the statements from FILE, written by --format=jsonl or in its "
             "form, instead of finding them: of each its id, source, cue, content and parent. Of "
             "these the rest is worked out anew.",
     PLACE(quotes_options, relations)},
    INPUT_FLAG(quotes_options),
    LIMIT_FLAGS(quotes_options),
    MODEL_FLAG(quotes_options),
    THREADS_FLAG(quotes_options),
    {.name = "color",
     .kind = FLAG_CHOICE,
     .value = "WHEN",
     .choices = "auto|always|never",
     .initial = "auto",
     .alone = "always",
     .brief = "colours in the list",
     .help = "Colours in the list; auto: on a terminal, unless NO_COLOR is set or TERM is dumb.",
     PLACE(quotes_options, color)},
    {.name = "progress",
     .kind = FLAG_CHOICE,
     .value = "WHEN",
     .choices = "auto|always|never",
     .initial = "auto",
     .alone = "always",
     .brief = "shows how far it has come",
     .help = "Shows on standard error how far it has come; auto: on a terminal, when the work "
             "takes more than a second and the list is not piped into a pager.",
     PLACE(quotes_options, progress)},
    QUIET_FLAG(quotes_options),
    HELP,
};

const flag_table QUOTES_FLAGS = {QUOTES, sizeof QUOTES / sizeof *QUOTES, .query = false};

static const flag ONLY_HELP[] = {HELP};

const flag_table HELP_FLAGS = {ONLY_HELP, sizeof ONLY_HELP / sizeof *ONLY_HELP, .query = false};

static const flag PROGRAM[] = {
    HELP,
    {.name = "version",
     .kind = FLAG_SWITCH,
     .brief = "shows which version this is",
     .help = "Shows which version this is."},
};

const flag_table PROGRAM_FLAGS = {PROGRAM, sizeof PROGRAM / sizeof *PROGRAM, .query = false};

bool flag_has_value(const flag *self) {
    return self->kind != FLAG_SWITCH && self->kind != FLAG_HELP;
}

const char *flag_like(flag_table flags, str typed) {
    VEC(const char *) names = {0};
    for (size_t i = 0; i < flags.count; i++) {
        vec_push(&names, flags.items[i].name);
    }
    const char *meant = suggest(typed, names.items, names.count);
    vec_free(&names);
    return meant;
}
