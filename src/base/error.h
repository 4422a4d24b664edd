/* How a function says what went wrong.
 *
 * The status and the error are the public ones (hearsay.h), used inside as well. A function that
 * can fail returns a status and takes a hearsay_error *, which the caller owns and which may be
 * NULL; it is written on failure only. */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include "hearsay.h"

#include <stddef.h>

/* Fills in `err` and returns `code`, so that a failure is one line:
 *
 *     return error_set(err, HEARSAY_FORMAT, at, "%s: not a model", path);
 *
 * `position` is the byte (or what the function says) where it went wrong, 0 where there is no
 * such place. A message that does not fit loses its middle, between characters: it begins with the
 * path and ends with the reason. */
__attribute__((format(printf, 4, 5))) hearsay_status
error_set(hearsay_error *err, hearsay_status code, size_t position, const char *format, ...);

#endif
