/* How far work on a store has come that goes document by document: shown to people or told to
 * programs, and stopped by Ctrl-C. */
#ifndef CLI_TALLY_H
#define CLI_TALLY_H

#include "cli/console.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct {
    console *messages;
    int form;                  /* a progress_form (cli/add.h) */
    atomic_size_t done, total; /* documents */
    atomic_bool stopped;
    double begun, told; /* when the work began, when progress was told last */
} tally;

/* Does `work`, which counts documents with tally_count, and tells of it; returns the signal that
 * stopped it, or 0. */
int tally_run(tally *self, void (*work)(void *context), void *context);

/* Returns false to stop. */
bool tally_count(tally *self, size_t done, size_t total);

/* "linked: 12 documents in 3 s"; `left_out` of them were not. */
void tally_summarize(tally *self, const char *what, size_t left_out, bool quiet);

#endif
