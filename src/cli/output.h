/* Where the result goes: standard output, or a file that appears when it is complete.
 *
 * A regular file is written beside its place under another name and moved there at the end, so that
 * a failed run leaves an older one as it was; anything else (a device, a named pipe) is written to
 * directly. What goes wrong sticks: after a failure nothing more is written. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "base/error.h"
#include "base/str.h"

#include <stdbool.h>

typedef struct output output;

/* NULL or "-" is standard output. HEARSAY_IO where the file cannot be made. The caller owns the
 * output, and `path` must live as long. */
hearsay_status output_open(const char *path, output **out, hearsay_error *error);

/* Whether a file of that name is the one that is written to, or will be replaced by it. */
bool output_is(const output *self, const char *path);

/* For questions about the terminal. */
int output_file(const output *self);

/* Writes all of it at once; false after a failure, of this time or before. */
bool output_put(output *self, str bytes);

/* Whether it failed because nobody reads any more (a closed pipe), which is no error. */
bool output_is_closed(const output *self);

/* Whether nobody would read what is written now, as far as can be known without writing. Any thread
 * may ask until it is finished. */
bool output_is_deserted(const output *self);

/* Closes it, and lets the file appear if `keep`. HEARSAY_IO where that, or anything before, failed;
 * the file does not appear then. */
hearsay_status output_finish(output *self, bool keep, hearsay_error *error);

/* Removes the unfinished file, if there is one, as the process is about to end. May be called by
 * another thread than the one that writes. */
void output_abandon(const output *self);

void output_free(output *self);

#endif
