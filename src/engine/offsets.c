#include "engine/offsets.h"

#include "base/utf8.h"

#include <stdint.h>

/* The table adds less than a hundredth to the text; counting within a block takes less time than
 * writing the number. */
enum { BLOCK = 1024 };

offsets offsets_new(str text) {
    if (utf8_count(text) == text.size) {
        return (offsets){text, NULL};
    }
    offsets self = {text, mem_alloc(mem_product(text.size / BLOCK + 1, sizeof *self.before))};
    size_t count = 0;
    for (size_t begin = 0; begin <= text.size; begin += BLOCK) {
        self.before[begin / BLOCK] = count;
        count += utf8_count(str_slice(text, (span){begin, begin + BLOCK}));
    }
    return self;
}

void offsets_free(offsets *self) {
    mem_free(self->before);
    *self = (offsets){0};
}

size_t offsets_at(const offsets *self, size_t position) {
    if (self->before == NULL) {
        return position;
    }
    size_t begin = position / BLOCK * BLOCK;
    return self->before[position / BLOCK] +
           utf8_count(str_slice(self->text, (span){begin, position}));
}

/* The last block that begins at or before code point `count`. */
static size_t block_of(const offsets *self, size_t count) {
    size_t low = 0;
    size_t high = self->text.size / BLOCK + 1;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (self->before[middle] <= count) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

size_t offsets_position(const offsets *self, size_t count) {
    if (self->before == NULL) {
        return count <= self->text.size ? count : SIZE_MAX;
    }
    size_t block = block_of(self, count);
    size_t passed = self->before[block];
    size_t position = block * BLOCK;
    while (position < self->text.size && ((uint8_t)self->text.data[position] & 0xC0) == 0x80) {
        position++; /* counted in the block before */
    }
    while (passed < count && position < self->text.size) {
        utf8_next(self->text, &position);
        passed++;
    }
    return passed == count ? position : SIZE_MAX;
}
