#include "store/commons.h"

#include <string.h>

/* As many fit into some megabytes; where there are more, all are forgotten. */
enum { FIRST_ROOM = 1 << 8, MOST = 1 << 15 };

/* Where a key is, or would be. Keys are hashes, whose lowest bits tell what they are worth. */
static common_key *place_of(const commons *self, uint32_t key) {
    size_t at = (key >> 2) & (self->keys.count - 1);
    while (self->keys.items[at].folds[0] != 0 && self->keys.items[at].key != key) {
        at = (at + 1) & (self->keys.count - 1);
    }
    return &self->keys.items[at];
}

common_key *commons_find(const commons *self, uint32_t key) {
    common_key *found = self->keys.count > 0 ? place_of(self, key) : NULL;
    return found != NULL && found->folds[0] != 0 ? found : NULL;
}

static void grow(commons *self) {
    commons wider = {.count = self->count};
    const size_t room = self->keys.count > 0 ? 2 * self->keys.count : FIRST_ROOM;
    vec_reserve(&wider.keys, room);
    wider.keys.count = room;
    memset(wider.keys.items, 0, room * sizeof *wider.keys.items);
    for (size_t i = 0; i < self->keys.count; i++) {
        const common_key *each = &self->keys.items[i];
        if (each->folds[0] != 0) {
            *place_of(&wider, each->key) = *each;
        }
    }
    vec_free(&self->keys);
    *self = wider;
}

void commons_put(commons *self, uint32_t key, const uint32_t *folds) {
    if (self->count == MOST) {
        commons_forget(self);
    }
    if (2 * self->count >= self->keys.count) {
        grow(self);
    }
    common_key *made = place_of(self, key);
    made->key = key;
    memcpy(made->folds, folds, sizeof made->folds);
    self->count++;
}

void commons_forget(commons *self) {
    vec_free(&self->keys);
    self->count = 0;
}
