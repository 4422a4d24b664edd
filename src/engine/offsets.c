#include "engine/offsets.h"

#include "base/utf8.h"

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
