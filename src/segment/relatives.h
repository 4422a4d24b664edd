/* Languages that are so near each other that n-grams of a few lines mistake them. */
#ifndef SEGMENT_RELATIVES_H
#define SEGMENT_RELATIVES_H

#include "base/str.h"

#include <stdbool.h>

/* Both take words in small letters between single spaces, and languages as ISO 639-1 codes. */

/* Whether there are letters, and more than names would bring, that the language is not written
 * with, though it shares its script. */
bool relatives_lacks_letters(const char *language, str words);

/* The language, or its relative if its commonest words say so. The string is a constant, or the
 * given one. */
const char *relatives_by_words(const char *language, str words);

#endif
