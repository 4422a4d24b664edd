/* People whom a source lists by name beside what they are. */
#ifndef RESOLVE_SOURCE_LISTED_H
#define RESOLVE_SOURCE_LISTED_H

#include "resolve/scene.h"

/* Whether it does: "two captains, Ada Moreno and ...", or, as `examples_only`, "critics like Ada
 * Moreno". */
bool source_holds_name(const scene *self, word_range source, bool examples_only);

#endif
