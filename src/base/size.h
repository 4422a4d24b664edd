/* The lesser and the greater of two sizes. */
#ifndef BASE_SIZE_H
#define BASE_SIZE_H

#include <stddef.h>

static inline size_t size_least(size_t a, size_t b) {
    return a < b ? a : b;
}

static inline size_t size_greatest(size_t a, size_t b) {
    return a > b ? a : b;
}

#endif
