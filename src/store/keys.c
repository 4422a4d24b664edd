#include "store/keys.h"

#include "base/vec.h"

#include <string.h>
#include <xxhash.h>

enum { SHORT = 16 }; /* lists that are simply gone through */

void key_list_free(key_list *self) {
    mem_free(self->items);
    mem_free(self->slots);
    *self = (key_list){0};
}

/* Where the key's place stands, or would. */
static size_t slot_of(const key_list *self, int64_t key) {
    size_t at = (size_t)XXH3_64bits(&key, sizeof key) & (self->slot_count - 1);
    while (self->slots[at] != 0 && self->items[self->slots[at] - 1] != key) {
        at = (at + 1) & (self->slot_count - 1);
    }
    return at;
}

static void grow_slots(key_list *self) {
    self->slot_count = self->slot_count > 0 ? self->slot_count * 2 : (size_t)SHORT * 4;
    size_t size = mem_product(self->slot_count, sizeof *self->slots);
    mem_free(self->slots);
    self->slots = memset(mem_alloc(size), 0, size);
    for (size_t i = 0; i < self->count; i++) {
        self->slots[slot_of(self, self->items[i])] = i + 1;
    }
}

bool key_list_has(const key_list *self, int64_t key) {
    if (self->slot_count > 0) {
        return self->slots[slot_of(self, key)] != 0;
    }
    for (size_t i = 0; i < self->count; i++) {
        if (self->items[i] == key) {
            return true;
        }
    }
    return false;
}

void key_list_add(key_list *self, int64_t key) {
    if (key_list_has(self, key)) {
        return;
    }
    vec_push(self, key);
    if (self->count > SHORT && self->count > self->slot_count / 2) {
        grow_slots(self);
    } else if (self->slot_count > 0) {
        self->slots[slot_of(self, key)] = self->count;
    }
}

void key_list_add_rows(key_list *self, query *rows) {
    while (query_step(rows)) {
        key_list_add(self, column_int(rows, 0));
    }
    query_run(rows);
}

void key_list_add_from(key_list *self, store *from, const char *sql, int64_t key) {
    query rows = query_new(from, sql);
    query_int(&rows, key);
    key_list_add_rows(self, &rows);
    query_end(&rows);
}
