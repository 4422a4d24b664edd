/* Text that does nothing but be read.
 *
 * Documents, file names and whatever quotes them may hold characters that a terminal obeys or that
 * a reader cannot see. Everything that hearsay prints for people passes through here, and such
 * characters are shown instead:
 *
 *     control characters    as their pictures: ESC is ␛, line feed ␊, delete ␡; U+0080 to U+009F
 *                           by number
 *     by number, <U+202E>   what turns the direction of writing, byte order marks, line and
 *                           paragraph separators, tags, zero-width and other invisible characters
 *                           (leaked texts have been marked with them), private and unassigned ones
 *     as they stand         joiners and one variation selector where scripts and emoji need them,
 *                           and combining marks, up to eight on one character */
#ifndef CLI_SAFE_H
#define CLI_SAFE_H

#include "base/buf.h"
#include "base/str.h"

#include <stdint.h>

/* Puts `text`, which is well-formed UTF-8, at the end of `out`. */
void safe_put(buf *out, str text);

/* The same, with line breaks and tabs as spaces. */
void safe_put_line(buf *out, str text);

/* The same as safe_put for bytes of any kind (file names, arguments): what is not UTF-8 becomes
 * U+FFFD. */
void safe_put_bytes(buf *out, str bytes);

/* Bytes of any kind with line breaks and tabs as spaces. */
void safe_put_bytes_line(buf *out, str bytes);

/* What stood before, for a text that is put piece by piece; all zero at its beginning. */
typedef struct {
    uint32_t previous; /* character */
    unsigned marks;    /* combining marks since the last other character */
} safe_state;

void safe_put_piece(buf *out, str piece, safe_state *before);

#endif
