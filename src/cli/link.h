/* `hearsay link`: links what is not linked. */
#ifndef CLI_LINK_H
#define CLI_LINK_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    const char *store;
    bool rebuild;
    int progress; /* a progress_form (cli/add.h) */
    bool quiet;
} link_options;

/* Runs the command and returns the exit status. */
int link_run(const void *options, char *const *operands, size_t count);

#endif
