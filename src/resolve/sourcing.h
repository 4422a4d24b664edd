/* How a document identifies who is behind a statement. */
#ifndef RESOLVE_SOURCING_H
#define RESOLVE_SOURCING_H

#include "resolve/scene.h"

/* Fills in `sourcing` and its certainty for relation `i`, whose speaker is known. */
void find_sourcing(scene *self, size_t i);

#endif
