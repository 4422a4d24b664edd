/* Whose words stand where: for each token the relation in whose content it stands. */
#ifndef RESOLVE_VOICES_H
#define RESOLVE_VOICES_H

#include "attribute/attribute.h"
#include "resolve/tokens.h"

#define NO_RELATION SIZE_MAX

/* For each token, and one past the last, the relation with the innermost content that holds it, or
 * NO_RELATION. A content is taken from its first span's begin to its last span's end, but for the
 * relation's own source and cue. n log n in relations and tokens. */
size_t *voices_find(const token_list *tokens, const relation_list *relations, arena *into);

#endif
