/* What a phrase does in its clause, told from the words beside it. */
#ifndef RESOLVE_FUNCTIONS_H
#define RESOLVE_FUNCTIONS_H

#include "resolve/mentions.h"

mention_function phrase_function(const token_list *tokens, token_range phrase);

/* Past what may stand between a subject and its verb from `at` on: adverbs, an apposition or a
 * relative clause between commas, brackets. */
size_t past_asides(const token_list *tokens, size_t at);

/* Whether the word is a verb of saying, by the list of grammar. */
bool is_saying(const token *self);

#endif
