#include "store/postings.h"

#include <stdlib.h>

/* Of a key that the row of its slot does not tell. */
enum { LOWER_BITS = ENTRY_BITS - ENTRY_MARK_BITS };

/* Greater than any mark. */
enum { NO_MARK = 1 << ENTRY_MARK_BITS };

static const uint64_t IN_SLOT = ((uint64_t)1 << ENTRY_BITS) - 1;

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
    vec_free(&self->slot);
    buf_free(&self->packed);
}

static uint64_t slot_entry(uint32_t key, uint32_t mark) {
    return waiting_entry(key, mark) & IN_SLOT;
}

static uint32_t mark_of(uint64_t entry) {
    return (uint32_t)entry & (NO_MARK - 1);
}

static void read_slot(postings *self, uint32_t key) {
    vec_clear(&self->slot);
    query_int(&self->get, key >> LOWER_BITS);
    if (query_step(&self->get)) {
        entries_unpack(column_str(&self->get, 0), &self->slot);
    }
    query_run(&self->get);
}

static void write_slot(postings *self, uint32_t key) {
    query *row = self->slot.count > 0 ? &self->set : &self->drop;
    query_int(row, key >> LOWER_BITS);
    if (self->slot.count > 0) {
        buf_clear(&self->packed);
        entries_pack(&self->slot, &self->packed);
        query_blob(row, buf_str(&self->packed));
    }
    query_run(row);
}

/* Those of the slot that was read and those that wait, each once, in order. */
static void list_marks(const postings *self, uint32_t key, mark_list *out) {
    vec_clear(out);
    const entry_list *waits = waiting_stretch(self->waits, key);
    const size_t waiting_end = entries_place(waits, waiting_entry(key, 0) + NO_MARK);
    size_t next = entries_place(waits, waiting_entry(key, 0));
    const size_t end = entries_place(&self->slot, slot_entry(key, 0) + NO_MARK);
    for (size_t i = entries_place(&self->slot, slot_entry(key, 0)); i < end; i++) {
        const uint32_t mark = mark_of(self->slot.items[i]);
        for (; next < waiting_end && waits->items[next] <= waiting_entry(key, mark); next++) {
            if (waits->items[next] < waiting_entry(key, mark)) {
                vec_push(out, mark_of(waits->items[next]));
            }
        }
        vec_push(out, mark);
    }
    for (; next < waiting_end; next++) {
        vec_push(out, mark_of(waits->items[next]));
    }
}

void postings_of(postings *self, uint32_t key, mark_list *out) {
    read_slot(self, key);
    list_marks(self, key, out);
}

bool postings_put(postings *self, uint32_t key, uint32_t mark, mark_list *out) {
    read_slot(self, key);
    const bool is_new =
        !entries_have(&self->slot, slot_entry(key, mark)) && waiting_put(self->waits, key, mark);
    list_marks(self, key, out);
    return is_new;
}

bool postings_drop(postings *self, uint32_t key, uint32_t mark, mark_list *out) {
    read_slot(self, key);
    const bool was_in_slot = entries_drop(&self->slot, slot_entry(key, mark));
    if (was_in_slot) {
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

/* The keys of those entries that have the mark; `upper`: what of a key they do not tell. */
static void add_keys(const entry_list *from, uint32_t upper, uint32_t mark, found_by_list *out) {
    for (size_t i = 0; i < from->count; i++) {
        if (mark_of(from->items[i]) == mark) {
            vec_push(out, upper | (uint32_t)(from->items[i] >> ENTRY_MARK_BITS));
        }
    }
}

void postings_keys(postings *self, uint32_t mark, found_by_list *out) {
    query slots = query_new(self->of, "SELECT slot, entries FROM postings");
    vec_clear(out);
    while (query_step(&slots)) {
        entries_unpack(column_str(&slots, 1), &self->slot);
        add_keys(&self->slot, (uint32_t)column_int(&slots, 0) << LOWER_BITS, mark, out);
    }
    query_end(&slots);
    for (size_t i = 0; i < WAITING_STRETCHES; i++) {
        add_keys(&self->waits->stretches[i], 0, mark, out);
    }
    if (out->count > 1) { /* none is twice: what waits is in no slot */
        qsort(out->items, out->count, sizeof *out->items, by_number);
    }
}

/* --- sweeping --------------------------------------------------------------------------------- */

void postings_sweep(postings *self) {
    const entry_list *waits = waiting_next(self->waits);
    for (size_t i = 0; i < waits->count;) {
        const uint64_t slot = waits->items[i] >> ENTRY_BITS;
        const uint32_t key = (uint32_t)slot << LOWER_BITS;
        read_slot(self, key);
        for (; i < waits->count && waits->items[i] >> ENTRY_BITS == slot; i++) {
            entries_put(&self->slot, waits->items[i] & IN_SLOT);
        }
        write_slot(self, key);
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

/* --- as schema 5 had them --------------------------------------------------------------------- */

/* Each entry as it is, its highest byte first. */
static void read_plain(str plain, entry_list *out) {
    enum { SIZE = ENTRY_BITS / 8 };
    vec_clear(out);
    for (size_t at = 0; at + SIZE <= plain.size; at += SIZE) {
        uint64_t entry = 0;
        for (size_t i = 0; i < SIZE; i++) {
            entry = entry << 8 | (unsigned char)plain.data[at + i];
        }
        vec_push(out, entry);
    }
}

void postings_pack_all(store *self) {
    entry_list entries = {0};
    buf packed = {0};
    query slots = query_new(self, "SELECT slot, entries FROM postings");
    query row = query_new(self, "UPDATE postings SET entries = ? WHERE slot = ?");
    while (query_step(&slots)) {
        read_plain(column_str(&slots, 1), &entries);
        buf_clear(&packed);
        entries_pack(&entries, &packed);
        query_blob(&row, buf_str(&packed));
        query_int(&row, column_int(&slots, 0));
        query_run(&row);
    }
    query_end(&slots);
    query_end(&row);
    vec_free(&entries);
    buf_free(&packed);
}
