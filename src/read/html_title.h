/* Titles without the site's name. */
#ifndef READ_HTML_TITLE_H
#define READ_HTML_TITLE_H

#include "base/str.h"

/* The title without what stands before or after a separator ("|", " - ", " :: ", ...) and is the
 * publisher's name, or has its letters. A part of `title`. */
str html_title_without(str title, str publisher);

/* The same where the publisher's name is not known: what `heading` (the page's <h1>) says, if the
 * title says it too; else without its last part, if what stays is long enough to be a title. */
str html_title_guess(str title, str heading);

#endif
