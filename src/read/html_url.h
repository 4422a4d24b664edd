/* Addresses in pages. */
#ifndef READ_HTML_URL_H
#define READ_HTML_URL_H

#include "base/arena.h"
#include "base/str.h"

/* The address that `reference` (character references as they stand) leads to from `base`, by RFC
 * 3986, section 5.2; without `base` (data NULL) it stays relative. Data NULL where it leads nowhere
 * that could be read: scripts, mail, a place in the same page. In the arena. */
str html_url_resolve(arena *into, str base, str reference);

#endif
