/* The files in a folder and in the folders that it holds, one after the other.
 *
 * Names are sorted at each level, so that the order is the same everywhere; they may be any bytes.
 * Hidden files (.name) are left out. A link to a file is a file; a link to a folder is left out, as
 * it may lead back. */
#ifndef CLI_WALK_H
#define CLI_WALK_H

typedef struct walk walk;

/* `path` is a folder, or anything else, which is then all there is. The caller owns the walk. */
walk *walk_new(const char *path);

/* NULL is allowed. */
void walk_free(walk *self);

/* The next file, good until the next call; NULL after the last one. A folder that cannot be read
 * comes as if it were a file, so that whoever opens it learns why. */
const char *walk_next(walk *self);

#endif
