/* The frame of an HTML page that stands alone: no script, nothing that is fetched, and a policy
 * (Content-Security-Policy) that allows nothing but its own style, by that style's hash.
 *
 *     page_begin(out, STR("Who is said to have said what"));
 *     ... <main>...</main>, and with slot="front" what goes before it though it comes later
 *     page_end(out);
 *
 * The style of all pages is cli/page.css; the build makes PAGE_STYLE of it (cmake/embed.cmake). */
#ifndef CLI_PAGE_H
#define CLI_PAGE_H

#include "base/buf.h"
#include "base/str.h"

/* The bytes of cli/page.css, without a 0 byte. */
extern const unsigned char PAGE_STYLE[];
extern const size_t PAGE_STYLE_SIZE;

/* Up to the beginning of the body. `title` is text of our own. */
void page_begin(buf *out, str title);

void page_end(buf *out);

#endif
