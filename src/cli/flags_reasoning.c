/* The flags of the commands that reason over a store. */
#include "cli/flags_shared.h"
#include "cli/reasoning.h"

#define REASONING_FLAGS                                                                            \
    STORE_FLAG(reasoning_options),                                                                 \
        {.name = "format",                                                                         \
         .kind = FLAG_CHOICE,                                                                      \
         .value = "FORMAT",                                                                        \
         .choices = "table|jsonl|csv|html",                                                        \
         .initial = "table",                                                                       \
         .brief = "how the result is written",                                                     \
         .help = "How the result is written. table: for people to read; jsonl: for programs, an "  \
                 "object a line; csv: for spreadsheets, a place in a text a row; html: a page.",   \
         PLACE(reasoning_options, format)},                                                        \
        OUTPUT_FLAG(reasoning_options), {                                                          \
        .name = "color", .kind = FLAG_CHOICE, .value = "WHEN", .choices = "auto|always|never",     \
        .initial = "auto", .alone = "always", .brief = "colours in the table",                     \
        .help = "Colours in the table; auto: on a terminal, unless NO_COLOR is set or TERM is "    \
                "dumb.",                                                                           \
        PLACE(reasoning_options, color)                                                            \
    }

static const flag REASONING[] = {REASONING_FLAGS, HELP};

const flag_table REASONING_FLAG_TABLE = {REASONING, sizeof REASONING / sizeof *REASONING,
                                         .query = false};

static const flag AUDIT[] = {
    REASONING_FLAGS,
    {.name = "places",
     .kind = FLAG_SWITCH,
     .brief = "show in the table where, too",
     .help = "Below each number of the table show the places that it counts. The other formats "
             "always have them.",
     PLACE(reasoning_options, places)},
    HELP,
};

const flag_table AUDIT_FLAGS = {AUDIT, sizeof AUDIT / sizeof *AUDIT, .query = false};

static const flag TIMELINE[] = {
    REASONING_FLAGS,
    LIMIT_FLAG(reasoning_options, 50),
    HELP,
};

const flag_table TIMELINE_FLAGS = {TIMELINE, sizeof TIMELINE / sizeof *TIMELINE, .query = false};
