#include "cli/flags.h"

#include "base/vec.h"
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

#define PLACE(field) .place = offsetof(quotes_options, field)

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
     PLACE(format)},
    {.name = "output",
     .letter = 'o',
     .kind = FLAG_FILE,
     .value = "FILE",
     .brief = "where the result is written",
     .help = "Writes to FILE instead of standard output. It appears when it is complete: a run "
             "that fails leaves nothing behind, and an older FILE as it was.",
     PLACE(output)},
    {.name = "min-confidence",
     .kind = FLAG_SHARE,
     .value = "X",
     .initial = TEXT_OF(HEARSAY_MIN_CONFIDENCE),
     .brief = "leaves out less sure statements",
     .help = "Leaves out statements of lower confidence than X, from 0 (nothing is left out) to 1. "
             "The default is " TEXT_OF(
                 HEARSAY_MIN_CONFIDENCE) "; with another, the list shows every confidence, "
                                         "otherwise low ones only.",
     PLACE(min_confidence)},
    {.name = "with-text",
     .kind = FLAG_SWITCH,
     .brief = "jsonl: writes the text too",
     .help = "jsonl: writes each document's text too, to which all positions refer.",
     PLACE(with_text)},
    {.name = "explain",
     .kind = FLAG_WORD,
     .value = "ID",
     .brief = "how one statement was arrived at",
     .help =
         "Shows how speaker, sourcing and date of the statement with this id were arrived at, "
         "each step with the words it rests on, and nothing else. ID is as in jsonl and csv, or "
         "its first characters, if no other one begins with them.",
     PLACE(explain)},
    {.name = "relations",
     .kind = FLAG_FILE,
     .value = "FILE",
     .brief = "takes the spans of statements from a file",
     .help = "Takes the spans of the statements from FILE, written by --format=jsonl or in its "
             "form, instead of finding them: of each its id, source, cue, content and parent. Of "
             "these the rest is worked out anew.",
     PLACE(relations)},
    {.name = "input",
     .kind = FLAG_CHOICE,
     .value = "FORMAT",
     .choices = "auto|text|jsonl|csv|feed|warc|html",
     .initial = "auto",
     .brief = "what the files are",
     .help = "What the files are; auto: what they look like, whatever their names. What is packed "
             "with gzip or zstd is unpacked first.",
     PLACE(input)},
    {.name = "max-size",
     .kind = FLAG_SIZE,
     .value = "SIZE",
     .initial = "16M",
     .brief = "refuses larger documents",
     .help = "Refuses a document whose text is larger: a number of bytes, or with K, M or G. "
             "The default is 16M.",
     PLACE(max_size)},
    {.name = "max-ratio",
     .kind = FLAG_COUNT,
     .value = "N",
     .initial = TEXT_OF(HEARSAY_MAX_RATIO),
     .most = 1000000,
     .brief = "refuses what unpacks to too much",
     .help = "Refuses what unpacks to more than 16 MB and more than N times its size. The default "
             "is " TEXT_OF(HEARSAY_MAX_RATIO) ".",
     PLACE(max_ratio)},
    {.name = "max-layers",
     .kind = FLAG_COUNT,
     .value = "N",
     .initial = TEXT_OF(HEARSAY_MAX_LAYERS),
     .most = 100,
     .brief = "refuses what is packed too often",
     .help = "Refuses what is packed, or in an archive, more than N times over. The default "
             "is " TEXT_OF(HEARSAY_MAX_LAYERS) ".",
     PLACE(max_layers)},
    {.name = "max-seconds",
     .kind = FLAG_COUNT,
     .value = "N",
     .initial = TEXT_OF(HEARSAY_MAX_SECONDS),
     .most = 1000000,
     .brief = "gives up files that take too long",
     .help = "Gives up a file where a document takes more than N seconds to be read from it, "
             "before any statement is looked for. The default "
             "is " TEXT_OF(HEARSAY_MAX_SECONDS) ".",
     PLACE(max_seconds)},
    {.name = "model",
     .kind = FLAG_FILE,
     .value = "FILE",
     .brief = "reads with another model",
     .help = "Reads with this model instead of the one that came with the program.",
     PLACE(model)},
    {.name = "threads",
     .kind = FLAG_COUNT,
     .value = "N",
     .initial = "0",
     .most = 256,
     .brief = "how many documents at a time",
     .help = "Reads N documents at a time; 0, the default, is one for each processor. The output "
             "is the same for any number.",
     PLACE(threads)},
    {.name = "color",
     .kind = FLAG_CHOICE,
     .value = "WHEN",
     .choices = "auto|always|never",
     .initial = "auto",
     .alone = "always",
     .brief = "colours in the list",
     .help = "Colours in the list; auto: on a terminal, unless NO_COLOR is set or TERM is dumb.",
     PLACE(color)},
    {.name = "progress",
     .kind = FLAG_CHOICE,
     .value = "WHEN",
     .choices = "auto|always|never",
     .initial = "auto",
     .alone = "always",
     .brief = "shows how far it has come",
     .help = "Shows on standard error how far it has come; auto: on a terminal, when the work "
             "takes more than a second and the list is not piped into a pager.",
     PLACE(progress)},
    {.name = "quiet",
     .letter = 'q',
     .kind = FLAG_SWITCH,
     .brief = "leaves out the summary",
     .help = "Leaves out the summary at the end. Errors and warnings are still shown.",
     PLACE(quiet)},
    HELP,
};

const flag_table QUOTES_FLAGS = {QUOTES, sizeof QUOTES / sizeof *QUOTES};

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
