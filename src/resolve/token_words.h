/* What a word tells by itself: its letters, and what the lists have of it. */
#ifndef RESOLVE_TOKEN_WORDS_H
#define RESOLVE_TOKEN_WORDS_H

#include "resolve/tokens.h"

void note_words(token_list *of, arena *into);

/* Nouns that mean people and are too many for the list of nouns; once the classes are known. */
void note_people(token_list *of, arena *into);

/* Whether the word ends so, with two letters before it at least. */
bool word_ends_in(str word, const char *end);

/* "utah-based", "saudi-led", "no. 2": said of what stands behind, for all their capitals. */
bool word_is_said_of_next(str lower);

#endif
