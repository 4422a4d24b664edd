/* Where a capital is due, and so tells nothing: at the beginning of a sentence or quotation, and in
 * headlines. For token_classes.c alone. */
#ifndef RESOLVE_TOKEN_CAPITALS_H
#define RESOLVE_TOKEN_CAPITALS_H

#include "base/lexicon.h"
#include "resolve/tokens.h"

/* Sets `opening` and `headline`. `names` gets the words that have a capital where none is due,
 * `surnames` those of them that end somebody's full name. */
void note_capitals(token_list *of, lexicon *names, lexicon *surnames);

#endif
