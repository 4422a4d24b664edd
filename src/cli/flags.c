#include "cli/flags.h"

#include "cli/quotes.h"
#include "hearsay.h"

/* A number of the public header as it is written there. */
#define TEXT_OF(number) TEXT_OF_EXPANDED(number)
#define TEXT_OF_EXPANDED(number) #number

#define PLACE(field) .place = offsetof(quotes_options, field)

static const flag QUOTES[] = {
    {.name = "format",
     .kind = FLAG_CHOICE,
     .value = "FORMAT",
     .choices = "list|jsonl|csv|html",
     .initial = "list",
     .help = "list: for people to read, also where it goes to a file or another program. jsonl: "
             "for programs, a document a line with all that is known of its statements. csv: for "
             "spreadsheets, a statement a row. html: a page with the articles and their statements "
             "marked in place, for a browser or for paper.",
     PLACE(format)},
    {.name = "output",
     .letter = 'o',
     .kind = FLAG_FILE,
     .value = "FILE",
     .help = "Writes to FILE instead of standard output. It appears when it is complete: a run "
             "that fails leaves nothing behind, and an older FILE as it was.",
     PLACE(output)},
    {.name = "min-confidence",
     .kind = FLAG_SHARE,
     .value = "X",
     .initial = TEXT_OF(HEARSAY_MIN_CONFIDENCE),
     .help = "Leaves out statements of lower confidence than X, from 0 (nothing is left out) to 1. "
             "The default is " TEXT_OF(
                 HEARSAY_MIN_CONFIDENCE) "; with another, the list shows every confidence, "
                                         "otherwise low ones only.",
     PLACE(min_confidence)},
    {.name = "with-text",
     .kind = FLAG_SWITCH,
     .help = "jsonl: writes each document's text too, to which all positions refer.",
     PLACE(with_text)},
    {.name = "explain",
     .kind = FLAG_WORD,
     .value = "ID",
     .help =
         "Shows how speaker, sourcing and date of the statement with this id were arrived at, "
         "each step with the words it rests on, and nothing else. ID is as in jsonl and csv, or "
         "its first characters, if no other one begins with them.",
     PLACE(explain)},
    {.name = "relations",
     .kind = FLAG_FILE,
     .value = "FILE",
     .help = "Takes the spans of the statements from FILE, written by --format=jsonl or in its "
             "form, instead of finding them: of each its id, source, cue, content and parent. Of "
             "these the rest is worked out anew.",
     PLACE(relations)},
    {.name = "input",
     .kind = FLAG_CHOICE,
     .value = "FORMAT",
     .choices = "auto|text|jsonl",
     .initial = "auto",
     .help = "What the files are; auto: JSON lines where a file begins like them or is named "
             "*.jsonl, else text.",
     PLACE(input)},
    {.name = "max-size",
     .kind = FLAG_SIZE,
     .value = "SIZE",
     .initial = "16M",
     .help = "Refuses a document whose text is larger: a number of bytes, or with K, M or G. "
             "The default is 16M.",
     PLACE(max_size)},
    {.name = "model",
     .kind = FLAG_FILE,
     .value = "FILE",
     .help = "Reads with this model instead of the one that came with the program.",
     PLACE(model)},
    {.name = "threads",
     .kind = FLAG_COUNT,
     .value = "N",
     .initial = "0",
     .most = 256,
     .help = "Reads N documents at a time; 0, the default, is one for each processor. The output "
             "is the same for any number.",
     PLACE(threads)},
    {.name = "color",
     .kind = FLAG_CHOICE,
     .value = "WHEN",
     .choices = "auto|always|never",
     .initial = "auto",
     .alone = "always",
     .help = "Colours in the list; auto: on a terminal, unless NO_COLOR is set or TERM is dumb.",
     PLACE(color)},
    {.name = "progress",
     .kind = FLAG_CHOICE,
     .value = "WHEN",
     .choices = "auto|always|never",
     .initial = "auto",
     .alone = "always",
     .help = "Shows on standard error how far it has come; auto: on a terminal, when the work "
             "takes more than a second and the list is not piped into a pager.",
     PLACE(progress)},
    {.name = "quiet",
     .letter = 'q',
     .kind = FLAG_SWITCH,
     .help = "Leaves out the summary at the end. Errors and warnings are still shown.",
     PLACE(quiet)},
    {.name = "help", .letter = 'h', .kind = FLAG_HELP, .help = "Shows this page."},
};

const flag_table QUOTES_FLAGS = {QUOTES, sizeof QUOTES / sizeof *QUOTES};
