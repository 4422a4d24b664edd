/* The syntax of links, as far as it decides what is hidden. Positions are bytes in `text`. */
#ifndef READ_LINK_H
#define READ_LINK_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* Where what follows a link's text ends: `](url "title")`, `][label]`, `][]` or only `]`. `at` is
 * the place of the `]`; nothing at or after `end` is looked at. */
size_t link_tail_end(str text, size_t at, size_t end);

/* Whether `target`, the destination of `](target)`, can be one: empty, an address, a path or an
 * anchor. "[sic](applause)" has none. */
bool link_is_target(str target);

/* If a definition that fits on a line begins at `at`, which is where a line's text begins, gives
 * where it ends (the end of the line, before the line break), else `at`. Its destination must
 * look like an address or an anchor: "[Trump]: Wrong" is none. */
size_t link_definition_end(str text, size_t at, size_t end);

/* Whether `[label]:` begins at `at`. */
bool link_defines(str text, size_t at, size_t end);

#endif
