/* The small words and marks beside a candidate, and between it and the pronoun: what clauses begin
 * and end with, and what governs a phrase. */
#ifndef RESOLVE_SMALL_WORDS_H
#define RESOLVE_SMALL_WORDS_H

#include "resolve/tokens.h"

enum { SMALL_WORDS = 54 };

/* Which of them the token is; SMALL_WORDS where it is none. */
size_t small_word_of(const token *self);

/* The word, or the name of the mark. */
const char *small_word_name(size_t which);

#endif
