/* A stream of a file's bytes. */
#include "base/memory.h"
#include "read/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PIECE = 64 << 10 };

typedef struct {
    int file;
    size_t size, position; /* of the file; what was read of it */
} file_bytes;

static hearsay_status failed(hearsay_error *error) {
    return error_set(error, HEARSAY_IO, 0, "%s", strerror(errno));
}

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

static hearsay_status fill(void *state, buf *into, hearsay_error *error) {
    file_bytes *self = state;
    buf_reserve(into, PIECE);
    ssize_t got = read_some(self->file, into->data + into->size, PIECE);
    if (got < 0) {
        return failed(error);
    }
    into->size += (size_t)got;
    self->position += (size_t)got;
    return got > 0 ? HEARSAY_OK : HEARSAY_END;
}

static size_t position(const void *state, size_t *size) {
    const file_bytes *self = state;
    if (size != NULL) {
        *size = self->size;
    }
    return self->position;
}

static void close_file(void *state) {
    file_bytes *self = state;
    if (self->file > STDIN_FILENO) {
        close(self->file);
    }
    mem_free(self);
}

static const stream_kind FILE_KIND = {fill, position, close_file};

hearsay_status stream_open(const char *path, const budget *within, stream **out,
                           hearsay_error *error) {
    bool standard = strcmp(path, "-") == 0;
    file_bytes *self = mem_alloc(sizeof *self);
    *self = (file_bytes){.file = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)};
    struct stat about = {0};
    hearsay_status status = HEARSAY_OK;
    if (self->file < 0 || fstat(self->file, &about) != 0) {
        status = failed(error);
    } else if (S_ISDIR(about.st_mode)) {
        errno = EISDIR;
        status = failed(error);
    }
    if (status != HEARSAY_OK) {
        close_file(self);
        return status;
    }
    self->size = S_ISREG(about.st_mode) ? (size_t)about.st_size : 0;
    *out = stream_new(&FILE_KIND, self, within);
    return HEARSAY_OK;
}
