/* Outlets and platforms by name. */
#ifndef RESOLVE_OUTLETS_H
#define RESOLVE_OUTLETS_H

#include "resolve/outlet_names.h"
#include "resolve/scene.h"

/* The name of the outlet, programme or platform that begins at word `at`, before word `last`, or
 * data NULL. `*length` gets its words. */
str outlet_at(const scene *self, size_t at, size_t last, size_t *length);

/* The same, in full where the text named it so before, and what is meant by "the newspaper" or "the
 * podcast “Harbour Talk”" at word `at`. */
str outlet_meant_at(const scene *self, size_t at, size_t *length);

#endif
