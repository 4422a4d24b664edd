/* The way back from a reading's text to its original. */
#include "read/read.h"

/* The run that the byte at `text` belongs to. */
static size_t run_of(const reading *self, size_t text) {
    size_t low = 0;
    size_t high = self->source_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (self->sources[middle].text <= text) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

/* Where one byte of the text comes from. */
static span source_of(const reading *self, size_t text) {
    size_t i = run_of(self, text);
    const source_run *from = &self->sources[i];
    bool last = i + 1 == self->source_count;
    size_t size = (last ? self->view.text.size : self->sources[i + 1].text) - from->text;
    if (from->source_end - from->source != size) {
        return (span){from->source, from->source_end};
    }
    size_t at = from->source + (text - from->text);
    return (span){at, at + 1};
}

span reading_source(const reading *self, span part) {
    size_t size = self->view.text.size;
    if (part.end > size || part.begin > part.end) {
        part = (span){part.begin < size ? part.begin : size, size};
    }
    if (self->source_count == 0) {
        return part;
    }
    if (part.begin == part.end) {
        size_t at = part.begin < size ? source_of(self, part.begin).begin
                    : size > 0        ? source_of(self, size - 1).end
                                      : 0;
        return (span){at, at};
    }
    return (span){source_of(self, part.begin).begin, source_of(self, part.end - 1).end};
}
