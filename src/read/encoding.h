/* UTF-16 and UTF-32, known by their byte order marks. */
#ifndef READ_ENCODING_H
#define READ_ENCODING_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

enum { ENCODING_MARK_MAX = 4 }; /* bytes by which an encoding is known */

/* Units of `unit` bytes, the lowest one first or last. */
typedef struct {
    str beginning;    /* by which it is known */
    size_t mark_size; /* bytes of that which are no text */
    size_t unit;      /* 1: UTF-8, or what else it is */
    bool little;
} encoding;

/* The encoding of bytes that begin so; never NULL. XML's first bytes tell without a mark, too
 * (XML 1.0, appendix F). */
const encoding *encoding_of(str bytes);

/* Decodes what follows the mark to the end of `out`: each flaw becomes a byte that UTF-8 does not
 * have, so that utf8_repair counts it. Returns how many bytes were decoded: where `whole` is false,
 * all but the beginning of a character. Bytes of unit 1 come as they stand. */
size_t encoding_decode(const encoding *self, str bytes, bool whole, buf *out);

/* The same for a single character at `*at`, which moves past it; returns its bytes in `out`. */
size_t encoding_next(const encoding *self, str bytes, size_t *at, char out[4]);

#endif
