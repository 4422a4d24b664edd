/* Outlets and platforms by name. */
#ifndef RESOLVE_OUTLETS_H
#define RESOLVE_OUTLETS_H

#include "resolve/scene.h"

/* The name of the outlet, programme or platform that begins at word `at`, before word `last`, or
 * data NULL. `*length` gets its words. */
str outlet_at(const scene *self, size_t at, size_t last, size_t *length);

/* Whether two names may be of one outlet: "nyt" and "The New York Times", "wash-post" and "The
 * Washington Post". */
bool is_same_outlet(str a, str b);

/* Whether the name is the last word of the whole one: "the Post" of "wash-post". */
bool is_called_by_last_word(str whole, str name);

#endif
