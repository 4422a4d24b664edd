/* The documents of one stream, whatever it holds: a file's, or those of a record in a file. */
#ifndef READ_DOCUMENTS_H
#define READ_DOCUMENTS_H

#include "read/format.h"

typedef struct documents documents;

/* Takes over the stream; the surroundings must outlive it. `id` is HEARSAY_INPUT_AUTO where the
 * format is to be told from the content. Reads nothing yet. */
documents *documents_new(stream *from, const surroundings *in, hearsay_input_format id);

/* NULL is allowed. */
void documents_free(documents *self);

/* As the `next` of a format. */
hearsay_status documents_next(documents *self, arena *into, reading *out, buf *place,
                              hearsay_error *error);

/* As stream_position. */
size_t documents_position(const documents *self, size_t *size);

#endif
