/* What somebody does to a content: says, thinks, plans, sees, orders or likes it. */
#ifndef RESOLVE_KIND_H
#define RESOLVE_KIND_H

#include "resolve/scene.h"

/* Fills in `kind` of relation `i`, whose sourcing is known. */
void find_kind(scene *self, size_t i);

#endif
