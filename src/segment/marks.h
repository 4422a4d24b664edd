/* Quotation marks as they are written, before it is asked what they do. A mark may be several
 * characters: two single ones for a double one, or what HTML writes. */
#ifndef SEGMENT_MARKS_H
#define SEGMENT_MARKS_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    size_t begin, end;  /* bytes in the text */
    uint32_t character; /* the mark that it is, or stands for */
    bool is_double;
} quote_mark;

/* The first mark that begins at or after `pos` and before `end`; false where there is none. */
bool next_mark(str text, size_t pos, size_t end, quote_mark *out);

/* Any double or single mark. */
bool is_mark(uint32_t cp);

/* Bytes of the mark at `begin`, and of the double one that ends at `end`. */
size_t mark_size(str text, size_t begin);
size_t double_mark_size_before(str text, size_t end);

#endif
