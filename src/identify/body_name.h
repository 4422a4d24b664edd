/* The names of bodies: institutions, companies, countries, outlets. */
#ifndef IDENTIFY_BODY_NAME_H
#define IDENTIFY_BODY_NAME_H

#include "identify/letters.h"

#include <stdbool.h>

/* The words of a name that tell which body it is, in alphabetical order: "Ministry of Defence of
 * Russia" and "the Russian Defense Ministry" are both "defense ministry russia". Short names that
 * are well known give the fuller one: data/identify/known_bodies.txt. In the arena. */
str body_name_read(str text, arena *into);

/* Whether so read a name is enough to know the body by. */
bool body_name_suffices(str name, arena *scratch);

bool body_name_is_country(str name, arena *scratch);

/* Whether the name is written as an acronym is: "FBI", "U.N.". */
bool is_acronym(str text);

/* The first letters of the words, where there are three or more: "fbi"; else data NULL. */
str body_name_initials(str text, arena *into);

/* Whether a run of capitals that some text takes for somebody's name names a body. */
bool looks_like_body(str text, arena *scratch);

#endif
