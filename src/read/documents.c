#include "read/documents.h"

#include "base/memory.h"
#include "read/encoding.h"
#include "read/space.h"
#include "read/unpack.h"

#include <string.h>

enum { LOOK_SIZE = 8192 }; /* bytes by which a file is judged */

struct documents {
    stream *from; /* NULL once a format has it */
    surroundings in;
    hearsay_input_format id;
    const format *format; /* NULL before the first bytes were seen */
    void *state;          /* of the format; NULL where it reads the whole */
    bool ended;
};

documents *documents_new(stream *from, const surroundings *in, hearsay_input_format id) {
    documents *self = mem_alloc(sizeof *self);
    *self = (documents){.from = from, .in = *in, .id = id};
    self->in.guessed = id == HEARSAY_INPUT_AUTO;
    return self;
}

void documents_free(documents *self) {
    if (self == NULL) {
        return;
    }
    if (self->state != NULL) {
        self->format->close(self->state);
    }
    stream_close(self->from);
    mem_free(self);
}

size_t documents_position(const documents *self, size_t *size) {
    return self->state != NULL ? self->format->position(self->state, size)
                               : stream_position(self->from, size);
}

/* --- what it is ------------------------------------------------------------------------------- */

/* Whether there is enough to judge by: no waiting for more than a line from a live stream, but for
 * markup, of which the first lines often tell nothing. */
static bool is_enough(str ahead) {
    size_t at = past_space(ahead, 0, " \t\r\n");
    return ahead.size >= LOOK_SIZE || (at < ahead.size && ahead.data[at] != '<' &&
                                       memchr(ahead.data + at, '\n', ahead.size - at) != NULL);
}

static hearsay_status refuse(const char *what, hearsay_error *error) {
    return error_set(error, HEARSAY_FORMAT, 0, "not text but %s", what);
}

/* Finds the format by what the stream holds, or sees to it that what it is said to be can be. */
static hearsay_status judge(documents *self, hearsay_error *error) {
    const char *what = NULL;
    buf text = {0};
    str look = str_slice(stream_ahead(self->from), (span){0, LOOK_SIZE});
    const encoding *as = encoding_of(look);
    encoding_decode(as, str_slice(look, (span){as->mark_size, look.size}), false, &text);
    const beginning begun = {buf_str(&text), self->in.name};
    if (self->id == HEARSAY_INPUT_AUTO) {
        self->format = format_of(&begun, &what);
    } else {
        const format *named = format_named(self->id);
        bool readable = named->is_container || read_is_text(begun.bytes, &what);
        self->format = readable ? named : NULL;
    }
    buf_free(&text);
    return self->format != NULL ? HEARSAY_OK : refuse(what, error);
}

/* Looks at the beginning, unpacks it, and hands the stream to a format. */
static hearsay_status begin(documents *self, hearsay_error *error) {
    const hearsay_input_options *limits = self->in.limits;
    hearsay_error why = {.code = HEARSAY_OK};
    hearsay_status status =
        stream_unpack(&self->from, &self->in.layers, limits->max_ratio, self->in.within, &why);
    while (status == HEARSAY_OK && !is_enough(stream_ahead(self->from))) {
        status = stream_fill(self->from, &why);
    }
    if (status == HEARSAY_FORMAT && stream_ahead(self->from).size > 0) {
        stream_defer(self->from, &why); /* what is there can be read before */
        status = HEARSAY_OK;
    }
    if (status != HEARSAY_OK && status != HEARSAY_END) {
        return error_set(error, status, 0, "%s", why.message);
    }
    status = judge(self, error);
    if (self->format != NULL && self->format->open != NULL) {
        self->state = self->format->open(self->from, &self->in);
        self->from = NULL;
    }
    return status;
}

/* --- reading ---------------------------------------------------------------------------------- */

static hearsay_status read_whole(documents *self, arena *into, reading *out, hearsay_error *error) {
    const hearsay_input_options *limits = self->in.limits;
    bool text = self->format == &TEXT_FORMAT; /* no larger than what is made of it */
    size_t limit = text ? limits->max_size : limits->max_record;
    str bytes;
    hearsay_status status = stream_take_all(self->from, limit, into, &bytes, error);
    return status == HEARSAY_OK ? self->format->read(into, bytes, &self->in, out, error) : status;
}

hearsay_status documents_next(documents *self, arena *into, reading *out, buf *place,
                              hearsay_error *error) {
    if (self->ended) {
        return HEARSAY_END;
    }
    hearsay_status status = self->format == NULL ? begin(self, error) : HEARSAY_OK;
    if (self->format == NULL) {
        self->ended = true;
        return status;
    }
    if (self->state == NULL) {
        self->ended = true;
        return read_whole(self, into, out, error);
    }
    status = self->format->next(self->state, into, out, place, error);
    self->ended = status == HEARSAY_END || status == HEARSAY_IO;
    return status;
}
