/* The lines of a stream, one at a time. */
#ifndef READ_LINES_H
#define READ_LINES_H

#include "read/stream.h"

#include <stdbool.h>

typedef struct {
    stream *from;    /* not owned */
    size_t limit;    /* bytes of a line; longer ones are passed over, and never kept */
    size_t number;   /* of the last one that was read, from 1 */
    size_t searched; /* bytes ahead that hold no line break */
    bool large;      /* the line that was given last is longer than the limit, and not kept */
    size_t whole;    /* bytes of the line that was given last, with its break: not taken yet */
} lines;

/* The next line, without its break, good until the next call; see `large`. HEARSAY_END; or a
 * failure of the stream. */
hearsay_status lines_next(lines *self, str *line, hearsay_error *error);

/* Takes the line that was given last, so that what is ahead in the stream follows it. */
void lines_pass(lines *self);

#endif
