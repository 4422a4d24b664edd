/* A file as a stream of UTF-8.
 *
 * A byte order mark at the start is taken away; UTF-16 and UTF-32 with one are decoded, each flaw
 * in them to a byte that UTF-8 does not have, so that utf8_repair counts it. What else there is
 * comes as it stands. */
#ifndef READ_STREAM_H
#define READ_STREAM_H

#include "base/error.h"
#include "base/str.h"

#include <stddef.h>

typedef struct stream stream;

/* Opens a file, or standard input for "-"; the caller closes it. HEARSAY_IO where it cannot be
 * opened, or is a directory. Reads nothing yet. */
hearsay_status stream_open(const char *path, stream **out, hearsay_error *error);

/* NULL is allowed. */
void stream_close(stream *self);

/* What messages call it: the path, or "standard input". */
const char *stream_name(const stream *self);

/* Reads on, so that there is more to see; HEARSAY_END at the end of the file, HEARSAY_IO. */
hearsay_status stream_fill(stream *self, hearsay_error *error);

/* The bytes that were read and not yet taken; good until the next fill or take. */
str stream_ahead(const stream *self);

/* Takes the first `count` of them. */
void stream_take(stream *self, size_t count);

/* Bytes read from the file so far; `*size` (may be NULL) gets the file's, 0 where not known. */
size_t stream_position(const stream *self, size_t *size);

#endif
