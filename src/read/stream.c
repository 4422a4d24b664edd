#include "read/stream.h"

#include "base/memory.h"

#include <stdbool.h>
#include <string.h>

enum { KEPT_MAX = 1 << 20 }; /* bytes of memory that are kept for what comes next */

struct stream {
    const stream_kind *kind; /* NULL: there is nothing but `lent` */
    void *self;
    const budget *within;
    str lent;     /* bytes in memory */
    buf bytes;    /* what was read */
    size_t taken; /* of either */
    bool ended;
    hearsay_error deferred; /* code HEARSAY_OK: none */
};

stream *stream_new(const stream_kind *kind, void *self, const budget *within) {
    stream *new = mem_alloc(sizeof *new);
    *new = (stream){.kind = kind, .self = self, .within = within};
    return new;
}

stream *stream_of(str bytes, const budget *within) {
    stream *new = mem_alloc(sizeof *new);
    *new = (stream){.lent = bytes, .within = within, .ended = true};
    return new;
}

void stream_close(stream *self) {
    if (self == NULL) {
        return;
    }
    if (self->kind != NULL) {
        self->kind->close(self->self);
    }
    buf_free(&self->bytes);
    mem_free(self);
}

str stream_ahead(const stream *self) {
    str all = self->kind == NULL ? self->lent : buf_str(&self->bytes);
    return str_slice(all, (span){self->taken, all.size});
}

void stream_take(stream *self, size_t count) {
    self->taken += count;
    if (self->kind != NULL && self->taken == self->bytes.size && self->bytes.capacity > KEPT_MAX) {
        buf_free(&self->bytes); /* a large document is not held twice */
        self->taken = 0;
    }
}

size_t stream_position(const stream *self, size_t *size) {
    if (self->kind != NULL) {
        return self->kind->position(self->self, size);
    }
    if (size != NULL) {
        *size = self->lent.size;
    }
    return self->taken;
}

/* Takes the first `count` bytes away. */
static void drop(buf *bytes, size_t count) {
    if (count > 0) {
        memmove(bytes->data, bytes->data + count, bytes->size - count);
        bytes->size -= count;
    }
}

void stream_defer(stream *self, const hearsay_error *failure) {
    self->deferred = *failure;
}

hearsay_status stream_fill(stream *self, hearsay_error *error) {
    if (self->deferred.code != HEARSAY_OK) {
        hearsay_status failed = self->deferred.code;
        if (error != NULL) {
            *error = self->deferred;
        }
        self->deferred.code = HEARSAY_OK;
        return failed;
    }
    if (self->ended) {
        return HEARSAY_END;
    }
    if (budget_is_spent(self->within)) {
        self->ended = true;
        return error_set(error, HEARSAY_TOO_LARGE, 0, "takes more than %zu seconds",
                         self->within->seconds);
    }
    drop(&self->bytes, self->taken);
    self->taken = 0;
    hearsay_status status = self->kind->fill(self->self, &self->bytes, error);
    self->ended = status != HEARSAY_OK && status != HEARSAY_FORMAT;
    return status;
}

hearsay_status stream_too_large(const char *what, size_t limit, const char *setting,
                                hearsay_error *error) {
    size_t mega = limit >> 20;
    bool even = limit == mega << 20;
    return error_set(error, HEARSAY_TOO_LARGE, 0, "%s than %zu %s (%s)", what, even ? mega : limit,
                     even ? "MB" : "bytes", setting);
}

hearsay_status stream_take_all(stream *self, size_t limit, arena *into, str *out,
                               hearsay_error *error) {
    hearsay_status status = HEARSAY_OK;
    while (status == HEARSAY_OK) {
        if (stream_ahead(self).size > limit) {
            return stream_too_large("larger", limit, "--max-size sets the limit", error);
        }
        status = stream_fill(self, error);
    }
    if (status != HEARSAY_END) {
        return status;
    }
    str all = stream_ahead(self);
    *out = (str){arena_copy(into, all.data, all.size), all.size};
    stream_take(self, all.size);
    return HEARSAY_OK;
}
