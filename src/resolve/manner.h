/* How a statement is made: what decides whether it has an occasion and a time at all. */
#ifndef RESOLVE_MANNER_H
#define RESOLVE_MANNER_H

#include "resolve/scene.h"

/* Whether something is said, and not thought, planned or decreed. */
bool is_said(const scene *self, size_t i);

/* "has often said", "had once said": at no time in particular, or at another one. */
bool is_of_other_times(const scene *self, size_t i);

/* The relation in whose content this one lies, from 1; 0: in none. */
size_t outer_of(const scene *self, size_t i);

/* "“I think so,” he said": what a speaker says of himself. */
bool is_of_himself(const scene *self, size_t i);

/* "outer" for one in no content, "self" for what a speaker says of himself, else "inner". */
const char *nest_name(const scene *self, size_t i);

#endif
