/* A line of JSON made fit for jansson, which refuses what other programs write. */
#ifndef READ_JSON_REPAIR_H
#define READ_JSON_REPAIR_H

#include "base/buf.h"
#include "base/str.h"

#include <stddef.h>
#include <stdint.h>

/* Puts a copy of `line` (well-formed UTF-8) at the end of `into`, in which
 *   - the escape of a lone surrogate ("\ud800") is the one of U+FFFD
 *   - a number too long or too large for C stands as a string of its digits, but as the "text",
 *     which no number is, as 0
 * Returns the number of lone surrogates; `*first` is the place of the first of them in the line. */
size_t json_repair(str line, buf *into, size_t *first);

/* What the escape `\u1234` at `*at`, or a pair of them, stands for; moves `*at` past it. A lone
 * surrogate stands for U+FFFD. Past one character where there is no such escape. */
uint32_t json_escape(str line, size_t *at);

#endif
