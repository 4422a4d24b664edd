#include "base/arena.h"

#include "base/memory.h"

#include <stdalign.h>
#include <stdint.h>
#include <string.h>

enum { ALIGNMENT = 16 };

/* Under AddressSanitizer every allocation gets a block of its own, so that one byte too far is
 * found there; else blocks double from FIRST_BLOCK to LAST_BLOCK, as most documents are small. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define EACH_ALONE 1
#endif
#endif
#if defined(EACH_ALONE) || defined(__SANITIZE_ADDRESS__)
enum { FIRST_BLOCK = 0, LAST_BLOCK = 0 };
#else
enum { FIRST_BLOCK = 16 << 10, LAST_BLOCK = 1 << 20 };
#endif

typedef struct block {
    struct block *older;
    alignas(ALIGNMENT) char bytes[];
} block;

struct arena {
    block *newest;
    char *next;        /* the first free byte of the block that small pieces come from */
    size_t left;       /* free bytes from there */
    size_t block_size; /* of the next such block */
    size_t size;       /* of all blocks */
};

arena *arena_new(void) {
    arena *self = mem_alloc(sizeof *self);
    *self = (arena){.block_size = FIRST_BLOCK, .size = sizeof *self};
    return self;
}

void arena_free(arena *self) {
    if (self == NULL) {
        return;
    }
    for (block *each = self->newest; each != NULL;) {
        block *older = each->older;
        mem_free(each);
        each = older;
    }
    mem_free(self);
}

static block *add_block(arena *self, size_t size) {
    if (size > SIZE_MAX / 2) {
        mem_product(size, 3); /* ends the process: no sum below overflows */
    }
    block *added = mem_alloc(sizeof *added + size);
    added->older = self->newest;
    self->newest = added;
    self->size += sizeof *added + size;
    return added;
}

void *arena_alloc(arena *self, size_t size) {
    if (size >= self->block_size / 4) {
        return add_block(self, size)->bytes; /* alone; the current block keeps its room */
    }
    size_t rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (rounded > self->left) {
        self->left = self->block_size;
        self->next = add_block(self, self->left)->bytes;
        self->block_size = self->block_size < LAST_BLOCK ? self->block_size * 2 : LAST_BLOCK;
    }
    char *result = self->next;
    self->next += rounded;
    self->left -= rounded;
    return result;
}

void *arena_zalloc(arena *self, size_t size) {
    return memset(arena_alloc(self, size), 0, size);
}

void *arena_copy(arena *self, const void *data, size_t size) {
    void *copy = arena_alloc(self, size);
    if (size > 0) {
        memcpy(copy, data, size);
    }
    return copy;
}

size_t arena_size(const arena *self) {
    return self->size;
}
