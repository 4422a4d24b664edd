/* Files and folders as a list of files. */
#include "base/memory.h"
#include "engine/document.h"
#include "read/read.h"

struct hearsay_files {
    file_walk *through;
};

hearsay_status hearsay_files_open(const char *const *paths, size_t count, hearsay_files **files,
                                  hearsay_error *error) {
    for (size_t i = 0; i < count; i++) {
        if (paths == NULL || paths[i] == NULL || paths[i][0] == '\0') {
            return error_set(error, HEARSAY_INVALID, i, "an empty name is no file");
        }
    }
    *files = mem_alloc(sizeof **files);
    **files = (hearsay_files){file_walk_new(paths, count)};
    return HEARSAY_OK;
}

void hearsay_files_close(hearsay_files *self) {
    if (self != NULL) {
        file_walk_free(self->through);
        mem_free(self);
    }
}

hearsay_status hearsay_files_next(hearsay_files *self, const char **path, hearsay_error *error) {
    return file_walk_next(self->through, path, error);
}
