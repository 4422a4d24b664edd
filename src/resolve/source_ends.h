/* Where the finder of statements saw a source end and its cue begin: "Cruz’s allies | bristle". A
 * noun phrase that went on there would take the verb for a noun. */
#ifndef RESOLVE_SOURCE_ENDS_H
#define RESOLVE_SOURCE_ENDS_H

#include "attribute/attribute.h"
#include "resolve/tokens.h"

/* Marks the tokens at which no phrase goes on, and takes them for verbs. */
void source_ends_note(const relation_list *relations, token_list *of);

#endif
