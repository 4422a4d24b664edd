/* How far it is said that something is said: it is, it is not, it would be, it is asked. */
#ifndef RESOLVE_POLARITY_H
#define RESOLVE_POLARITY_H

#include "resolve/scene.h"

/* Fills in `polarity` of relation `i`. */
void find_polarity(scene *self, size_t i);

#endif
