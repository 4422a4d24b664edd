#include "read/stream.h"

#include "base/buf.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PIECE = 64 << 10, KEPT_MAX = 1 << 20, MARK_MAX = 4 };

/* A byte order mark and what follows it: units of `unit` bytes, the lowest one first or last. */
typedef struct {
    str mark;
    size_t unit;
    bool little;
} encoding;

/* UTF-32's before UTF-16's, which it begins with. */
static const encoding ENCODINGS[] = {
    {{"\xFF\xFE\0\0", 4}, 4, true}, {{"\0\0\xFE\xFF", 4}, 4, false}, {{"\xFF\xFE", 2}, 2, true},
    {{"\xFE\xFF", 2}, 2, false},    {{"\xEF\xBB\xBF", 3}, 1, true},
};

static const encoding PLAIN = {{"", 0}, 1, true};

struct stream {
    int file;
    char *name;
    size_t size, position;    /* of the file; what was read of it */
    const encoding *encoding; /* NULL before the first bytes were seen */
    buf raw;                  /* read, and not decoded yet: less than a character after a fill */
    buf bytes;                /* decoded */
    size_t taken;             /* of `bytes` */
    bool ended;
};

static hearsay_status failed(const stream *self, hearsay_error *error) {
    return error_set(error, HEARSAY_IO, 0, "%s: %s", self->name, strerror(errno));
}

static char *copy_of(const char *name) {
    size_t size = strlen(name) + 1;
    return memcpy(mem_alloc(size), name, size);
}

hearsay_status stream_open(const char *path, stream **out, hearsay_error *error) {
    bool standard = strcmp(path, "-") == 0;
    stream *self = mem_alloc(sizeof *self);
    *self = (stream){.file = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC),
                     .name = copy_of(standard ? "standard input" : path)};
    struct stat about = {0};
    hearsay_status status = HEARSAY_OK;
    if (self->file < 0 || fstat(self->file, &about) != 0) {
        status = failed(self, error);
    } else if (S_ISDIR(about.st_mode)) {
        errno = EISDIR;
        status = failed(self, error);
    }
    if (status != HEARSAY_OK) {
        stream_close(self);
        return status;
    }
    self->size = S_ISREG(about.st_mode) ? (size_t)about.st_size : 0;
    *out = self;
    return HEARSAY_OK;
}

void stream_close(stream *self) {
    if (self == NULL) {
        return;
    }
    if (self->file > STDIN_FILENO) {
        close(self->file);
    }
    buf_free(&self->raw);
    buf_free(&self->bytes);
    mem_free(self->name);
    mem_free(self);
}

const char *stream_name(const stream *self) {
    return self->name;
}

str stream_ahead(const stream *self) {
    return str_slice(buf_str(&self->bytes), (span){self->taken, self->bytes.size});
}

void stream_take(stream *self, size_t count) {
    self->taken += count;
    if (self->taken == self->bytes.size && self->bytes.capacity > KEPT_MAX) {
        buf_free(&self->bytes); /* a large document is not held twice */
        self->taken = 0;
    }
}

size_t stream_position(const stream *self, size_t *size) {
    if (size != NULL) {
        *size = self->size;
    }
    return self->position;
}

/* --- decoding --------------------------------------------------------------------------------- */

/* Takes the first `count` bytes of `raw` away. */
static void drop(buf *bytes, size_t count) {
    if (count > 0) {
        memmove(bytes->data, bytes->data + count, bytes->size - count);
        bytes->size -= count;
    }
}

static void find_encoding(stream *self) {
    self->encoding = &PLAIN;
    for (size_t i = sizeof ENCODINGS / sizeof *ENCODINGS; i-- > 0;) {
        if (str_starts(buf_str(&self->raw), ENCODINGS[i].mark)) {
            self->encoding = &ENCODINGS[i];
        }
    }
    drop(&self->raw, self->encoding->mark.size);
}

static uint32_t unit_at(const stream *self, size_t at) {
    const unsigned char *bytes = (const unsigned char *)self->raw.data + at;
    size_t size = self->encoding->unit;
    uint32_t value = 0;
    for (size_t i = 0; i < size; i++) {
        value = value << 8 | bytes[self->encoding->little ? size - 1 - i : i];
    }
    return value;
}

static void put_character(buf *out, uint32_t cp) {
    bool flaw = cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF);
    char bytes[4] = {'\xFF'}; /* never in UTF-8 */
    buf_put(out, (str){bytes, flaw ? 1 : utf8_put(bytes, cp)});
}

/* Decodes the units in `raw`, but for a beginning that needs more bytes. */
static void decode(stream *self) {
    size_t unit = self->encoding->unit;
    size_t at = 0;
    while (self->raw.size - at >= unit) {
        uint32_t cp = unit_at(self, at);
        bool first = unit == 2 && cp >= 0xD800 && cp <= 0xDBFF;
        if (first && self->raw.size - at < 2 * unit && !self->ended) {
            break;
        }
        if (first && self->raw.size - at >= 2 * unit) {
            uint32_t second = unit_at(self, at + unit);
            if (second >= 0xDC00 && second <= 0xDFFF) {
                cp = 0x10000 + ((cp - 0xD800) << 10) + (second - 0xDC00);
                at += unit;
            }
        }
        put_character(&self->bytes, cp);
        at += unit;
    }
    drop(&self->raw, at);
    if (self->ended && self->raw.size > 0) {
        put_character(&self->bytes, UINT32_MAX); /* half a unit */
        buf_clear(&self->raw);
    }
}

/* --- reading ---------------------------------------------------------------------------------- */

/* read(2) that does not stop at a signal, and waits where the file does not. */
static ssize_t read_some(int file, char *into, size_t size) {
    for (;;) {
        ssize_t got = read(file, into, size);
        if (got >= 0 || (errno != EINTR && errno != EAGAIN)) {
            return got;
        }
        if (errno == EAGAIN) {
            struct pollfd wait = {.fd = file, .events = POLLIN};
            poll(&wait, 1, -1);
        }
    }
}

hearsay_status stream_fill(stream *self, hearsay_error *error) {
    drop(&self->bytes, self->taken);
    self->taken = 0;
    size_t before = self->bytes.size;
    while (self->bytes.size == before) {
        if (self->ended) {
            return HEARSAY_END;
        }
        bool plain = self->encoding != NULL && self->encoding->unit == 1;
        buf *into = plain ? &self->bytes : &self->raw;
        buf_reserve(into, PIECE);
        ssize_t got = read_some(self->file, into->data + into->size, PIECE);
        if (got < 0) {
            self->ended = true;
            return failed(self, error);
        }
        into->size += (size_t)got;
        self->position += (size_t)got;
        self->ended = got == 0;
        if (self->encoding == NULL && (self->raw.size >= MARK_MAX || self->ended)) {
            find_encoding(self);
        }
        if (self->encoding != NULL && self->encoding->unit > 1) {
            decode(self);
        } else if (self->encoding != NULL && self->raw.size > 0) {
            buf_put(&self->bytes, buf_str(&self->raw));
            buf_free(&self->raw);
        }
    }
    return HEARSAY_OK;
}
