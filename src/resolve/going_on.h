/* What is said on the same occasion as something else, and so has its occasion, date and outlets.
 */
#ifndef RESOLVE_GOING_ON_H
#define RESOLVE_GOING_ON_H

#include "resolve/scene.h"

/* Gives each relation whose own words do not tell `occasion`, `date` or `via` those of one that it
 * goes on from: of the same speaker, or of what the document is about. */
void go_on_from_each_other(scene *self);

#endif
