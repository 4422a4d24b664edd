#include "cli/walk.h"

#include "base/buf.h"
#include "base/memory.h"
#include "base/vec.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* A folder whose files are being given. */
typedef struct {
    char *path;
    struct dirent **entries; /* [count], of scandir */
    int count, next;
} level;

struct walk {
    VEC(level) levels; /* the folder at hand is the last */
    buf path;          /* what was given last */
    bool begun;
};

walk *walk_new(const char *path) {
    walk *self = mem_alloc(sizeof *self);
    *self = (walk){.begun = false};
    buf_put(&self->path, str_from(path));
    return self;
}

static void leave(walk *self) {
    level *last = &self->levels.items[--self->levels.count];
    for (int i = 0; i < last->count; i++) {
        free(last->entries[i]);
    }
    free(last->entries);
    mem_free(last->path);
}

void walk_free(walk *self) {
    if (self == NULL) {
        return;
    }
    while (self->levels.count > 0) {
        leave(self);
    }
    vec_free(&self->levels);
    buf_free(&self->path);
    mem_free(self);
}

static int is_shown(const struct dirent *entry) {
    return entry->d_name[0] != '.';
}

/* By their bytes, whatever the locale. */
static int by_name(const struct dirent **left, const struct dirent **right) {
    return strcmp((*left)->d_name, (*right)->d_name);
}

/* False where the path is no folder, or cannot be read. */
static bool enter(walk *self) {
    level new = {.next = 0};
    new.count = scandir(self->path.data, &new.entries, is_shown, by_name);
    if (new.count < 0) {
        return false;
    }
    new.path = mem_alloc(self->path.size + 1);
    memcpy(new.path, self->path.data, self->path.size + 1);
    vec_push(&self->levels, new);
    return true;
}

/* Whether the path, which was found in a folder, is to be entered; `*left_out` where it is a link
 * to one. */
static bool is_folder(const char *path, bool *left_out) {
    struct stat about, behind;
    bool known = lstat(path, &about) == 0;
    *left_out =
        known && S_ISLNK(about.st_mode) && stat(path, &behind) == 0 && S_ISDIR(behind.st_mode);
    return known && S_ISDIR(about.st_mode);
}

static void put_path(walk *self, const level *folder, const char *name) {
    str parent = str_from(folder->path);
    buf_clear(&self->path);
    buf_put(&self->path, parent);
    if (parent.size > 0 && parent.data[parent.size - 1] != '/') {
        buf_putc(&self->path, '/');
    }
    buf_put(&self->path, str_from(name));
}

const char *walk_next(walk *self) {
    if (!self->begun) {
        self->begun = true;
        if (strcmp(self->path.data, "-") == 0 || !enter(self)) {
            return self->path.data;
        }
    }
    while (self->levels.count > 0) {
        level *last = &self->levels.items[self->levels.count - 1];
        if (last->next == last->count) {
            leave(self);
            continue;
        }
        bool left_out;
        put_path(self, last, last->entries[last->next++]->d_name);
        bool folder = is_folder(self->path.data, &left_out);
        if (!left_out && !(folder && enter(self))) {
            return self->path.data;
        }
    }
    return NULL;
}
