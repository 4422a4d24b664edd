#include "store/entries.h"

#include <string.h>

/* More than the bits that are left over of the last byte. */
enum { BYTE = 8, WORD = 8, LEAST_PLAIN = BYTE };

/* Who asks for one key of many entries would read half of them. So before the gaps there are points
 * from where to read on: their number, and of each the entry before it and the bit of the gaps at
 * which the next one begins. The first byte tells whether there are some. */
enum { POINT_EVERY = 64, POINT_ENTRY = 6, POINT_BIT = 4, POINT_BYTES = POINT_ENTRY + POINT_BIT };
enum { POINT_COUNT = 3, HAS_POINTS = 0x40 };

static const uint64_t FOLD = ((uint64_t)1 << ENTRY_FOLD_BITS) - 1;

/* How many bits the greatest of the folds takes, with which what is written begins. */
static unsigned fold_bits(const entry_list *entries) {
    uint64_t all = 1;
    for (size_t i = 0; i < entries->count; i++) {
        all |= entries->items[i] & FOLD;
    }
    return 64 - (unsigned)__builtin_clzll(all);
}

/* An entry with so many bits for its fold, and back. */
static uint64_t narrow(uint64_t entry, unsigned bits) {
    return entry >> ENTRY_FOLD_BITS << bits | (entry & FOLD);
}

static uint64_t widen(uint64_t narrowed, unsigned bits) {
    return narrowed >> bits << ENTRY_FOLD_BITS | (narrowed & (((uint64_t)1 << bits) - 1));
}

/* How many of a gap's lowest bits are written as they are, if there are so many gaps between
 * entries of so many bits: what is above them is one or two as a rule, and written before as so
 * many ones and a zero. It is written second. */
static unsigned plain_bits(size_t count, unsigned of) {
    unsigned bits = of - 1;
    while (bits > LEAST_PLAIN && (uint64_t)count << bits > (uint64_t)1 << of) {
        bits--;
    }
    return bits;
}

/* Eight bytes as a number whose lowest byte is the first, and back. */
static inline uint64_t in_order(uint64_t word) {
    return __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? word : __builtin_bswap64(word);
}

/* --- writing ---------------------------------------------------------------------------------- */

/* Bits come into a byte from the lowest on; there is room for all, and for WORD bytes more. */
typedef struct {
    char *next;
    uint64_t waiting; /* [count] bits that make no whole byte yet */
    unsigned count;
} bit_writer;

static inline void put_bits(bit_writer *self, uint64_t bits, unsigned count) {
    self->waiting |= bits << self->count;
    self->count += count;
    const uint64_t word = in_order(self->waiting);
    memcpy(self->next, &word, WORD);
    const unsigned whole = self->count / BYTE;
    self->next += whole;
    self->waiting = whole < WORD ? self->waiting >> whole * BYTE : 0;
    self->count -= whole * BYTE;
}

static void put_gap(bit_writer *self, uint64_t gap, unsigned plain) {
    uint64_t rest = gap >> plain;
    for (; rest > BYTE; rest--) {
        put_bits(self, 1, 1);
    }
    const uint64_t ones = ((uint64_t)1 << rest) - 1; /* then a zero, and what is plain */
    const uint64_t low = gap & (((uint64_t)1 << plain) - 1);
    put_bits(self, ones | low << rest << 1, (unsigned)rest + 1 + plain);
}

/* A number, its lowest byte first. */
static void put_bytes(char **to, uint64_t number, size_t count) {
    for (size_t i = 0; i < count; i++) {
        *(*to)++ = (char)(number >> BYTE * i);
    }
}

static size_t point_count(size_t entries) {
    return entries > 0 ? (entries - 1) / POINT_EVERY : 0;
}

/* The bytes that so many gaps take at most, if the last entry is such: their ones together are no
 * more than those of one gap to it. */
static size_t room_for(size_t count, uint64_t last, unsigned plain) {
    return (size_t)(last >> plain) / BYTE + count * (1 + plain) / BYTE + 4;
}

static size_t room_for_points(size_t count) {
    return count > 0 ? POINT_COUNT + count * POINT_BYTES : 0;
}

