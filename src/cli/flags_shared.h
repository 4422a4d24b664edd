/* Flags that several commands have, for the tables of flags. Each takes the type of the command's
 * options, which have a member for its value. */
#ifndef CLI_FLAGS_SHARED_H
#define CLI_FLAGS_SHARED_H

#include "cli/flags.h"
#include "hearsay.h"

/* A number of the public header as it is written there. */
#define TEXT_OF(number) TEXT_OF_EXPANDED(number)
#define TEXT_OF_EXPANDED(number) #number

#define HELP                                                                                       \
    {                                                                                              \
        .name = "help", .letter = 'h', .kind = FLAG_HELP, .brief = "shows this page",              \
        .help = "Shows this page."                                                                 \
    }

#define PLACE(options_type, field) .place = offsetof(options_type, field)

/* How many of something are shown: `told` begins the help, "Shows N at most". */
#define LIMIT_FLAG_OF(options_type, number, in_brief, told)                                        \
    {                                                                                              \
        .name = "limit", .letter = 'n', .kind = FLAG_COUNT, .value = "N",                          \
        .initial = TEXT_OF(number), .most = 1000000000, .brief = (in_brief),                       \
        .help = told "; 0: all. The default is " TEXT_OF(number) ".", PLACE(options_type, limit)   \
    }

#define LIMIT_FLAG(options_type, number)                                                           \
    LIMIT_FLAG_OF(options_type, number, "how many are shown", "Shows N at most")

#define INPUT_FLAG(options_type)                                                                   \
    {                                                                                              \
        .name = "input", .kind = FLAG_CHOICE, .value = "FORMAT",                                   \
        .choices = "auto|text|jsonl|csv|feed|warc|html", .initial = "auto",                        \
        .brief = "what the files are",                                                             \
        .help = "What the files are; auto: what they look like, whatever their names. What is "    \
                "packed with gzip or zstd is unpacked first.",                                     \
        PLACE(options_type, input)                                                                 \
    }

/* What guards against files that are too large, or made to be (hearsay_input_options). */
#define LIMIT_FLAGS(options_type)                                                                  \
    {.name = "max-size",                                                                           \
     .kind = FLAG_SIZE,                                                                            \
     .value = "SIZE",                                                                              \
     .initial = "16M",                                                                             \
     .brief = "refuses larger documents",                                                          \
     .help = "Refuses a document whose text is larger: a number of bytes, or with K, M or G. "     \
             "The default is 16M.",                                                                \
     PLACE(options_type, max_size)},                                                               \
        {.name = "max-ratio",                                                                      \
         .kind = FLAG_COUNT,                                                                       \
         .value = "N",                                                                             \
         .initial = TEXT_OF(HEARSAY_MAX_RATIO),                                                    \
         .most = 1000000,                                                                          \
         .brief = "refuses what unpacks to too much",                                              \
         .help = "Refuses what unpacks to more than 16 MB and more than N times its size. The "    \
                 "default is " TEXT_OF(HEARSAY_MAX_RATIO) ".",                                     \
         PLACE(options_type, max_ratio)},                                                          \
        {.name = "max-layers",                                                                     \
         .kind = FLAG_COUNT,                                                                       \
         .value = "N",                                                                             \
         .initial = TEXT_OF(HEARSAY_MAX_LAYERS),                                                   \
         .most = 100,                                                                              \
         .brief = "refuses what is packed too often",                                              \
         .help = "Refuses what is packed, or in an archive, more than N times over. The default "  \
                 "is " TEXT_OF(HEARSAY_MAX_LAYERS) ".",                                            \
         PLACE(options_type, max_layers)},                                                         \
    {                                                                                              \
        .name = "max-seconds", .kind = FLAG_COUNT, .value = "N",                                   \
        .initial = TEXT_OF(HEARSAY_MAX_SECONDS), .most = 1000000,                                  \
        .brief = "gives up files that take too long",                                              \
        .help = "Gives up a file where a document takes more than N seconds to be read from it, "  \
                "before any statement is looked for. The default "                                 \
                "is " TEXT_OF(HEARSAY_MAX_SECONDS) ".",                                            \
        PLACE(options_type, max_seconds)                                                           \
    }

#define MODEL_FLAG(options_type)                                                                   \
    {                                                                                              \
        .name = "model", .kind = FLAG_FILE, .value = "FILE", .brief = "reads with another model",  \
        .help = "Reads with this model instead of the one that came with the program.",            \
        PLACE(options_type, model)                                                                 \
    }

#define THREADS_FLAG(options_type)                                                                 \
    {                                                                                              \
        .name = "threads", .kind = FLAG_COUNT, .value = "N", .initial = "0", .most = 256,          \
        .brief = "how many documents at a time",                                                   \
        .help =                                                                                    \
            "Reads N documents at a time; 0, the default, is one for each processor. What comes "  \
            "out is the same for any number.",                                                     \
        PLACE(options_type, threads)                                                               \
    }

#define QUIET_FLAG(options_type)                                                                   \
    {                                                                                              \
        .name = "quiet", .letter = 'q', .kind = FLAG_SWITCH, .brief = "leaves out the summary",    \
        .help = "Leaves out the summary at the end. Errors and warnings are still shown.",         \
        PLACE(options_type, quiet)                                                                 \
    }

#define SILENT_FLAG(options_type)                                                                  \
    {                                                                                              \
        .name = "quiet", .letter = 'q', .kind = FLAG_SWITCH, .brief = "does not say what changed", \
        .help = "Leaves out the line that says what changed. Errors are still shown.",             \
        PLACE(options_type, quiet)                                                                 \
    }

#define OUTPUT_FLAG(options_type)                                                                  \
    {                                                                                              \
        .name = "output", .letter = 'o', .kind = FLAG_FILE, .value = "FILE",                       \
        .brief = "where the result is written",                                                    \
        .help = "Writes to FILE instead of standard output. It appears when it is complete.",      \
        PLACE(options_type, output)                                                                \
    }

#define STORE_FLAG(options_type)                                                                   \
    {                                                                                              \
        .name = "store", .letter = 's', .kind = FLAG_FILE, .value = "FILE", .brief = "the store",  \
        .help = "The store. Without it, the one that HEARSAY_STORE names; without that, "          \
                "hearsay.db in "                                                                   \
                "the present folder.",                                                             \
        PLACE(options_type, store)                                                                 \
    }

#endif
