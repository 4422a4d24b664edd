/* What stands behind hearsay_files (hearsay.h, section 4). The caller owns the walk. */
#ifndef READ_WALK_H
#define READ_WALK_H

#include "base/error.h"

typedef struct file_walk file_walk;

/* As hearsay_files_open. */
file_walk *file_walk_new(const char *const *paths, size_t count);

/* NULL is allowed. */
void file_walk_free(file_walk *self);

/* As hearsay_files_next. */
hearsay_status file_walk_next(file_walk *self, const char **path, hearsay_error *error);

#endif
