/* Who wrote a page and when, as its visible text says. */
#ifndef READ_HTML_BYLINE_H
#define READ_HTML_BYLINE_H

#include "read/html_page.h"

/* The text of the first element that is marked as the author's name; data NULL where none is. In
 * the arena. */
str html_byline(arena *into, const html_page *page);

/* A name without "By" and the like before it, and what is no part of it after; data NULL where
 * nothing is left that could be a name: an address, a sentence. */
str html_author_clean(str name);

/* The first date that an element is marked with: `<time>`, or one named a date. Data NULL where
 * there is none; of the page's life. */
str html_dateline(arena *into, const html_page *page);

/* All text within an element, white space joined; in the arena. */
str html_text_within(arena *into, const html_page *page, size_t node);

#endif
