/* The elements that are open at a place of a page, as gumbo's stack of them would be or deeper.
 *
 * A model of "the stack of open elements" of the HTML standard (section 13.2.4) that errs to one
 * side only: where it pops an element, the standard does, too. Elements that were left out are not
 * on it, so it is bounded. */
#ifndef READ_HTML_OPEN_H
#define READ_HTML_OPEN_H

#include "read/html.h"

#include <gumbo.h>

typedef struct {
    GumboTag tags[HTML_DEPTH_MAX];
    size_t count;
    size_t formatting; /* at most so many `<b>` and the like would be opened anew in a paragraph */
} html_open;

/* Whether there is room for an element that begins; it is on the stack then. One without an end
 * (`<br>`) always has. */
bool html_open_begin(html_open *self, GumboTag tag);

void html_open_end(html_open *self, GumboTag tag);

#endif
