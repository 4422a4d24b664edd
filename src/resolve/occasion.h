/* At what kind of event something was said, and through which outlets and platforms it came. */
#ifndef RESOLVE_OCCASION_H
#define RESOLVE_OCCASION_H

#include "resolve/scene.h"

/* Fills in `occasion` of all relations, whose speakers and sourcing are known: first of those whose
 * own sentence tells, then of those that go on from one of the same speaker. Likewise `via`. */
void find_occasions(scene *self);

#endif
