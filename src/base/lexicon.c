#include "base/lexicon.h"

#include "base/memory.h"

#include <string.h>
#include <xxhash.h>

enum { FIRST_CAPACITY = 64 };

/* Where `key` stands, or the free entry where it would. */
static lexicon_entry *probe(lexicon_entry *entries, size_t capacity, str key) {
    size_t at = (size_t)XXH3_64bits(key.data, key.size) & (capacity - 1);
    while (entries[at].used && !str_equal(entries[at].key, key)) {
        at = (at + 1) & (capacity - 1);
    }
    return &entries[at];
}

static void grow(lexicon *self) {
    size_t capacity = self->capacity > 0 ? self->capacity * 2 : FIRST_CAPACITY;
    size_t size = mem_product(capacity, sizeof(lexicon_entry));
    lexicon_entry *entries = memset(mem_alloc(size), 0, size);
    for (size_t i = 0; i < self->capacity; i++) {
        if (self->entries[i].used) {
            *probe(entries, capacity, self->entries[i].key) = self->entries[i];
        }
    }
    mem_free(self->entries);
    self->entries = entries;
    self->capacity = capacity;
}

uint32_t *lexicon_put(lexicon *self, str key) {
    if (self->count >= self->capacity / 2) {
        grow(self);
    }
    lexicon_entry *entry = probe(self->entries, self->capacity, key);
    if (!entry->used) {
        *entry = (lexicon_entry){.key = key, .used = true};
        self->count++;
    }
    return &entry->value;
}

const uint32_t *lexicon_find(const lexicon *self, str key) {
    if (self->count == 0) {
        return NULL;
    }
    const lexicon_entry *entry = probe(self->entries, self->capacity, key);
    return entry->used ? &entry->value : NULL;
}

void lexicon_free(lexicon *self) {
    mem_free(self->entries);
    *self = (lexicon){0};
}
