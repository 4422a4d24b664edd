/* What sources.c is split into. */
#ifndef RESOLVE_SOURCE_PARTS_H
#define RESOLVE_SOURCE_PARTS_H

#include "resolve/sources.h"

/* The first head from mention `from` on within the tokens; the count of mentions if there is none.
 */
size_t head_from(const source_reader *self, size_t from, token_range in);

/* The mention that names the one at `index`, behind an office in small letters or in an apposition;
 * `index` where none does. */
size_t named_by_office(const source_reader *self, size_t index, token_range in);
size_t named_behind(const source_reader *self, size_t index, token_range in);

/* The person whose name the source ends in, where the one at `index` is a part of what is said of
 * him: "Former Varnia leader Holt"; else `index`. */
size_t named_at_end(const source_reader *self, size_t index, token_range in);

/* The head of "who", "which" or "that" at the token. */
void add_relative(const source_reader *self, size_t at, source_heads *out);

#endif
