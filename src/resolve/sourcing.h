/* How a document identifies who is behind a statement. */
#ifndef RESOLVE_SOURCING_H
#define RESOLVE_SOURCING_H

#include "resolve/scene.h"

/* Fills in `sourcing` and its certainty for relation `i`, whose speaker is known. */
void find_sourcing(scene *self, size_t i);

/* Gives relation `i` the speaker whom it is presumed to name: the likeliest, or else nobody. Once
 * the sourcing of all is known, which asks who else is described by the same words. */
void settle_presumed(scene *self, size_t i);

#endif
