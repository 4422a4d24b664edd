/* Outlets that hold for more than the sentence that names them. */
#ifndef RESOLVE_VIA_CARRIED_H
#define RESOLVE_VIA_CARRIED_H

#include "resolve/scene.h"

/* Gives statements without a `via` that of another one, which was made on the same occasion. All
 * else is known by then. */
void carry_via(scene *self);

/* Whether a statement may have come through an outlet that its sentence does not name. */
bool via_may_be_shared(const scene *self, size_t i);

/* Gives statement `i` the outlets of `from`. */
void via_share(scene *self, size_t i, size_t from);

#endif
