/* `hearsay export`: what a store holds, in forms that others read. */
#ifndef CLI_EXPORT_H
#define CLI_EXPORT_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    const char *store;
    int format; /* which of EXPORT_FORMATS (cli/formats.h) */
    const char *output;
    bool all_versions;
} export_options;

/* Runs the command and returns the exit status. */
int export_run(const void *options, char *const *documents, size_t count);

#endif
