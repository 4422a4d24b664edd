/* `hearsay check`: whether a store is as it was written. */
#ifndef CLI_CHECK_H
#define CLI_CHECK_H

#include <stdbool.h>
#include <stddef.h>

/* What the flags of cli/flags_store.c set, borrowed from the arguments. */
typedef struct {
    const char *store;
    bool quiet;
} check_options;

/* Runs the command and returns the exit status. `options` is a check_options. */
int check_run(const void *options, char *const *operands, size_t count);

#endif
