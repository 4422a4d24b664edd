/* `hearsay find`, `who` and `list`: what a store knows. */
#ifndef CLI_ASK_H
#define CLI_ASK_H

#include <stdbool.h>
#include <stddef.h>

/* In the order of the words in the flag table (cli/flags_ask.c). */
typedef enum { ASK_TABLE, ASK_JSONL, ASK_CSV } ask_format;

/* What the flags of the three set; each has those that concern it. */
typedef struct {
    const char *store;
    int format; /* an ask_format */
    size_t limit;
    bool all_versions;
    int color;                         /* a when (cli/quotes.h) */
    int by;                            /* list: 0, or 1 + a hearsay_facet */
    bool why, join, part, undo, quiet; /* who */
} ask_options;

/* Each runs its command and returns the exit status: 1 where nothing was found. */
int find_run(const void *options, char *const *words, size_t count);
int who_run(const void *options, char *const *words, size_t count);
int list_run(const void *options, char *const *words, size_t count);

#endif
