#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PIECE = 64 << 10 };

static hearsay_status failed(hearsay_error *err, const char *path) {
    return error_set(err, HEARSAY_IO, 0, "%s: %s", path, strerror(errno));
}

/* read(2) that does not stop at a signal. */
static ssize_t read_some(int file, char *into, size_t size) {
    ssize_t got;
    do {
        got = read(file, into, size);
    } while (got < 0 && errno == EINTR);
    return got;
}

static hearsay_status read_all(int file, const char *path, size_t limit, buf *into,
                               hearsay_error *err) {
    size_t before = into->size;
    for (;;) {
        size_t left = limit - (into->size - before);
        size_t piece = left < PIECE ? left + 1 : PIECE; /* one more, to see that there is more */
        buf_reserve(into, piece);
        ssize_t got = read_some(file, into->data + into->size, piece);
        if (got < 0) {
            return failed(err, path);
        }
        if ((size_t)got > left) {
            return error_set(err, HEARSAY_TOO_LARGE, limit, "%s: larger than %zu bytes", path,
                             limit);
        }
        if (got == 0) {
            return HEARSAY_OK;
        }
        into->size += (size_t)got;
    }
}

hearsay_status file_read(const char *path, size_t limit, buf *into, hearsay_error *err) {
    bool standard = strcmp(path, "-") == 0;
    int file = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return failed(err, path);
    }
    size_t before = into->size;
    hearsay_status status = read_all(file, standard ? "standard input" : path, limit, into, err);
    if (status != HEARSAY_OK) {
        into->size = before;
    }
    if (into->data != NULL) {
        into->data[into->size] = '\0';
    }
    if (!standard) {
        close(file);
    }
    return status;
}

static hearsay_status map_open(int file, const char *path, str *view, hearsay_error *err) {
    struct stat about;
    if (fstat(file, &about) != 0) {
        return failed(err, path);
    }
    if (!S_ISREG(about.st_mode)) {
        return error_set(err, HEARSAY_IO, 0, "%s: not a regular file", path);
    }
    size_t size = (size_t)about.st_size;
    if (size == 0) {
        *view = STR(""); /* there is no mapping of nothing */
        return HEARSAY_OK;
    }
    void *bytes = mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (bytes == MAP_FAILED) {
        return failed(err, path);
    }
    *view = (str){bytes, size};
    return HEARSAY_OK;
}

hearsay_status file_map(const char *path, str *view, hearsay_error *err) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return failed(err, path);
    }
    hearsay_status status = map_open(file, path, view, err);
    close(file);
    return status;
}

void file_unmap(str view) {
    if (view.size > 0) {
        munmap((void *)view.data, view.size);
    }
}
