/* What a page says of itself. */
#ifndef READ_HTML_METADATA_H
#define READ_HTML_METADATA_H

#include "read/html_features.h"
#include "read/read.h"

/* Fills in what can be found; the rest stays as it is. `found` is the address where the page was
 * found, data NULL where it is not known. `titles` gets html_letters_hash of the title in the ways
 * in which it is told. */
void html_metadata_read(arena *into, const html_page *page, str found, hearsay_metadata *out,
                        uint64_t titles[HTML_TITLES]);

/* The address that links of a page start from. */
str html_base(arena *into, const html_lean *page, str found);

#endif
