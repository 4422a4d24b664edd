/* From byte positions in a text to code points, as everything outside C counts.
 *
 * One pass over the text makes a table of the code points before each block; a position is then
 * counted from the beginning of its block, so that any number of positions in any order takes
 * linear time in all. */
#ifndef ENGINE_OFFSETS_H
#define ENGINE_OFFSETS_H

#include "base/str.h"

typedef struct {
    str text;       /* borrowed */
    size_t *before; /* [blocks] code points before each block; NULL where every byte is one */
} offsets;

/* `text` is well-formed. The caller owes offsets_free. */
offsets offsets_new(str text);

void offsets_free(offsets *self);

/* The code points before byte `position`, which is at most the text's size and where a character
 * begins or the text ends. */
size_t offsets_at(const offsets *self, size_t position);

/* The byte where code point `count` begins or the text ends; SIZE_MAX where it has fewer. */
size_t offsets_position(const offsets *self, size_t count);

#endif
