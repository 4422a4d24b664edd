#include "engine/neighbours.h"

#include "base/vec.h"

/* What was read of a text takes some hundred times its bytes. */
enum { KEPT_MOST = 128, BYTES_MOST = 1 << 20 };

struct neighbours {
    VEC(neighbour *) kept;
    size_t bytes; /* of their texts */
    uint64_t turn;
};

neighbours *neighbours_new(void) {
    neighbours *self = mem_alloc(sizeof *self);
    *self = (neighbours){.turn = 1};
    return self;
}

void neighbour_free(neighbour *self) {
    hearsay_document_free(self->document);
    arena_free(self->memory);
}

static void drop(neighbours *self, size_t place) {
    neighbour *gone = self->kept.items[place];
    self->bytes -= gone->read.text.size;
    self->kept.items[place] = self->kept.items[--self->kept.count];
    neighbour_free(gone);
    mem_free(gone);
}

void neighbours_free(neighbours *self) {
    while (self != NULL && self->kept.count > 0) {
        drop(self, self->kept.count - 1);
    }
    if (self != NULL) {
        vec_free(&self->kept);
    }
    mem_free(self);
}

void neighbours_turn(neighbours *self) {
    self->turn++;
}

const neighbour *neighbours_find(neighbours *self, int64_t key) {
    for (size_t i = 0; i < self->kept.count; i++) {
        if (self->kept.items[i]->key == key) {
            self->kept.items[i]->used = self->turn;
            return self->kept.items[i];
        }
    }
    return NULL;
}

/* The one that was asked for the longest ago, but not in this turn; their number: there is none. */
static size_t find_oldest(const neighbours *self) {
    size_t oldest = self->kept.count;
    uint64_t used = self->turn;
    for (size_t i = 0; i < self->kept.count; i++) {
        if (self->kept.items[i]->used < used) {
            used = self->kept.items[i]->used;
            oldest = i;
        }
    }
    return oldest;
}

static bool is_full(const neighbours *self) {
    return self->kept.count >= KEPT_MOST || self->bytes > BYTES_MOST;
}

const neighbour *neighbours_keep(neighbours *self, neighbour read) {
    for (size_t old = find_oldest(self); is_full(self) && old < self->kept.count;
         old = find_oldest(self)) {
        drop(self, old);
    }
    neighbour *made = mem_alloc(sizeof *made);
    *made = read;
    made->used = self->turn;
    self->bytes += read.read.text.size;
    vec_push(&self->kept, made);
    return made;
}
