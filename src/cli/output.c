#include "cli/output.h"

#include "base/buf.h"
#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct output {
    const char *name; /* for messages */
    int file;
    char *target;    /* where the temporary file is moved at the end; NULL: there is none */
    char *temporary; /* its path */
    int failure;     /* errno of the first failure, or 0 */
};

static hearsay_status failed(const output *self, hearsay_error *error) {
    return error_set(error, HEARSAY_IO, 0, "cannot write %s: %s", self->name,
                     strerror(self->failure));
}

/* --- opening ---------------------------------------------------------------------------------- */

/* The file that a symbolic link leads to, so that the link stays one. */
static char *resolve(const char *path) {
    buf copy = {0};
    char *resolved = realpath(path, NULL);
    buf_put(&copy, str_from(resolved != NULL ? resolved : path));
    free(resolved);
    return copy.data;
}

/* As open(2) would have made it, or as the file that it will replace. */
static int give_mode(int file, const struct stat *older) {
    mode_t mask = umask(0);
    umask(mask);
    return fchmod(file, older != NULL ? older->st_mode & 0777 : 0666 & ~mask);
}

/* A temporary file in the folder of `target`. */
static void open_beside(output *self, const struct stat *older) {
    const char *slash = strrchr(self->target, '/');
    size_t folder = slash != NULL ? (size_t)(slash - self->target) + 1 : 0;
    buf name = {0};
    buf_put(&name, (str){self->target, folder});
    buf_put(&name, STR(".hearsay-XXXXXX"));
    self->temporary = name.data;
    self->file = mkstemp(self->temporary);
    if (self->file < 0 || fcntl(self->file, F_SETFD, FD_CLOEXEC) != 0 ||
        give_mode(self->file, older) != 0) {
        self->failure = errno;
    }
}

static void open_path(output *self, const char *path) {
    struct stat older;
    bool exists = stat(path, &older) == 0;
    if (exists && S_ISDIR(older.st_mode)) {
        self->failure = EISDIR;
    } else if (exists && !S_ISREG(older.st_mode)) {
        self->file = open(path, O_WRONLY | O_CLOEXEC);
        self->failure = self->file < 0 ? errno : 0;
    } else if (exists && access(path, W_OK) != 0) {
        self->failure =
            errno; /* a file that is protected is not replaced behind its owner's back */
    } else {
        self->target = resolve(path);
        open_beside(self, exists ? &older : NULL);
    }
}

hearsay_status output_open(const char *path, output **out, hearsay_error *error) {
    bool standard = path == NULL || strcmp(path, "-") == 0;
    output *self = mem_alloc(sizeof *self);
    *self = (output){.name = standard ? "standard output" : path, .file = STDOUT_FILENO};
    if (!standard) {
        self->file = -1;
        open_path(self, path);
    }
    if (self->failure != 0) {
        hearsay_status status = failed(self, error);
        output_finish(self, false, NULL);
        output_free(self);
        return status;
    }
    *out = self;
    return HEARSAY_OK;
}

bool output_is(const output *self, const char *path) {
    struct stat ours, other;
    bool known =
        self->target != NULL ? stat(self->target, &ours) == 0 : fstat(self->file, &ours) == 0;
    bool named =
        strcmp(path, "-") == 0 ? fstat(STDIN_FILENO, &other) == 0 : stat(path, &other) == 0;
    return known && named && S_ISREG(ours.st_mode) && ours.st_dev == other.st_dev &&
           ours.st_ino == other.st_ino;
}

int output_file(const output *self) {
    return self->file;
}

/* --- writing ---------------------------------------------------------------------------------- */

/* write(2) that does not stop at a signal, and waits where the file does not. */
static ssize_t write_some(int file, const char *data, size_t size) {
    for (;;) {
        ssize_t put = write(file, data, size);
        if (put >= 0 || (errno != EINTR && errno != EAGAIN)) {
            return put;
        }
        if (errno == EAGAIN) {
            struct pollfd wait = {.fd = file, .events = POLLOUT};
            poll(&wait, 1, -1);
        }
    }
}

bool output_put(output *self, str bytes) {
    size_t done = 0;
    while (self->failure == 0 && done < bytes.size) {
        ssize_t put = write_some(self->file, bytes.data + done, bytes.size - done);
        if (put < 0) {
            self->failure = errno;
        } else {
            done += (size_t)put;
        }
    }
    return self->failure == 0;
}

bool output_is_closed(const output *self) {
    return self->failure == EPIPE;
}

bool output_is_deserted(const output *self) {
    struct pollfd ask = {.fd = self->file};
    return poll(&ask, 1, 0) == 1 && (ask.revents & POLLERR) != 0;
}

/* --- the end ---------------------------------------------------------------------------------- */

hearsay_status output_finish(output *self, bool keep, hearsay_error *error) {
    if (self->file >= 0 && close(self->file) != 0 && self->failure == 0) {
        self->failure = errno; /* some file systems tell only now that they are full */
    }
    self->file = -1;
    if (self->temporary != NULL) {
        if (keep && self->failure == 0 && rename(self->temporary, self->target) != 0) {
            self->failure = errno;
        }
        if (!keep || self->failure != 0) {
            unlink(self->temporary);
        }
    }
    return self->failure == 0 ? HEARSAY_OK : failed(self, error);
}

void output_abandon(const output *self) {
    if (self->temporary != NULL) {
        unlink(self->temporary);
    }
}

void output_free(output *self) {
    if (self == NULL) {
        return;
    }
    mem_free(self->target);
    mem_free(self->temporary);
    mem_free(self);
}
