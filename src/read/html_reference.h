/* Character references outside of a page's text: in values of attributes, titles, JSON. */
#ifndef READ_HTML_REFERENCE_H
#define READ_HTML_REFERENCE_H

#include "base/arena.h"
#include "base/str.h"

/* The text with its references decoded, and white space joined and trimmed; in the arena. Data NULL
 * stays so. */
str html_unescape(arena *into, str text);

/* The text with each stretch of white space as one blank, and none at its ends; in the arena. */
str html_join_blanks(arena *into, str text);

#endif
