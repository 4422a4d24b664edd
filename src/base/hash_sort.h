/* Sorting what begins with a hash.
 *
 * Hashes are spread evenly, so nearly all of them are in their places once they lie in as many
 * heaps as there are items, by their upper bits; what is left to be compared is next to nothing.
 * Where they are not, as of one word a thousand times, a heap is sorted as usual. */
#ifndef BASE_HASH_SORT_H
#define BASE_HASH_SORT_H

#include <stddef.h>

/* Items of `size` bytes, HASH_SORT_MOST at most, each of which begins with a uint64_t. `compare`,
 * as for qsort, asks that first. */
enum { HASH_SORT_MOST = 64 };
void hash_sort(void *items, size_t count, size_t size,
               int (*compare)(const void *one, const void *other));

#endif
