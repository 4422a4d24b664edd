/* What a document is about, told by the heaviest of its words in some sixty bytes, so that it can
 * be known of two documents whether they may tell the same without reading either. */
#ifndef LINK_ABOUT_H
#define LINK_ABOUT_H

#include "base/buf.h"
#include "link/link.h"

/* linkable_about and link_are_alike. */
void about_write(const linkable *of, buf *out);
bool about_alike(str a, str b);

#endif
