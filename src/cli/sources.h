/* The documents of many files, one after the other. What cannot be read is said on the console, and
 * the rest goes on. */
#ifndef CLI_SOURCES_H
#define CLI_SOURCES_H

#include "cli/console.h"
#include "hearsay.h"

#include <stddef.h>

typedef struct sources sources;

/* The files, and all that is in folders (hearsay_files_open) but for `except`, a store or an output
 * that may lie there; NULL: nothing. No file at all means standard input. What is given must live
 * as long. */
sources *sources_new(char *const *files, size_t count, const hearsay_input_options *options,
                     const char *except, console *messages);

void sources_free(sources *self);

/* The sizes of all files, in bytes; 0 where one of them has none that is known. */
size_t sources_total(const sources *self);

/* The next document, which the caller owns, or NULL after the last one. */
hearsay_document *sources_next(sources *self);

/* To be called once for each document, in order, when it is done: returns how many bytes have been
 * worked off in all. Documents that are read and not done yet do not count. */
size_t sources_done(sources *self);

/* To be called instead for the last one that was given, by whoever takes them, where it is done at
 * once. Returns the same, or 0 where others before it are not done yet. */
size_t sources_skip(sources *self);

/* How many files and documents could not be read so far. */
size_t sources_unread(const sources *self);

/* How many of them for that reason. */
size_t sources_refused(const sources *self, hearsay_status why);

#endif
