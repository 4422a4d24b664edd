/* Bytes that come piece by piece: of a file, of what was packed in another stream, or of memory.
 *
 * A stream that stands on another one owns it. */
#ifndef READ_STREAM_H
#define READ_STREAM_H

#include "base/buf.h"
#include "base/error.h"
#include "base/str.h"
#include "read/budget.h"

#include <stddef.h>

typedef struct stream stream;

/* What stands behind a stream. */
typedef struct {
    /* Puts more bytes at the end of `into`; HEARSAY_END where there are none left. HEARSAY_FORMAT
     * where bytes are lost, and the next call goes on behind them. After any other failure, and
     * after the end, it is not called again. */
    hearsay_status (*fill)(void *self, buf *into, hearsay_error *error);
    size_t (*position)(const void *self, size_t *size); /* as stream_position */
    void (*close)(void *self);                          /* frees `self` */
} stream_kind;

/* Takes over `self`. The budget must outlive the stream. */
stream *stream_new(const stream_kind *kind, void *self, const budget *within);

/* Opens a file, or standard input for "-". HEARSAY_IO where it cannot be opened, or is a
 * directory; the message is the reason alone. Reads nothing yet. */
hearsay_status stream_open(const char *path, const budget *within, stream **out,
                           hearsay_error *error);

/* Bytes in memory, which must outlive the stream. */
stream *stream_of(str bytes, const budget *within);

/* The text of a stream, as UTF-8: a byte order mark at the start is taken away, UTF-16 and UTF-32
 * (read/encoding.h) are decoded. What else there is comes as it stands. */
stream *stream_decoded(stream *from, const budget *within);

/* NULL is allowed. */
void stream_close(stream *self);

/* Reads on, so that there is more to see; HEARSAY_END at the end, HEARSAY_IO. HEARSAY_FORMAT where
 * what is packed is damaged: what can be read behind that comes with the next call. TOO_LARGE where
 * the budget is spent, or what is packed is larger than it may be. */
hearsay_status stream_fill(stream *self, hearsay_error *error);

/* Has the next fill fail so: for who looked ahead, and leaves the failure to who reads. */
void stream_defer(stream *self, const hearsay_error *failure);

/* The bytes that were read and not yet taken; good until the next fill or take. */
str stream_ahead(const stream *self);

/* Takes the first `count` of them. */
void stream_take(stream *self, size_t count);

/* Takes all that is left, and puts it into the arena. HEARSAY_TOO_LARGE where that is more than
 * `limit` bytes. */
hearsay_status stream_take_all(stream *self, size_t limit, arena *into, str *out,
                               hearsay_error *error);

/* Bytes read from the file at the bottom so far; `*size` (may be NULL) gets the file's, 0 where not
 * known. */
size_t stream_position(const stream *self, size_t *size);

/* "%s larger than 16 MB (%s)", for whoever has a limit. */
hearsay_status stream_too_large(const char *what, size_t limit, const char *setting,
                                hearsay_error *error);

#endif
