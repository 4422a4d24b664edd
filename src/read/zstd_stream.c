/* A stream of what zstd packs. */
#include "base/memory.h"
#include "read/unpack.h"

#include <string.h>
#include <zstd.h>

enum {
    PIECE = 64 << 10,
    WINDOW_LOG = 27,             /* 128 MB: what zstd itself allows */
    DICTIONARY_MAX = 16 << 20,   /* bytes */
    HEADER_SIZE = 8,             /* of a frame that is passed over: its mark, its size */
    DICTIONARY_MARK = 0x184D2A5D /* of the one that holds a WARC file's dictionary */
};

static const str FRAME = {"\x28\xB5\x2F\xFD", 4};

typedef struct {
    stream *from;
    ZSTD_DCtx *with;
    bool begun;  /* the file's first bytes were looked at */
    bool within; /* a frame, whose end has not come */
    bool lost;   /* a frame is damaged: the next one is to be looked for */
    bool full;   /* there may be more of what was taken in */
    size_t max_ratio;
    size_t packed, unpacked; /* bytes so far */
} decompressor;

static hearsay_status look(decompressor *self, size_t wanted, hearsay_error *error) {
    hearsay_status status = HEARSAY_OK;
    while (status == HEARSAY_OK && stream_ahead(self->from).size < wanted) {
        status = stream_fill(self->from, error);
    }
    return status == HEARSAY_END && stream_ahead(self->from).size >= wanted ? HEARSAY_OK : status;
}

static void take(decompressor *self, size_t count) {
    stream_take(self->from, count);
    self->packed += count;
}

static size_t little_endian(str bytes, size_t at) {
    size_t value = 0;
    for (size_t i = 4; i-- > 0;) {
        value = value << 8 | (unsigned char)bytes.data[at + i];
    }
    return value;
}

/* The dictionary may be packed itself, as a frame that says how large it is. */
static void load_dictionary(decompressor *self, str dictionary) {
    if (!str_starts(dictionary, FRAME)) {
        ZSTD_DCtx_loadDictionary(self->with, dictionary.data, dictionary.size);
        return;
    }
    unsigned long long size = ZSTD_getFrameContentSize(dictionary.data, dictionary.size);
    if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR ||
        size > DICTIONARY_MAX) {
        return; /* what needs it will be damaged */
    }
    void *unpacked = mem_alloc((size_t)size);
    size_t got = ZSTD_decompress(unpacked, (size_t)size, dictionary.data, dictionary.size);
    if (!ZSTD_isError(got)) {
        ZSTD_DCtx_loadDictionary(self->with, unpacked, got);
    }
    mem_free(unpacked);
}

/* Takes the dictionary with which the file begins, if it does. */
static hearsay_status begin(decompressor *self, hearsay_error *error) {
    self->begun = true;
    hearsay_status status = look(self, HEADER_SIZE, error);
    str ahead = stream_ahead(self->from);
    if (status != HEARSAY_OK || little_endian(ahead, 0) != DICTIONARY_MARK) {
        return status == HEARSAY_END ? HEARSAY_OK : status;
    }
    size_t size = little_endian(ahead, 4);
    if (size > DICTIONARY_MAX) {
        return HEARSAY_OK;
    }
    status = look(self, HEADER_SIZE + size, error);
    if (status == HEARSAY_OK) {
        ahead = stream_ahead(self->from);
        load_dictionary(self, str_slice(ahead, (span){HEADER_SIZE, HEADER_SIZE + size}));
        take(self, HEADER_SIZE + size);
    }
    return status == HEARSAY_END ? HEARSAY_OK : status;
}

static hearsay_status find_frame(decompressor *self, hearsay_error *error) {
    hearsay_status status;
    while ((status = look(self, FRAME.size, error)) == HEARSAY_OK) {
        str ahead = stream_ahead(self->from);
        if (str_starts(ahead, FRAME)) {
            self->lost = false;
            return HEARSAY_OK;
        }
        const char *next = memchr(ahead.data + 1, FRAME.data[0], ahead.size - 1);
        take(self, next != NULL ? (size_t)(next - ahead.data) : ahead.size);
    }
    return status;
}

static hearsay_status lose(decompressor *self, const char *why, hearsay_error *error) {
    ZSTD_DCtx_reset(self->with, ZSTD_reset_session_only);
    self->lost = true;
    self->within = self->full = false;
    return error_set(error, HEARSAY_FORMAT, 0, "what is packed is %s", why);
}

/* One step; it may give nothing. */
static hearsay_status decompress_some(decompressor *self, buf *into, hearsay_error *error) {
    hearsay_status status = self->full ? HEARSAY_OK : look(self, 1, error);
    if (status == HEARSAY_END && self->within) {
        return lose(self, "cut off", error);
    }
    if (status != HEARSAY_OK) {
        return status;
    }
    str ahead = stream_ahead(self->from);
    buf_reserve(into, PIECE);
    ZSTD_inBuffer in = {ahead.data, ahead.size, 0};
    ZSTD_outBuffer out = {into->data + into->size, PIECE, 0};
    size_t result = ZSTD_decompressStream(self->with, &out, &in);
    if (ZSTD_isError(result)) {
        return lose(self, "damaged", error);
    }
    into->size += out.pos;
    self->unpacked += out.pos;
    take(self, in.pos);
    self->within = result != 0;
    self->full = out.pos == out.size && result != 0;
    return unpack_check(self->packed, self->unpacked, self->max_ratio, error);
}

static hearsay_status fill(void *state, buf *into, hearsay_error *error) {
    decompressor *self = state;
    hearsay_status status = self->begun ? HEARSAY_OK : begin(self, error);
    size_t before = into->size;
    while (status == HEARSAY_OK && into->size == before) {
        status = self->lost ? find_frame(self, error) : HEARSAY_OK;
        if (status == HEARSAY_OK) {
            status = decompress_some(self, into, error);
        }
    }
    return status;
}

static size_t position(const void *state, size_t *size) {
    return stream_position(((const decompressor *)state)->from, size);
}

static void close_decompressor(void *state) {
    decompressor *self = state;
    ZSTD_freeDCtx(self->with);
    stream_close(self->from);
    mem_free(self);
}

static const stream_kind ZSTD_KIND = {fill, position, close_decompressor};

stream *stream_zstd(stream *from, size_t max_ratio, const budget *within) {
    decompressor *self = mem_alloc(sizeof *self);
    *self = (decompressor){.from = from, .with = ZSTD_createDCtx(), .max_ratio = max_ratio};
    if (self->with == NULL) {
        mem_product((size_t)-1, 2); /* zstd had no memory: this ends the process */
    }
    ZSTD_DCtx_setParameter(self->with, ZSTD_d_windowLogMax, WINDOW_LOG);
    return stream_new(&ZSTD_KIND, self, within);
}
