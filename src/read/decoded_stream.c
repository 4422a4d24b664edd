/* A stream's text as UTF-8. */
#include "base/memory.h"
#include "read/encoding.h"
#include "read/stream.h"

typedef struct {
    stream *from;
    const encoding *as; /* NULL before the first bytes were seen */
} decoded;

/* Looks at the first bytes, and takes the mark. */
static hearsay_status begin(decoded *self, hearsay_error *error) {
    hearsay_status status = HEARSAY_OK;
    while (status == HEARSAY_OK && stream_ahead(self->from).size < ENCODING_MARK_MAX) {
        status = stream_fill(self->from, error);
    }
    if (status == HEARSAY_OK || status == HEARSAY_END) {
        self->as = encoding_of(stream_ahead(self->from));
        stream_take(self->from, self->as->mark_size);
        return HEARSAY_OK;
    }
    return status;
}

static hearsay_status fill(void *state, buf *into, hearsay_error *error) {
    decoded *self = state;
    hearsay_status status = self->as == NULL ? begin(self, error) : HEARSAY_OK;
    size_t before = into->size;
    while (status == HEARSAY_OK && into->size == before) {
        str ahead = stream_ahead(self->from);
        stream_take(self->from, encoding_decode(self->as, ahead, false, into));
        if (into->size == before) {
            status = stream_fill(self->from, error);
        }
    }
    if (status == HEARSAY_END && stream_ahead(self->from).size > 0) {
        str ahead = stream_ahead(self->from);
        stream_take(self->from, encoding_decode(self->as, ahead, true, into));
        status = HEARSAY_OK;
    }
    return status;
}

static size_t position(const void *state, size_t *size) {
    return stream_position(((const decoded *)state)->from, size);
}

static void close_decoded(void *state) {
    decoded *self = state;
    stream_close(self->from);
    mem_free(self);
}

static const stream_kind DECODED_KIND = {fill, position, close_decoded};

stream *stream_decoded(stream *from, const budget *within) {
    decoded *self = mem_alloc(sizeof *self);
    *self = (decoded){.from = from};
    return stream_new(&DECODED_KIND, self, within);
}
