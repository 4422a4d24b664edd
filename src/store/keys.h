/* Keys of rows, each of them once. */
#ifndef STORE_KEYS_H
#define STORE_KEYS_H

#include "base/vec.h"

#include <stdint.h>

typedef VEC(int64_t) key_list;

/* At the end, if it is not there. Looks through the list: for short ones. */
static inline void key_list_add(key_list *to, int64_t key) {
    for (size_t i = 0; i < to->count; i++) {
        if (to->items[i] == key) {
            return;
        }
    }
    vec_push(to, key);
}

#endif
