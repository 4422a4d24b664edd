/* `hearsay remove`: takes documents out of a store, without a trace. */
#ifndef CLI_REMOVE_H
#define CLI_REMOVE_H

#include <stdbool.h>
#include <stddef.h>

/* What the flags of cli/flags_store.c set, borrowed from the arguments. */
typedef struct {
    const char *store;
    bool quiet;
} remove_options;

/* Runs the command and returns the exit status. `options` is a remove_options. */
int remove_run(const void *options, char *const *documents, size_t count);

#endif
