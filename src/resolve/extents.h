/* How far a description reaches past its noun: "people familiar with the talks", "head of the FBI".
 */
#ifndef RESOLVE_EXTENTS_H
#define RESOLVE_EXTENTS_H

#include "resolve/mentions.h"

/* The description without its article, and with what is joined to it by prepositions. */
token_range description_extent(const token_list *tokens, const mention *of);

/* The part of a source that describes who it is: its article and what stands behind a comma left
 * out, and how it wants to be known ("who spoke on condition of anonymity"). */
token_range source_extent(const token_list *tokens, token_range source);

/* Without "the", "a", "an". */
token_range without_article(const token_list *tokens, token_range part);

#endif
