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

/* "and", "or", "nor", "&". */
bool joins_heads(const token *self);

/* "Current and former officials", "the snarky, long headline", "middle- and low-income people": an
 * adjective whose noun stands behind "and" or a comma. */
size_t past_adjective(const source_reader *self, size_t index, token_range in);

/* "the Marlow County, Miss., coroner", "Marlow County (Miss.) coroner": past a place and what it
 * lies in, to the one who is there.
 */
size_t past_place(const source_reader *self, size_t index, token_range in);

/* "the “Night Ferry” director", "“Night Ferry” studio Holt Films": past a title in quotation marks,
 * to whom it is said of. */
size_t past_title_of_work(const source_reader *self, size_t index, token_range in);

/* Of "Ben Carver Slams Media" where "Ben Carver" is the source, whoever else bears that name. */
size_t past_cut(const source_reader *self, size_t index, token_range in);

/* The one named in the first part of a word: of "Holt-backed" Holt. The count of mentions where the
 * source is no such part, or nobody bears it. */
size_t named_in_part(const source_reader *self, span source, token_range in);

/* The head of "who", "which" or "that" at the token. */
void add_relative(const source_reader *self, size_t at, source_heads *out);

#endif
