/* Heap memory that never runs out: the one place where running out of it ends the process.
 *
 * What mem_alloc and mem_realloc return belongs to the caller and is given back with mem_free.
 * Sizes are in bytes. None of them returns NULL. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

/* Uninitialised bytes; a size of 0 gives a pointer that may be freed but not read. */
void *mem_alloc(size_t size);

/* `count` items of `size` bytes, all zero, from the beginning of a line of the cache on: vectors
 * that lie across two lines cost twice. For the numbers of the network. */
void *mem_alloc_lines(size_t count, size_t size);

/* Grows or shrinks `memory` (NULL: a new piece); the old pointer is no longer valid. */
void *mem_realloc(void *memory, size_t size);

/* NULL is allowed. */
void mem_free(void *memory);

/* count * size, or the end of the process where the product does not fit, as no machine has that
 * much memory. For the size of every array whose count comes from outside. */
size_t mem_product(size_t count, size_t size);

#endif
