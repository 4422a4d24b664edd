#include "read/walk.h"

#include "base/buf.h"
#include "base/memory.h"
#include "base/vec.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef VEC(char *) names;

/* A folder that is being gone through, or the list that was given. */
typedef struct {
    size_t path_size; /* of its path, with the slash after it */
    names names;      /* what is in it, in order; each owned */
    size_t next;
} folder;

struct file_walk {
    buf path; /* of the folder at the top of the stack, then of the file that was found */
    VEC(folder) open;
};

static char *copy_of(const char *name) {
    size_t size = strlen(name) + 1;
    return memcpy(mem_alloc(size), name, size);
}

file_walk *file_walk_new(const char *const *paths, size_t count) {
    folder given = {0};
    for (size_t i = 0; i < count; i++) {
        vec_push(&given.names, copy_of(paths[i]));
    }
    file_walk *self = mem_alloc(sizeof *self);
    *self = (file_walk){.path = {0}};
    vec_push(&self->open, given);
    return self;
}

static void leave_folder(file_walk *self) {
    folder *top = &self->open.items[--self->open.count];
    for (size_t i = 0; i < top->names.count; i++) {
        mem_free(top->names.items[i]);
    }
    vec_free(&top->names);
}

void file_walk_free(file_walk *self) {
    if (self == NULL) {
        return;
    }
    while (self->open.count > 0) {
        leave_folder(self);
    }
    vec_free(&self->open);
    buf_free(&self->path);
    mem_free(self);
}

static hearsay_status failed(const file_walk *self, hearsay_error *error) {
    return error_set(error, HEARSAY_IO, 0, "%s: %s", self->path.data, strerror(errno));
}

static int by_name(const void *left, const void *right) {
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* Goes into the folder that `path` names. */
static hearsay_status enter_folder(file_walk *self, hearsay_error *error) {
    DIR *entries = opendir(self->path.data);
    if (entries == NULL) {
        return failed(self, error);
    }
    folder inner = {0};
    const struct dirent *each;
    errno = 0;
    while ((each = readdir(entries)) != NULL) {
        if (each->d_name[0] != '.') { /* hidden, the folder itself, the one above */
            vec_push(&inner.names, copy_of(each->d_name));
        }
    }
    hearsay_status status = errno == 0 ? HEARSAY_OK : failed(self, error);
    closedir(entries);
    if (inner.names.count > 0) {
        qsort(inner.names.items, inner.names.count, sizeof *inner.names.items, by_name);
    }
    if (self->path.data[self->path.size - 1] != '/') {
        buf_putc(&self->path, '/');
    }
    inner.path_size = self->path.size;
    vec_push(&self->open, inner);
    return status;
}

/* Whether `path` is a file that is to be read; a folder is gone into. Links are followed to files,
 * and to folders where they were given: in folders they would lead in circles, or twice to the
 * same. */
static hearsay_status visit(file_walk *self, bool given, bool *found, hearsay_error *error) {
    struct stat about, target;
    if (given && strcmp(self->path.data, "-") == 0) {
        *found = true;
        return HEARSAY_OK;
    }
    if (lstat(self->path.data, &about) != 0 || stat(self->path.data, &target) != 0) {
        return failed(self, error);
    }
    if (S_ISDIR(target.st_mode)) {
        return given || !S_ISLNK(about.st_mode) ? enter_folder(self, error) : HEARSAY_OK;
    }
    *found = given || S_ISREG(target.st_mode);
    return HEARSAY_OK;
}

hearsay_status file_walk_next(file_walk *self, const char **path, hearsay_error *error) {
    hearsay_status status = HEARSAY_OK;
    bool found = false;
    while (status == HEARSAY_OK && !found && self->open.count > 0) {
        folder *top = &self->open.items[self->open.count - 1];
        self->path.size = top->path_size;
        if (top->next == top->names.count) {
            leave_folder(self);
            continue;
        }
        buf_put(&self->path, str_from(top->names.items[top->next++]));
        status = visit(self, self->open.count == 1, &found, error);
    }
    *path = self->path.data;
    return found || status != HEARSAY_OK ? status : HEARSAY_END;
}
