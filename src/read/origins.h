/* The way back from a text to what it was made of, through as many steps as it was made in. */
#ifndef READ_ORIGINS_H
#define READ_ORIGINS_H

#include "base/vec.h"
#include "read/read.h"

/* Ascending, the first at 0 of the text. What a run holds ends where the next begins. None at all:
 * the text is its source. */
typedef VEC(source_run) origins;

/* Adds what a stretch of the text that begins at `text` and holds `size` bytes was made of.
 * Stretches are added in order and leave no gap; equal ones that follow each other become one. */
void origins_add(origins *self, size_t text, size_t size, span source);

/* Forgets what was added from `text` on. */
void origins_cut(origins *self, size_t text);

/* Where a place of the text's source stands one step further back: `self` gets, instead of places
 * in a source, places in what that was made of, as `further` says. `size` is the text's. */
void origins_extend(origins *self, size_t size, const origins *further, size_t source_size);

/* A copy in the arena. */
source_run *origins_copy(arena *into, const origins *self);

#endif
