/* A line of JSON made fit for jansson, which refuses what other programs write. */
#ifndef READ_JSON_REPAIR_H
#define READ_JSON_REPAIR_H

#include "base/buf.h"
#include "base/str.h"

#include <stddef.h>

/* Puts a copy of `line` (well-formed UTF-8) at the end of `into`, in which
 *   - the escape of a lone surrogate ("\ud800") is the one of U+FFFD
 *   - a number too long or too large for C stands as a string of its digits, but as the "text",
 *     which no number is, as 0
 * Returns the number of lone surrogates; `*first` is the place of the first of them in the line. */
size_t json_repair(str line, buf *into, size_t *first);

#endif
