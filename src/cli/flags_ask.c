/* The flags of the commands that ask a store. */
#include "cli/ask.h"
#include "cli/export.h"
#include "cli/flags_shared.h"
#include "cli/show.h"
#include "cli/trace.h"

#define ASK_FORMAT_FLAG(options_type)                                                              \
    {                                                                                              \
        .name = "format", .kind = FLAG_CHOICE, .value = "FORMAT", .choices = "table|jsonl|csv",    \
        .initial = "table", .brief = "how the result is written",                                  \
        .help = "How the result is written. table: for people to read; jsonl: for programs, an "   \
                "object a line; csv: for spreadsheets.",                                           \
        PLACE(options_type, format)                                                                \
    }

#define VERSIONS_FLAG(options_type)                                                                \
    {                                                                                              \
        .name = "all-versions", .kind = FLAG_SWITCH, .brief = "older versions, too",               \
        .help = "Takes older versions of documents, too, and not the newest alone.",               \
        PLACE(options_type, all_versions)                                                          \
    }

#define COLOR_FLAG(options_type)                                                                   \
    {                                                                                              \
        .name = "color", .kind = FLAG_CHOICE, .value = "WHEN", .choices = "auto|always|never",     \
        .initial = "auto", .alone = "always", .brief = "colours in the table",                     \
        .help = "Colours in the table; auto: on a terminal, unless NO_COLOR is set or TERM is "    \
                "dumb.",                                                                           \
        PLACE(options_type, color)                                                                 \
    }

static const flag FIND[] = {
    STORE_FLAG(ask_options),    ASK_FORMAT_FLAG(ask_options), LIMIT_FLAG(ask_options, 20),
    VERSIONS_FLAG(ask_options), COLOR_FLAG(ask_options),      HELP,
};

const flag_table FIND_FLAGS = {FIND, sizeof FIND / sizeof *FIND, .query = true};

static const flag WHO[] = {
    STORE_FLAG(ask_options),
    ASK_FORMAT_FLAG(ask_options),
    LIMIT_FLAG(ask_options, 50),
    VERSIONS_FLAG(ask_options),
    {.name = "why",
     .kind = FLAG_SWITCH,
     .brief = "the names of each, and why they are one",
     .help = "Shows, instead of statements, under which names the documents know each of them, and "
             "why these are taken for one person or body.",
     PLACE(ask_options, why)},
    {.name = "join",
     .kind = FLAG_SWITCH,
     .brief = "two names are one person or body",
     .help = "Takes the two names for one person or body from now on.",
     PLACE(ask_options, join)},
    {.name = "part",
     .kind = FLAG_SWITCH,
     .brief = "two names are not the same",
     .help = "Takes the two names for different persons or bodies from now on.",
     PLACE(ask_options, part)},
    {.name = "undo",
     .kind = FLAG_SWITCH,
     .brief = "takes back the last --join or --part",
     .help = "Takes back the last --join or --part.",
     PLACE(ask_options, undo)},
    SILENT_FLAG(ask_options),
    COLOR_FLAG(ask_options),
    HELP,
};

const flag_table WHO_FLAGS = {WHO, sizeof WHO / sizeof *WHO, .query = false};

static const flag LIST[] = {
    STORE_FLAG(ask_options),
    ASK_FORMAT_FLAG(ask_options),
    {.name = "by",
     .kind = FLAG_CHOICE,
     .value = "WHAT",
     .choices = "document|publisher|month|speaker|sourcing",
     .initial = "document",
     .brief = "counts instead of documents",
     .help = "Shows how many documents each publisher or month has, or how many statements each "
             "speaker or kind of sourcing, instead of the documents.",
     PLACE(ask_options, by)},
    LIMIT_FLAG(ask_options, 50),
    VERSIONS_FLAG(ask_options),
    COLOR_FLAG(ask_options),
    HELP,
};

const flag_table LIST_FLAGS = {LIST, sizeof LIST / sizeof *LIST, .query = true};

static const flag SHOW[] = {STORE_FLAG(show_options), ASK_FORMAT_FLAG(show_options),
                            COLOR_FLAG(show_options), HELP};

const flag_table SHOW_FLAGS = {SHOW, sizeof SHOW / sizeof *SHOW, .query = false};

static const flag TRACE[] = {
    STORE_FLAG(trace_options),
    OUTPUT_FLAG(trace_options),
    {.name = "format",
     .kind = FLAG_CHOICE,
     .value = "FORMAT",
     .choices = "table|jsonl|csv|html|prov",
     .initial = "table",
     .brief = "how the result is written",
     .help = "How the result is written. table: for people to read; jsonl: for programs, an "
             "object with chain, corroboration and variants, or a variant a line with "
             "--variants; csv: for spreadsheets, a place in a text a row, or a variant a row with "
             "--variants; html: a page for the browser; prov: the chain as W3C PROV.",
     PLACE(trace_options, format)},
    {.name = "chain",
     .kind = FLAG_SWITCH,
     .brief = "the chain alone",
     .help = "Shows by whom, and through which pages, the statement came. Of a document's id, for "
             "all of its statements.",
     PLACE(trace_options, chain)},
    {.name = "corroboration",
     .kind = FLAG_SWITCH,
     .brief = "who else says so, alone",
     .help = "Shows who else reports, confirms or denies it, and places that may say the same.",
     PLACE(trace_options, corroboration)},
    {.name = "variants",
     .kind = FLAG_SWITCH,
     .brief = "the variants alone",
     .help = "Shows what became of it in all documents.",
     PLACE(trace_options, variants)},
    LIMIT_FLAG_OF(trace_options, 50, "how many variants are shown",
                  "Shows the first N variants, and wherever they stand the fullest one and the one "
                  "that was asked for"),
    COLOR_FLAG(trace_options),
    HELP,
};

const flag_table TRACE_FLAGS = {TRACE, sizeof TRACE / sizeof *TRACE, .query = false};

static const flag EXPORT[] = {
    STORE_FLAG(export_options),
    {.name = "format",
     .kind = FLAG_CHOICE,
     .value = "FORMAT",
     .choices = "jsonl|webannotation|schema|csv|graphml|links|reprints|passim",
     .initial = "jsonl",
     .brief = "how the result is written",
     .help = "jsonl: as hearsay quotes --with-text writes, and hearsay add reads again. "
             "webannotation: W3C Web Annotations, one a line. schema: Quotations of schema.org, "
             "one a line. csv: for spreadsheets, a statement a row. graphml: who quotes whom, for "
             "programs that draw networks. links: pairs of passages of different documents that "
             "report the same. reprints: documents of which one is taken from the other. passim: "
             "what is copied, as passim writes it.",
     PLACE(export_options, format)},
    OUTPUT_FLAG(export_options),
    VERSIONS_FLAG(export_options),
    HELP,
};

const flag_table EXPORT_FLAGS = {EXPORT, sizeof EXPORT / sizeof *EXPORT, .query = false};
