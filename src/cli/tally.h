/* How far work on a store has come: shown to people or told to programs, and stopped by Ctrl-C. */
#ifndef CLI_TALLY_H
#define CLI_TALLY_H

#include "cli/console.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

/* What is counted; any thread may count. Totals are 0 where they are not known, bytes and
 * statements where they are not counted. */
typedef struct {
    console *messages;
    int form; /* a progress_form (cli/add.h) */
    atomic_size_t documents, all_documents;
    atomic_size_t bytes, all_bytes; /* of documents that are done */
    atomic_size_t reading;          /* bytes that are done of those that are not */
    atomic_size_t statements;
    atomic_bool stopped; /* the user wants it to end */
    double begun, told;  /* when the work began, when progress was told last */
} tally;

/* Whether anybody is told, so that totals are worth counting before. */
bool tally_is_told(const tally *self);

/* Does `work`, which counts, and tells of it; returns the signal that stopped it, or 0. */
int tally_run(tally *self, void (*work)(void *context), void *context);

/* Sets the numbers of documents; returns false to stop. */
bool tally_count(tally *self, size_t documents, size_t all_documents);

bool tally_is_stopped(tally *self);

/* Since tally_run. */
double tally_seconds(const tally *self);

/* A line for programs, on standard output. */
void tally_tell(str line);

/* "linked: 12 documents in 3 s"; `left_out` of them were not. */
void tally_summarize(tally *self, const char *what, size_t left_out, bool quiet);

#endif