static void put_gaps(bit_writer *to, const entry_list *entries, unsigned folds, unsigned plain,
                     char *points) {
    const char *begin = to->next;
    uint64_t last = 0;
    for (size_t i = 0; i < entries->count; i++) {
        if (i > 0 && i % POINT_EVERY == 0) {
            put_bytes(&points, last, POINT_ENTRY);
            put_bytes(&points, (size_t)(to->next - begin) * BYTE + to->count, POINT_BIT);
        }
        const uint64_t entry = narrow(entries->items[i], folds);
        put_gap(to, entry - last, plain);
        last = entry;
    }
    put_bits(to, 0, BYTE - 1); /* what is left of the last byte; too little for an entry */
}

void entries_pack(const entry_list *entries, buf *out) {
    const unsigned folds = fold_bits(entries);
    const unsigned plain = plain_bits(entries->count, ENTRY_BITS - ENTRY_FOLD_BITS + folds);
    const size_t count = entries->count;
    const size_t points = point_count(count);
    const uint64_t last = count > 0 ? narrow(entries->items[count - 1], folds) : 0;
    buf_reserve(out, 2 + room_for_points(points) + room_for(count, last, plain) + WORD);
    char *to = out->data + out->size;
    put_bytes(&to, folds | (points > 0 ? HAS_POINTS : 0U), 1);
    put_bytes(&to, plain, 1);
    if (points > 0) {
        put_bytes(&to, points, POINT_COUNT);
    }
    bit_writer gaps = {.next = to + points * POINT_BYTES};
    put_gaps(&gaps, entries, folds, plain, to);
    out->size = (size_t)(gaps.next - out->data);
    *gaps.next = '\0';
}

/* --- reading ---------------------------------------------------------------------------------- */

typedef struct {
    str from;
    size_t at;        /* the next byte */
    uint64_t waiting; /* [count] bits of those before it */
    unsigned count;
} bit_reader;

/* At least 56 bits, as far as there are so many. Above those that are counted there may be some of
 * the bytes to come, which are the same when their turn comes. */
