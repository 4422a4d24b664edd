/* What of a text a reader sees, where the text may hold remains of Markdown. */
#ifndef READ_MARKDOWN_H
#define READ_MARKDOWN_H

#include "base/str.h"
#include "base/vec.h"

/* Parts of a text: ascending, disjoint, none empty, none touching the next. */
typedef VEC(span) parts;

/* Puts a part at the end; it begins at or after the end of the last one. */
void parts_add(parts *self, span part);

/* Adds the parts of `text` (well-formed UTF-8) that are seen. Emphasis, links' destinations,
 * images, backslashes of escapes, marks of headings and quotations, rules, link definitions and
 * front matter are not; code, HTML, entities, and the numbers and dashes of lists are, as they
 * stand. Whatever is not surely markup is seen: no letter or digit is hidden but in an address, a
 * link's title or label, an image, and front matter. Time is linear in the size, whatever the
 * text. */
void markdown_seen(str text, parts *seen);

#endif
