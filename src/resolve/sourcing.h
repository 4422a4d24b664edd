/* How a document identifies who is behind a statement. */
#ifndef RESOLVE_SOURCING_H
#define RESOLVE_SOURCING_H

#include "resolve/scene.h"

/* Fills in `sourcing` and its certainty for relation `i`, whose speaker is known. */
void find_sourcing(scene *self, size_t i);

/* The words that name who or what the source is: "spokesman" of "a Pentagon spokesman who asked not
 * to be named". Empty where none of them is listed. */
word_range source_head(const scene *self, size_t i);

#endif
