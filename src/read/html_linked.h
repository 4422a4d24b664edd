/* What a page's JSON-LD says of its article. */
#ifndef READ_HTML_LINKED_H
#define READ_HTML_LINKED_H

#include "read/html_lean.h"

/* Data NULL where a field is not told; decoded, in the arena. */
typedef struct {
    str title, name, author, publisher, date, url, language;
} html_linked;

/* Takes the first article of all scripts, wherever it stands in them: alone, in an array, under
 * "@graph" or as the main entity of something else; where there is none, the first page. What is
 * no JSON is passed over. Several authors are joined with "; ". */
html_linked html_linked_read(arena *into, const html_lean *page);

#endif
