#include "base/vec.h"

enum { FIRST_CAPACITY = 8 };

void *vec_grow(void *items, size_t *capacity, size_t wanted, size_t item_size) {
    if (wanted <= *capacity) {
        return items;
    }
    size_t doubled = *capacity > 0 ? mem_product(*capacity, 2) : FIRST_CAPACITY;
    *capacity = wanted > doubled ? wanted : doubled;
    return mem_realloc(items, mem_product(*capacity, item_size));
}
