/* `hearsay quotes`: reads documents and writes who is said to have said what. */
#ifndef CLI_QUOTES_H
#define CLI_QUOTES_H

#include <stdbool.h>
#include <stddef.h>

/* In the order of the words in the flag table (cli/flags.c). */
typedef enum { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER } when;

/* What the flags of cli/flags.c set. The paths are borrowed from the arguments. */
typedef struct {
    int format; /* which of QUOTES_FORMATS (cli/formats.h) */
    const char *output;
    double min_confidence;
    bool with_text;
    int input; /* a hearsay_input_format */
    size_t max_size, max_ratio, max_layers, max_seconds;
    const char *model;
    size_t threads;
    int color;    /* a when */
    int progress; /* a when */
    bool quiet;
    const char *relations; /* NULL: find them */
    const char *explain;   /* the id of a statement, or its beginning; NULL: none */
} quotes_options;

/* Runs the command and returns the exit status. `options` is a quotes_options, by const void so
 * that it stands in the table of commands. */
int quotes_run(const void *options, char *const *files, size_t count);

#endif
