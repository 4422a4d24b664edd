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

/* "Monday", "Election Day"; but Kristen Day is somebody, and so is Day where she is named. */
bool is_time_name(const token_list *tokens, token_range run);

/* "Amadou Sall, 13, of Vale": whoever has an age behind the name, which ends there, is a person. */
bool is_aged(const token_list *tokens, size_t end);

/* "the Vale District Attorney's Office": where a body's name begins that is called by whose it is;
 * else where the run does. The phrase begins at token `phrase`. */
size_t office_name_begin(const token_list *tokens, size_t phrase, token_range run);

#endif
