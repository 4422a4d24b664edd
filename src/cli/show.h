/* `hearsay show`: one statement of a store, or one document. */
#ifndef CLI_SHOW_H
#define CLI_SHOW_H

#include <stddef.h>

typedef struct {
    const char *store;
    int format; /* an ask_format (cli/ask.h) */
    int color;  /* a when (cli/quotes.h) */
} show_options;

/* Runs the command and returns the exit status: 1 where nothing has that name. */
int show_run(const void *options, char *const *names, size_t count);

#endif
