/* `hearsay trace`: where a statement comes from and what became of it, or what a document shares
 * with others. */
#ifndef CLI_TRACE_H
#define CLI_TRACE_H

#include <stdbool.h>
#include <stddef.h>

/* In the order of the words in the flag table (cli/flags_ask.c). */
typedef enum { TRACE_TABLE, TRACE_JSONL, TRACE_CSV, TRACE_HTML, TRACE_PROV } trace_format;

typedef struct {
    const char *store, *output;
    int format;                          /* a trace_format */
    int color;                           /* a when (cli/quotes.h) */
    size_t limit;                        /* variants that are shown; 0: all */
    bool chain, corroboration, variants; /* these alone; none: all */
} trace_options;

/* Runs the command and returns the exit status: 1 where nothing was found. */
int trace_run(const void *options, char *const *words, size_t count);

#endif
