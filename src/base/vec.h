/* A growing array of any type.
 *
 *     VEC(span) found = {0};
 *     vec_push(&found, (span){3, 7});
 *     for (size_t i = 0; i < found.count; i++) { use(found.items[i]); }
 *     vec_free(&found);
 *
 * The vector owns its items' memory, not what they point to. All zero is an empty vector. A push
 * or reserve may move the items, so pointers to them are good until then only. VEC makes a new
 * type each time: give it a name with typedef where it crosses functions. The macros evaluate the
 * vector more than once, the item once. */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include "base/memory.h"

#include <stddef.h>

#define VEC(T)                                                                                     \
    struct {                                                                                       \
        T *items;                                                                                  \
        size_t count, capacity;                                                                    \
    }

/* Room for at least `n` items in all. */
#define vec_reserve(v, n)                                                                          \
    ((v)->items = vec_grow((v)->items, &(v)->capacity, (n), sizeof *(v)->items))

#define vec_push(v, ...)                                                                           \
    ((v)->count < (v)->capacity ? (void)0 : (void)vec_reserve((v), (v)->count + 1),                \
     (v)->items[(v)->count++] = (__VA_ARGS__))

/* Empty, with its memory kept for the next round. */
#define vec_clear(v) ((void)((v)->count = 0))

/* Empty, with its memory given back; may be used again. */
#define vec_free(v) (mem_free((v)->items), (v)->items = NULL, (v)->count = (v)->capacity = 0)

/* For the macros: `items` with room for `wanted`, and `*capacity` to match. */
void *vec_grow(void *items, size_t *capacity, size_t wanted, size_t item_size);

#endif
