/* `hearsay rebuild`: makes anew what was made of the documents in a store. */
#ifndef CLI_REBUILD_H
#define CLI_REBUILD_H

#include <stdbool.h>
#include <stddef.h>

/* What the flags of cli/flags_store.c set, borrowed from the arguments. */
typedef struct {
    const char *store;
    bool all;
    const char *model;
    size_t threads;
    int progress; /* a progress_form (cli/add.h) */
    bool quiet;
} rebuild_options;

/* Runs the command and returns the exit status. `options` is a rebuild_options. */
int rebuild_run(const void *options, char *const *operands, size_t count);

#endif
