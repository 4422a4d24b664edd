/* What is reported inside what is reported: "He said she knew." */
#ifndef ATTRIBUTE_NESTING_H
#define ATTRIBUTE_NESTING_H

#include "attribute/window_reader.h"

/* Reads the contents of the relations found so far as texts of their own, and those of what is
 * found there, to any depth; keeps what is new. At most a set share of `read` pieces is read again.
 */
void read_contents(window_reader *self, size_t read);

/* Gives every relation its parent: the one with the shortest content that holds it. They are in
 * their final order. */
void find_parents(const segmentation *text, relation *items, size_t count);

#endif
