/* `hearsay edit`: corrects what a store knows of a document. */
#ifndef CLI_EDIT_H
#define CLI_EDIT_H

#include <stdbool.h>
#include <stddef.h>

/* What the flags of cli/flags_store.c set, borrowed from the arguments; NULL: not given. */
typedef struct {
    const char *store;
    const char *title, *author, *publisher, *date, *url, *language;
    bool undo;
    const char *model;
    bool quiet;
} edit_options;

/* Runs the command and returns the exit status. `options` is an edit_options. */
int edit_run(const void *options, char *const *documents, size_t count);

#endif
