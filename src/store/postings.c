#include "store/postings.h"

#include <stdlib.h>
#include <string.h>

/* An entry: the lower half of a key, then a mark, both with their upper bytes first, so that the
 * order of the bytes is that of the numbers. */
enum { KEY_BYTES = 2, MARK_BYTES = 3, ENTRY = KEY_BYTES + MARK_BYTES };

/* Greater than any mark. */
enum { NO_MARK = 1 << 8 * MARK_BYTES };

postings postings_begin(store *self) {
    return (postings){
        .of = self,
        .waits = waiting_now(self),
        .get = query_new(self, "SELECT entries FROM postings WHERE slot = ?"),
        .set = query_new(self, "INSERT OR REPLACE INTO postings (slot, entries) VALUES (?, ?)"),
        .drop = query_new(self, "DELETE FROM postings WHERE slot = ?"),
    };
}

void postings_end(postings *self) {
    query_end(&self->get);
    query_end(&self->set);
    query_end(&self->drop);
    buf_free(&self->slot);
}

static void put_entry(char out[ENTRY], uint32_t key, uint32_t mark) {
    const uint64_t whole = (uint64_t)(key & 0xFFFF) << 8 * MARK_BYTES | mark;
    for (size_t i = 0; i < ENTRY; i++) {
        out[i] = (char)(whole >> 8 * (ENTRY - 1 - i));
    }
}

static uint32_t mark_at(const buf *slot, size_t at) {
    uint32_t mark = 0;
    for (size_t i = 0; i < MARK_BYTES; i++) {
        mark = mark << 8 | (unsigned char)slot->data[at * ENTRY + KEY_BYTES + i];
    }
    return mark;
}

