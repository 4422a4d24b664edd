#include "store/entries.h"

#include <stdbool.h>

/* Before the gaps: how many there are, four bytes, the lowest first. */
enum { COUNT_BYTES = 4, BYTE = 8 };

/* How many of a gap's lowest bits are written as they are, if there are so many gaps: the rest is
 * one or two as a rule, and written as so many ones and a zero. */
static unsigned plain_bits(size_t count) {
    unsigned bits = ENTRY_BITS - 1;
    while (bits > 0 && (uint64_t)count << bits > (uint64_t)1 << ENTRY_BITS) {
        bits--;
    }
    return bits;
}

/* --- writing ---------------------------------------------------------------------------------- */

/* Bits come into a byte from the lowest on. */
typedef struct {
    buf *out;
    uint64_t waiting; /* [count] bits that make no whole byte yet */
    unsigned count;
} bit_writer;

static void put_bits(bit_writer *self, uint64_t bits, unsigned count) {
    self->waiting |= bits << self->count;
    for (self->count += count; self->count >= BYTE; self->count -= BYTE) {
        buf_putc(self->out, (char)self->waiting);
        self->waiting >>= BYTE;
    }
}

void entries_pack(const entry_list *entries, buf *out) {
    const unsigned plain = plain_bits(entries->count);
    bit_writer to = {.out = out};
    put_bits(&to, entries->count & 0xFFFFFFFF, COUNT_BYTES * BYTE);
    for (size_t i = 0; i < entries->count; i++) {
        const uint64_t gap = entries->items[i] - (i > 0 ? entries->items[i - 1] : 0);
        for (uint64_t rest = gap >> plain; rest > 0; rest--) {
            put_bits(&to, 1, 1);
        }
        put_bits(&to, 0, 1);
        put_bits(&to, gap & (((uint64_t)1 << plain) - 1), plain);
    }
    put_bits(&to, 0, BYTE - 1); /* what is left of the last byte */
}

/* --- reading ---------------------------------------------------------------------------------- */

typedef struct {
    str from;
    size_t at;        /* the next byte */
    uint64_t waiting; /* [count] bits of those before it */
    unsigned count;
} bit_reader;

/* At least 57 bits, as far as there are so many. */
static void fill(bit_reader *self) {
    for (; self->count <= 64 - BYTE && self->at < self->from.size; self->count += BYTE) {
        self->waiting |= (uint64_t)(unsigned char)self->from.data[self->at++] << self->count;
    }
}

static bool take_bits(bit_reader *self, unsigned count, uint64_t *bits) {
    fill(self);
    if (self->count < count) {
        return false;
    }
    *bits = self->waiting & (((uint64_t)1 << count) - 1);
    self->waiting >>= count;
    self->count -= count;
    return true;
}

static bool take_gap(bit_reader *self, unsigned plain, uint64_t *gap) {
    uint64_t rest = 0;
    uint64_t bit = 1;
    for (;; rest++) {
        if (!take_bits(self, 1, &bit)) {
            return false;
        }
        if (bit == 0) {
            break;
        }
    }
    if (!take_bits(self, plain, gap)) {
        return false;
    }
    *gap |= rest << plain;
    return true;
}

void entries_unpack(str packed, entry_list *out) {
    bit_reader from = {.from = packed};
    uint64_t count, gap;
    uint64_t last = 0;
    vec_clear(out);
    if (!take_bits(&from, COUNT_BYTES * BYTE, &count)) {
        return;
    }
    for (const unsigned plain = plain_bits(count); count > 0 && take_gap(&from, plain, &gap);
         count--) {
        last += gap;
        vec_push(out, last);
    }
}

size_t entries_place(const entry_list *in, uint64_t entry) {
    size_t low = 0;
    size_t high = in->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (in->items[middle] < entry) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}