static inline void fill(bit_reader *self) {
    if (self->from.size - self->at >= sizeof self->waiting) {
        uint64_t word;
        memcpy(&word, self->from.data + self->at, WORD);
        self->waiting |= in_order(word) << self->count;
        self->at += (63 - self->count) / BYTE;
        self->count |= 64 - BYTE;
        return;
    }
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

/* Ones up to a zero. */
static bool take_ones(bit_reader *self, uint64_t *ones) {
    for (*ones = 0;;) {
        fill(self);
        const unsigned run = ~self->waiting != 0 ? (unsigned)__builtin_ctzll(~self->waiting) : 64;
        if (run < self->count) {
            *ones += run;
            self->waiting = self->waiting >> run >> 1; /* 64 bits at once could not be shifted */
            self->count -= run + 1;
            return true;
        }
        if (self->at == self->from.size) {
            return false;
        }
        *ones += self->count;
        self->waiting = self->count = 0;
    }
}

/* The gap to the next entry; false at the end. */
static bool take_gap(bit_reader *self, unsigned plain, uint64_t *gap) {
    uint64_t ones, rest;
    if (!take_ones(self, &ones) || !take_bits(self, plain, &rest)) {
        return false;
    }
    *gap = ones << plain | rest;
    return true;
}

/* The entries after `last` that lie from `first` on and before `end`. Up to its last bytes a
 * packing is read with nothing but what is in registers, as many slots are read for each document.
 */
static void take_between(bit_reader *from, unsigned folds, unsigned plain, uint64_t last,
                         uint64_t first, uint64_t end, entry_list *out) {
    const uint64_t low = ((uint64_t)1 << plain) - 1;
    for (uint64_t gap; last < end;) {
        bit_reader fast = *from;
        while (fast.from.size - fast.at >= WORD) {
            fill(&fast);
            const uint64_t ones = ~fast.waiting;
            const unsigned run = ones != 0 ? (unsigned)__builtin_ctzll(ones) : 64;
            const unsigned all = run + 1 + plain;
            if (all > fast.count) {
                break;
            }
            last += (uint64_t)run << plain | (fast.waiting >> run >> 1 & low);
            fast.waiting >>= all;
            fast.count -= all;
            if (last >= end) {
                return;
            }
            if (last >= first) {
                vec_push(out, widen(last, folds));
            }
        }
        *from = fast;
        if (!take_gap(from, plain, &gap) || (last += gap) >= end) {
            return;
        }
        if (last >= first) {
            vec_push(out, widen(last, folds));
        }
    }
}

static void take_gaps(bit_reader *from, unsigned folds, unsigned plain, entry_list *out) {
    const uint64_t end = (uint64_t)1 << (ENTRY_BITS - ENTRY_FOLD_BITS + folds);
    vec_reserve(out, BYTE * from->from.size / (1 + plain) + 1); /* no entry takes less */
    take_between(from, folds, plain, 0, 0, end, out);
}

static uint64_t read_bytes(const char *from, size_t count) {
    uint64_t number = 0;
    for (size_t i = count; i-- > 0;) {
        number = number << BYTE | (unsigned char)from[i];
    }
    return number;
}

/* What was packed: how its entries are written, and what they are read from. */
typedef struct {
    unsigned folds, plain;
    str points, gaps;
} packing;

/* False where it is damaged. */
static bool open_packing(str packed, packing *out) {
    if (packed.size < 2) {
        return false;
    }
    const unsigned folds = (unsigned char)packed.data[0];
    *out = (packing){.folds = folds & (HAS_POINTS - 1U),
                     .plain = (unsigned char)packed.data[1],
                     .gaps = str_slice(packed, (span){2, packed.size})};
    if ((folds & HAS_POINTS) != 0) {
        if (out->gaps.size < POINT_COUNT) {
            return false;
        }
        const uint64_t points = read_bytes(out->gaps.data, POINT_COUNT);
        const size_t end = POINT_COUNT + (size_t)points * POINT_BYTES;
        if (end > out->gaps.size) {
            return false;
        }
        out->points = str_slice(out->gaps, (span){POINT_COUNT, end});
        out->gaps = str_slice(out->gaps, (span){end, out->gaps.size});
    }
    return out->folds <= ENTRY_FOLD_BITS && out->plain < ENTRY_BITS;
}

void entries_unpack(str packed, entry_list *out) {
    packing all;
    vec_clear(out);
    if (open_packing(packed, &all)) {
        bit_reader from = {.from = all.gaps};
        take_gaps(&from, all.folds, all.plain, out);
    }
}

/* Goes on at the last point before an entry, whose own entry that gives; 0 where there is none. */
static uint64_t go_to(bit_reader *from, str points, uint64_t entry) {
    size_t low = 0; /* of the first point that is not before it */
    size_t high = points.size / POINT_BYTES;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (read_bytes(points.data + middle * POINT_BYTES, POINT_ENTRY) < entry) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == 0) {
        return 0;
    }
    const char *point = points.data + (low - 1) * POINT_BYTES;
    const uint64_t bit = read_bytes(point + POINT_ENTRY, POINT_BIT);
    uint64_t skipped;
    *from = (bit_reader){.from = from->from, .at = (size_t)(bit / BYTE)};
    from->at = from->at < from->from.size ? from->at : from->from.size;
    take_bits(from, (unsigned)(bit % BYTE), &skipped);
    return read_bytes(point, POINT_ENTRY);
}

void entries_unpack_key(str packed, uint64_t key, entry_list *out) {
    packing all;
    vec_clear(out);
    if (!open_packing(packed, &all)) {
        return;
    }
    const uint64_t first = key << all.folds;
    const uint64_t end = (key + 1) << all.folds;
    bit_reader from = {.from = all.gaps};
    const uint64_t last = go_to(&from, all.points, first);
    take_between(&from, all.folds, all.plain, last, first, end, out);
}

/* --- in memory ---------------------------------------------------------------------------------
 */

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

static bool is_at(const entry_list *in, size_t place, uint64_t entry) {
    return place < in->count && in->items[place] == entry;
}

bool entries_have(const entry_list *in, uint64_t entry) {
    return is_at(in, entries_place(in, entry), entry);
}

bool entries_put(entry_list *into, uint64_t entry) {
    const size_t place = entries_place(into, entry);
    if (is_at(into, place, entry)) {
        return false;
    }
    vec_push(into, entry); /* room, which is then moved to its place */
    uint64_t *at = into->items + place;
    memmove(at + 1, at, (into->count - 1 - place) * sizeof *at);
    *at = entry;
    return true;
}

bool entries_drop(entry_list *from, uint64_t entry) {
    const size_t place = entries_place(from, entry);
    if (!is_at(from, place, entry)) {
        return false;
    }
    uint64_t *at = from->items + place;
    memmove(at, at + 1, (--from->count - place) * sizeof *at);
    return true;
}
