/* An arena: memory that grows piece by piece and is freed at once.
 *
 * The caller owns the arena; everything that was allocated from it belongs to it and dies with it.
 * One document has one arena. An arena is used by one thread at a time. Sizes are in bytes, and
 * nothing here fails (base/memory.h). */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

typedef struct arena arena;

arena *arena_new(void);

/* NULL is allowed. */
void arena_free(arena *self);

/* Uninitialised bytes, aligned to 16. */
void *arena_alloc(arena *self, size_t size);

/* The same, all zero. */
void *arena_zalloc(arena *self, size_t size);

/* A copy of `size` bytes; `data` may be NULL where size is 0. */
void *arena_copy(arena *self, const void *data, size_t size);

/* What the arena holds from the system, so that a reader can bound it. */
size_t arena_size(const arena *self);

/* An array of `n` zeroed values of type `T`. */
#define arena_array(a, T, n) ((T *)arena_zalloc((a), mem_product((n), sizeof(T))))

#include "base/memory.h" /* mem_product, for arena_array */

#endif
