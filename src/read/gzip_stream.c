/* Streams of what zlib packs. */
#include "base/memory.h"
#include "read/unpack.h"

#include <limits.h>
#include <string.h>
#include <zlib.h>

enum { PIECE = 64 << 10, GZIP = 15 + 16, ZLIB = 15, RAW = -15 }; /* zlib's windowBits */

static const str MEMBER = {"\x1F\x8B\x08", 3};

typedef struct {
    stream *from;
    z_stream with;
    int form;   /* GZIP, ZLIB or RAW; 0: not known yet which of the two latter */
    bool open;  /* `with` is, and within a member */
    bool lost;  /* a member is damaged: the next one is to be looked for */
    bool begun; /* a member was read */
    size_t max_ratio;
    size_t packed, unpacked; /* bytes so far */
} inflater;

/* At least one byte ahead, or HEARSAY_END. */
static hearsay_status look(inflater *self, size_t wanted, hearsay_error *error) {
    hearsay_status status = HEARSAY_OK;
    while (status == HEARSAY_OK && stream_ahead(self->from).size < wanted) {
        status = stream_fill(self->from, error);
    }
    return status == HEARSAY_END && stream_ahead(self->from).size > 0 ? HEARSAY_OK : status;
}

static void take(inflater *self, size_t count) {
    stream_take(self->from, count);
    self->packed += count;
}

/* Passes over what is lost, up to what may be a member's first bytes. */
static hearsay_status find_member(inflater *self, hearsay_error *error) {
    hearsay_status status;
    while ((status = look(self, MEMBER.size, error)) == HEARSAY_OK) {
        str ahead = stream_ahead(self->from);
        if (str_starts(ahead, MEMBER)) {
            self->lost = false;
            return HEARSAY_OK;
        }
        const char *next = memchr(ahead.data + 1, MEMBER.data[0], ahead.size - 1);
        take(self, next != NULL ? (size_t)(next - ahead.data) : ahead.size);
    }
    return status;
}

/* HTTP's "deflate" is zlib's form by its standard, and a raw one by some servers. */
static int form_of(str ahead) {
    unsigned first = (unsigned char)ahead.data[0];
    unsigned second = ahead.size > 1 ? (unsigned char)ahead.data[1] : 0;
    return (first & 0x0F) == 8 && (first << 8 | second) % 31 == 0 ? ZLIB : RAW;
}

/* Begins a member; HEARSAY_END where there is none. What follows the last one and is none (tapes
 * end in zeros) is no part of the file, as gzip sees it. */
static hearsay_status begin(inflater *self, hearsay_error *error) {
    hearsay_status status = self->lost ? find_member(self, error) : look(self, MEMBER.size, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    str ahead = stream_ahead(self->from);
    if (self->begun && !str_starts(ahead, MEMBER)) {
        return HEARSAY_END;
    }
    self->form = self->form != 0 ? self->form : form_of(ahead);
    self->with = (z_stream){0};
    if (inflateInit2(&self->with, self->form) != Z_OK) {
        mem_product((size_t)-1, 2); /* zlib had no memory: this ends the process */
    }
    self->open = self->begun = true;
    return HEARSAY_OK;
}

static void end(inflater *self) {
    if (self->open) {
        inflateEnd(&self->with);
        self->open = false;
    }
}

static hearsay_status lose(inflater *self, const char *why, hearsay_error *error) {
    end(self);
    self->lost = true;
    return error_set(error, HEARSAY_FORMAT, 0, "what is packed is %s", why);
}

/* One step; it may give nothing. */
static hearsay_status inflate_some(inflater *self, buf *into, hearsay_error *error) {
    hearsay_status status = look(self, 1, error);
    if (status == HEARSAY_END) {
        return lose(self, "cut off", error);
    }
    if (status != HEARSAY_OK) {
        return status;
    }
    str ahead = stream_ahead(self->from);
    unsigned given = ahead.size < INT_MAX ? (unsigned)ahead.size : INT_MAX;
    buf_reserve(into, PIECE);
    self->with.next_in = (Bytef *)ahead.data;
    self->with.avail_in = given;
    self->with.next_out = (Bytef *)into->data + into->size;
    self->with.avail_out = PIECE;
    int result = inflate(&self->with, Z_NO_FLUSH);
    into->size += PIECE - self->with.avail_out;
    self->unpacked += PIECE - self->with.avail_out;
    take(self, given - self->with.avail_in);
    if (result == Z_STREAM_END) {
        end(self);
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
        return lose(self, "damaged", error);
    }
    return unpack_check(self->packed, self->unpacked, self->max_ratio, error);
}

static hearsay_status fill(void *state, buf *into, hearsay_error *error) {
    inflater *self = state;
    hearsay_status status = HEARSAY_OK;
    size_t before = into->size;
    while (status == HEARSAY_OK && into->size == before) {
        status = self->open ? HEARSAY_OK : begin(self, error);
        if (status == HEARSAY_OK) {
            status = inflate_some(self, into, error);
        }
    }
    return status;
}

static size_t position(const void *state, size_t *size) {
    return stream_position(((const inflater *)state)->from, size);
}

static void close_inflater(void *state) {
    inflater *self = state;
    end(self);
    stream_close(self->from);
    mem_free(self);
}

static const stream_kind INFLATER_KIND = {fill, position, close_inflater};

static stream *inflater_new(stream *from, int form, size_t max_ratio, const budget *within) {
    inflater *self = mem_alloc(sizeof *self);
    *self = (inflater){.from = from, .form = form, .max_ratio = max_ratio};
    return stream_new(&INFLATER_KIND, self, within);
}

stream *stream_gzip(stream *from, size_t max_ratio, const budget *within) {
    return inflater_new(from, GZIP, max_ratio, within);
}

stream *stream_deflate(stream *from, size_t max_ratio, const budget *within) {
    return inflater_new(from, 0, max_ratio, within);
}
