/* The charset of a page, and its text in UTF-8. */
#ifndef READ_HTML_CHARSET_H
#define READ_HTML_CHARSET_H

#include "read/origins.h"

#include <stdbool.h>

typedef struct {
    str text; /* well-formed UTF-8: the bytes themselves where they are that, else in the arena */
    origins from;   /* the caller's to free; none where the text is the bytes, or their end */
    size_t skipped; /* bytes of a mark of byte order before the text */
    size_t flaw_count, first_flaw; /* as in a reading */
} html_text;

/* The charset is, in this order: what a mark of byte order says; UTF-8 where the bytes are that and
 * more than ASCII, since no other text looks so by chance; what `hinted` says (data NULL: nothing);
 * what a `<meta>` near the beginning says; UTF-16 where every other byte is 0; UTF-8 where the
 * bytes are that; else windows-1252. A name that iconv does not know is as none, and so is UTF-8
 * where no character above ASCII is well formed. */
html_text html_decode(arena *into, str bytes, str hinted);

/* The charset that a `<meta>` names, as it is written; data NULL where none does. */
str html_meta_charset(str bytes);

#endif
