#include "cli/flags.h"

#include "base/vec.h"
#include "cli/add.h"
#include "cli/quotes.h"
#include "cli/suggest.h"
#include "hearsay.h"

/* A number of the public header as it is written there. */
#define TEXT_OF(number) TEXT_OF_EXPANDED(number)
#define TEXT_OF_EXPANDED(number) #number

#define HELP                                                                                       \
    {                                                                                              \
        .name = "help", .letter = 'h', .kind = FLAG_HELP, .brief = "shows this page",              \
        .help = "Shows this page."                                                                 \
    }

#define PLACE(options, field) .place = offsetof(options, field)

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
    {.name = "input",
     .kind = FLAG_CHOICE,
     .value = "FORMAT",
     .choices = "auto|text|jsonl",
     .initial = "auto",
     .brief = "what the files are",
     .help = "What the files are; auto: JSON lines where a file begins like them or is named "
             "*.jsonl, else text.",
     PLACE(quotes_options, input)},
    {.name = "max-size",
     .kind = FLAG_SIZE,
     .value = "SIZE",
     .initial = "16M",
     .brief = "refuses larger documents",
     .help = "Refuses a document whose text is larger: a number of bytes, or with K, M or G. "
             "The default is 16M.",
     PLACE(quotes_options, max_size)},
    {.name = "model",
     .kind = FLAG_FILE,
     .value = "FILE",
     .brief = "reads with another model",
     .help = "Reads with this model instead of the one that came with the program.",
     PLACE(quotes_options, model)},
    {.name = "threads",
     .kind = FLAG_COUNT,
     .value = "N",
     .initial = "0",
     .most = 256,
     .brief = "how many documents at a time",
     .help = "Reads N documents at a time; 0, the default, is one for each processor. The output "
             "is the same for any number.",
     PLACE(quotes_options, threads)},
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
    {.name = "quiet",
     .letter = 'q',
     .kind = FLAG_SWITCH,
     .brief = "leaves out the summary",
     .help = "Leaves out the summary at the end. Errors and warnings are still shown.",
     PLACE(quotes_options, quiet)},
    HELP,
};

const flag_table QUOTES_FLAGS = {QUOTES, sizeof QUOTES / sizeof *QUOTES};

static const flag ADD[] = {
    {.name = "store",
     .letter = 's',
     .kind = FLAG_FILE,
     .value = "FILE",
     .brief = "the store",
     .help =
         "The store; without it the one that HEARSAY_STORE names, else hearsay.db in the present "
         "folder.",
     PLACE(add_options, store)},
    {.name = "no-originals",
     .kind = FLAG_SWITCH,
     .brief = "keeps texts alone",
     .help = "Keeps of pages and feeds their text alone, and not the bytes that it was read from.",
     PLACE(add_options, no_originals)},
    {.name = "input",
     .kind = FLAG_CHOICE,
     .value = "FORMAT",
     .choices = "auto|text|jsonl",
     .initial = "auto",
     .brief = "what the files are",
     .help = "What the files are; auto: JSON lines where a file begins like them or is named "
             "*.jsonl, else text.",
     PLACE(add_options, input)},
    {.name = "max-size",
     .kind = FLAG_SIZE,
     .value = "SIZE",
     .initial = "16M",
     .brief = "refuses larger documents",
     .help = "Refuses a document whose text is larger: a number of bytes, or with K, M or G. "
             "The default is 16M.",
     PLACE(add_options, max_size)},
    {.name = "model",
     .kind = FLAG_FILE,
     .value = "FILE",
     .brief = "reads with another model",
     .help = "Reads with this model instead of the one that came with the program.",
     PLACE(add_options, model)},
    {.name = "threads",
     .kind = FLAG_COUNT,
     .value = "N",
     .initial = "0",
     .most = 256,
     .brief = "how many documents at a time",
     .help = "Reads N documents at a time; 0, the default, is one for each processor. The store "
             "is the same for any number.",
     PLACE(add_options, threads)},
    {.name = "quiet",
     .letter = 'q',
     .kind = FLAG_SWITCH,
     .brief = "leaves out the summary",
     .help = "Leaves out the summary at the end. Errors and warnings are still shown.",
     PLACE(add_options, quiet)},
    HELP,
};

const flag_table ADD_FLAGS = {ADD, sizeof ADD / sizeof *ADD};

static const flag ONLY_HELP[] = {HELP};

const flag_table HELP_FLAGS = {ONLY_HELP, sizeof ONLY_HELP / sizeof *ONLY_HELP};

static const flag PROGRAM[] = {
    HELP,
    {.name = "version",
     .kind = FLAG_SWITCH,
     .brief = "shows which version this is",
     .help = "Shows which version this is."},
};

const flag_table PROGRAM_FLAGS = {PROGRAM, sizeof PROGRAM / sizeof *PROGRAM};

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
