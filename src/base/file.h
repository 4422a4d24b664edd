/* Files, whole. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/buf.h"
#include "base/error.h"
#include "base/str.h"

#include <stddef.h>

/* Puts all bytes of the file (or standard input, for "-") at the end of `into`. HEARSAY_IO where
 * it cannot be opened or read, or is a directory; HEARSAY_TOO_LARGE where there are more than
 * `limit` bytes, with the position of the first one too many; no more than that is read. `into`
 * is the caller's, and on failure as it was. The message names the path. */
hearsay_status file_read(const char *path, size_t limit, buf *into, hearsay_error *err);

/* Maps a regular file read-only. `*view` is good until file_unmap is called on it, which the
 * caller owes on success only. HEARSAY_IO where it cannot be done. If another program cuts the
 * file short meanwhile, reading the lost part ends the process: for files of our own only. */
hearsay_status file_map(const char *path, str *view, hearsay_error *err);

void file_unmap(str view);

#endif
