/* `hearsay add`: reads documents and keeps them, with their statements, in a store. */
#ifndef CLI_ADD_H
#define CLI_ADD_H

#include <stdbool.h>
#include <stddef.h>

/* In the order of the words in the flag table (cli/flags_store.c). */
typedef enum { PROGRESS_AUTO, PROGRESS_BAR, PROGRESS_JSON, PROGRESS_NONE } progress_form;

/* What the flags of cli/flags_store.c set. The paths are borrowed from the arguments. */
typedef struct {
    const char *store; /* NULL: see cli/storage.h */
    bool no_originals;
    bool no_links;
    int input; /* a hearsay_input_format */
    size_t max_size, max_ratio, max_layers, max_seconds;
    const char *model;
    size_t threads;
    int progress; /* a progress_form */
    bool quiet;
} add_options;

/* Runs the command and returns the exit status. `options` is an add_options. */
int add_run(const void *options, char *const *files, size_t count);

#endif
