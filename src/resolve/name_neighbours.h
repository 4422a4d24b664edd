/* What the words around a capitalized run tell of it, before it is taken for a name. */
#ifndef RESOLVE_NAME_NEIGHBOURS_H
#define RESOLVE_NAME_NEIGHBOURS_H

#include "resolve/names.h"

/* "five Spaniards", "Republicans in the House": some of a people or a party, whom its name does not
 * tell enough of. The phrase begins at token `begin`. */
bool is_some_of(const token_list *tokens, size_t begin, token_range run);

/* "In May", which is nobody. */
bool is_month(const token_list *tokens, token_range run);

/* "the Record", a word of which nothing tells what it names: people have no article, but "the
 * Roths". */
bool is_single_unknown(const token_list *tokens, const name_reading *reading);

/* "Millennials agree": several, as their verb tells; but "Roth and Jones agree". */
bool are_many(const token_list *tokens, token_range run);

#endif
