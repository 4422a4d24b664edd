/* What was found, as entries over several lines: the pieces that tables are made of.
 *
 *     2031-04-02  Ada Moreno · named · interview
 *                 “We will appeal,” ... */
#ifndef CLI_ENTRY_H
#define CLI_ENTRY_H

#include "cli/hits.h"
#include "cli/wrap.h"

/* Columns: of the day, between it and the rest, and before further lines. */
enum { ENTRY_DAY = 10, ENTRY_GAP = 2, ENTRY_INDENT = ENTRY_DAY + ENTRY_GAP };

/* What stands around names, matches and what matters less; nothing where there are no colours, but
 * for brackets around matches. */
typedef struct {
    const char *name, *match, *unmatch, *faint, *off;
} entry_palette;

const entry_palette *entry_palette_of(const hits_style *style);

/* What a hit is called: its title or, where it has none, the file that it was read from. */
str entry_title(const hearsay_hit *hit);

/* As much of the text as fits, with an ellipsis where it is cut, and spaces up to `width`. */
void entry_put_cell(buf *out, str text, unsigned width, bool fill);

/* A date in the first column. */
void entry_put_day(buf *out, str date);

/* One paragraph of an entry. */
typedef struct {
    wrap lines;
    buf safe;
    bool begun;
} entry;

/* `indented`: on a line of its own, else after the day. */
void entry_begin(entry *self, buf *out, const hits_style *style, bool indented);
void entry_end(entry *self);

/* Text of any kind that goes on with what was put before. */
void entry_put(entry *self, str text);

/* Something after what was put before, with a dot between; nothing where it is empty. */
void entry_put_next(entry *self, str text);

#endif
