/* The outlets and platforms through which a statement was made or came. */
#ifndef RESOLVE_VIA_H
#define RESOLVE_VIA_H

#include "resolve/scene.h"

/* Fills in `via` of relation `i`, by what its own sentence names and by who reports it; speakers
 * are known. Returns whether it was made to an outlet: "told NBC News". */
bool find_via(scene *self, size_t i);

/* Adds a name, unless it is there, or the document's own outlet, or the speaker. */
void via_add(scene *self, size_t i, str name, word_range where);

#endif
