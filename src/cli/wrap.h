/* Lines that are no wider than a page.
 *
 * Words come in, lines go out: breaks are made at spaces, after long dashes, and between wide
 * characters (Chinese and the like are written without spaces). Width is counted in columns of a
 * terminal. A word that is wider than a whole line is cut; everything else stays whole. Nothing is
 * lost but spaces at the end of lines.
 *
 *     wrap lines;
 *     wrap_begin(&lines, out, 80, 4, 0);
 *     wrap_text(&lines, STR("Officials said"));
 *     wrap_end(&lines); */
#ifndef CLI_WRAP_H
#define CLI_WRAP_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    buf *out;
    unsigned width;      /* columns of a line */
    unsigned indent;     /* columns before the lines that follow the first */
    unsigned column;     /* where the line ends now */
    buf word;            /* not placed yet */
    unsigned word_width; /* columns */
    uint32_t last;       /* the word's last character that has a width */
    bool begun;          /* something of the paragraph stands on the line */
    bool space;          /* there is one between the line and the word */
} wrap;

/* Begins a paragraph on a line that is filled up to `column` already. */
void wrap_begin(wrap *self, buf *out, unsigned width, unsigned indent, unsigned column);

/* Well-formed text without control characters (cli/safe.h). Where it does not begin with a space it
 * goes on with the word before it. A no-break space holds words together, and becomes a space. */
void wrap_text(wrap *self, str text);

/* Bytes that take no room: what switches a colour on or off. */
void wrap_style(wrap *self, const char *escape);

/* Places the last word and ends the line. */
void wrap_end(wrap *self);

/* Puts `line` and a line feed on a page of `width` columns, further lines of it indented by two,
 * and empties it. */
void wrap_line(buf *out, buf *line, unsigned width);

/* The columns that a text takes on a terminal. */
unsigned text_width(str text);

#endif