/* How many entries of the slot come before this one. */
static size_t place_of(const buf *slot, const char entry[ENTRY]) {
    size_t low = 0;
    size_t high = slot->size / ENTRY;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (memcmp(slot->data + middle * ENTRY, entry, ENTRY) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static void read_slot(postings *self, uint32_t key) {
    buf_clear(&self->slot);
    query_int(&self->get, key >> 16);
    if (query_step(&self->get)) {
        buf_put(&self->slot, column_str(&self->get, 0));
    }
    query_run(&self->get);
}

static void write_slot(postings *self, uint32_t key) {
    query *row = self->slot.size > 0 ? &self->set : &self->drop;
    query_int(row, key >> 16);
    if (self->slot.size > 0) {
        query_blob(row, buf_str(&self->slot));
    }
    query_run(row);
}

/* Those of the slot that was read and those that wait, each once, in order. */
static void list_marks(const postings *self, uint32_t key, mark_list *out) {
    char first[ENTRY];
    put_entry(first, key, 0);
    vec_clear(out);
    const waiting_list *waits = waiting_stretch(self->waits, key);
    const size_t waiting_end = waiting_place(waits, waiting_entry(key, 0) + NO_MARK);
    size_t next = waiting_place(waits, waiting_entry(key, 0));
    const size_t count = self->slot.size / ENTRY;
    for (size_t i = place_of(&self->slot, first);
         i < count && memcmp(self->slot.data + i * ENTRY, first, KEY_BYTES) == 0; i++) {
        const uint32_t mark = mark_at(&self->slot, i);
        for (; next < waiting_end && waits->items[next] <= waiting_entry(key, mark); next++) {
            if (waits->items[next] < waiting_entry(key, mark)) {
                vec_push(out, (uint32_t)waits->items[next] & (NO_MARK - 1));
            }
        }
        vec_push(out, mark);
    }
    for (; next < waiting_end; next++) {
        vec_push(out, (uint32_t)waits->items[next] & (NO_MARK - 1));
    }
}

void postings_of(postings *self, uint32_t key, mark_list *out) {
    read_slot(self, key);
    list_marks(self, key, out);
}

static bool is_there(const buf *slot, size_t place, const char entry[ENTRY]) {
    return place < slot->size / ENTRY && memcmp(slot->data + place * ENTRY, entry, ENTRY) == 0;
}

bool postings_put(postings *self, uint32_t key, uint32_t mark, mark_list *out) {
    char entry[ENTRY];
    read_slot(self, key);
    put_entry(entry, key, mark);
    const bool is_new = !is_there(&self->slot, place_of(&self->slot, entry), entry) &&
                        waiting_put(self->waits, key, mark);
    list_marks(self, key, out);
    return is_new;
}

bool postings_drop(postings *self, uint32_t key, uint32_t mark, mark_list *out) {
    char entry[ENTRY];
    read_slot(self, key);
    put_entry(entry, key, mark);
    const size_t place = place_of(&self->slot, entry);
    const bool was_in_slot = is_there(&self->slot, place, entry);
    if (was_in_slot) {
        char *at = self->slot.data + place * ENTRY;
        memmove(at, at + ENTRY, self->slot.size - ENTRY - place * ENTRY);
        self->slot.size -= ENTRY;
        write_slot(self, key);
    }
    const bool was_waiting = waiting_drop(self->waits, key, mark);
    list_marks(self, key, out);
    return was_in_slot || was_waiting;
}

/* --- of one mark ------------------------------------------------------------------------------ */

static int by_number(const void *a, const void *b) {
    const uint32_t x = *(const uint32_t *)a;
    const uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static uint32_t lower_key_at(const buf *slot, size_t at) {
    const char *entry = slot->data + at * ENTRY;
    return (uint32_t)(unsigned char)entry[0] << 8 | (unsigned char)entry[1];
}

static void add_from_slots(postings *self, uint32_t mark, found_by_list *out) {
    query slots = query_new(self->of, "SELECT slot, entries FROM postings");
    while (query_step(&slots)) {
        const uint32_t upper = (uint32_t)column_int(&slots, 0) << 16;
        buf_clear(&self->slot);
        buf_put(&self->slot, column_str(&slots, 1));
        for (size_t i = 0; i < self->slot.size / ENTRY; i++) {
            if (mark_at(&self->slot, i) == mark) {
                vec_push(out, upper | lower_key_at(&self->slot, i));
            }
        }
    }
    query_end(&slots);
}

void postings_keys(postings *self, uint32_t mark, found_by_list *out) {
    vec_clear(out);
    add_from_slots(self, mark, out);
    for (size_t i = 0; i < WAITING_STRETCHES; i++) {
        const waiting_list *waits = &self->waits->stretches[i];
        for (size_t k = 0; k < waits->count; k++) {
            if ((waits->items[k] & (NO_MARK - 1)) == mark) {
                vec_push(out, (uint32_t)(waits->items[k] >> 8 * MARK_BYTES));
            }
        }
    }
    if (out->count > 1) { /* none is twice: what waits is in no slot */
        qsort(out->items, out->count, sizeof *out->items, by_number);
    }
}

/* --- sweeping --------------------------------------------------------------------------------- */

/* Puts an entry into the slot that was read. */
static void put_in_slot(buf *slot, uint32_t key, uint32_t mark) {
    char entry[ENTRY];
    put_entry(entry, key, mark);
    const size_t place = place_of(slot, entry);
    if (!is_there(slot, place, entry)) {
        buf_put(slot, (str){entry, ENTRY}); /* room, which is then moved to its place */
        char *at = slot->data + place * ENTRY;
        memmove(at + ENTRY, at, slot->size - ENTRY - place * ENTRY);
        memcpy(at, entry, ENTRY);
    }
}

void postings_sweep(postings *self) {
    const waiting_list *waits = waiting_next(self->waits);
    for (size_t i = 0; i < waits->count;) {
        const uint32_t first = (uint32_t)(waits->items[i] >> 8 * MARK_BYTES);
        read_slot(self, first);
        for (; i < waits->count; i++) {
            const uint32_t key = (uint32_t)(waits->items[i] >> 8 * MARK_BYTES);
            if (key >> 16 != first >> 16) {
                break;
            }
            put_in_slot(&self->slot, key, (uint32_t)waits->items[i] & (NO_MARK - 1));
        }
        write_slot(self, first);
    }
    waiting_end_turn(self->of, self->waits);
}

size_t mark_place(const mark_list *of, uint32_t mark) {
    size_t low = 0;
    size_t high = of->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (of->items[middle] < mark) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}
