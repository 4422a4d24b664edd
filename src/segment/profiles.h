/* The n-gram profiles of languages (Cavnar & Trenkle 1994), which libexttextcat brings with it. */
#ifndef SEGMENT_PROFILES_H
#define SEGMENT_PROFILES_H

#include "base/str.h"

#include <stdbool.h>

typedef struct profiles profiles;

/* `folder` may be NULL: where libexttextcat-data puts them. NULL where English or all other
 * profiles are missing; those that are there are used. Reading them takes about 4 ms. */
profiles *profiles_read(const char *folder);

/* Whether profiles_read would find them there. */
bool profiles_are_there(const char *folder);

/* NULL is allowed. */
void profiles_free(profiles *self);

/* The language, ISO 639-1, that the letters look like: words in small letters between single
 * spaces, a hundred letters or more. "en" in doubt. `*near` is false where they look like no
 * language, or are the same ones again and again. The string is a constant. */
const char *profiles_guess(profiles *self, str letters, bool *near);

#endif
