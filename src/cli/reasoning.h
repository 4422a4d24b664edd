/* `hearsay story`, `conflicts`, `audit` and `timeline`: what the documents of a store tell
 * together. */
#ifndef CLI_REASONING_H
#define CLI_REASONING_H

#include <stdbool.h>
#include <stddef.h>

/* In the order of the words in the flag table. */
typedef enum { REASONING_TABLE, REASONING_JSONL, REASONING_CSV, REASONING_HTML } reasoning_format;

typedef struct {
    const char *store;
    int format; /* a reasoning_format */
    const char *output;
    size_t limit;
    int color;   /* a when (cli/quotes.h) */
    bool places; /* of an audit: the table shows where, too */
} reasoning_options;

/* Each runs its command and returns the exit status: 1 where nothing was found. */
int story_run(const void *options, char *const *words, size_t count);
int conflicts_run(const void *options, char *const *words, size_t count);
int audit_run(const void *options, char *const *words, size_t count);
int timeline_run(const void *options, char *const *words, size_t count);

#endif
