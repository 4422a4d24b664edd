/* Names of people and things in a text. */
#ifndef REASON_NAMES_H
#define REASON_NAMES_H

#include "base/str.h"

#include <stdbool.h>

bool begins_with_capital(str word);

/* The run of words with a capital, single spaces between, that ends at `end`; empty where the word
 * before has none. A first word that is an article is left out. */
span name_before(str text, span part, size_t end);

/* The same from `begin` on. */
span name_after(str text, span part, size_t begin);

bool part_has_capital(str text, span part);

size_t count_words(str text, span part);

/* Whether both have two words at least, and the same first and last one. */
bool is_one_full_name(str a, str b);

/* Whether two words differ by one letter that is missing, added or another one, as misspelt names
 * do: "Heffner" and "Hefner". */
bool are_a_letter_apart(str a, str b);

#endif
