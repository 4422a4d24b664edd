#include "store/postings.h"

#include <stdlib.h>

/* Of a key that the row of its slot does not tell. */
enum { LOWER_BITS = ENTRY_BITS - ENTRY_FOLD_BITS };

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

static uint64_t slot_entry(uint32_t key, uint32_t fold) {
    return waiting_entry(key, fold) & IN_SLOT;
}

static uint32_t fold_of(uint64_t entry) {
    return (uint32_t)entry;
}

static void read_slot(postings *self, uint32_t key) {
    vec_clear(&self->slot);
    query_int(&self->get, key >> LOWER_BITS);
    if (query_step(&self->get)) {
        entries_unpack(column_str(&self->get, 0), &self->slot);
    }
    query_run(&self->get);
}

/* Of the slot what has the key. */
static void read_key(postings *self, uint32_t key) {
    vec_clear(&self->slot);
    query_int(&self->get, key >> LOWER_BITS);
    if (query_step(&self->get)) {
        const uint64_t lower = key & (((uint32_t)1 << LOWER_BITS) - 1);
        entries_unpack_key(column_str(&self->get, 0), lower, &self->slot);
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

/* Those of the slot that was read and those that wait: none is in both. */
static void list_all(const postings *self, uint32_t key, fold_list *out) {
    const entry_list *slot = &self->slot;
    const uint64_t lower = slot_entry(key, 0) >> ENTRY_FOLD_BITS;
    vec_clear(out);
    for (size_t i = entries_place(slot, slot_entry(key, 0));
         i < slot->count && slot->items[i] >> ENTRY_FOLD_BITS == lower; i++) {
        vec_push(out, fold_of(slot->items[i]));
    }
    waiting_folds(self->waits, key, out);
}

/* Of a fold that a damaged slot tells of, and that there is not, the last of all. */
static uint64_t hash_of(const postings *self, uint32_t fold) {
    const hash_list *hashes = &self->waits->hashes;
    return fold < hashes->count ? hashes->items[fold] : UINT64_MAX;
}

/* What is sorted is short, and of a long list next to nothing comes into it. */
static void put_first(const postings *self, fold_list *of) {
    for (size_t i = 1; i < of->count; i++) {
        const uint32_t fold = of->items[i];
        const uint64_t hash = hash_of(self, fold);
        size_t at = i < POSTINGS_FIRST ? i : POSTINGS_FIRST;
        if (at == POSTINGS_FIRST && hash > hash_of(self, of->items[at - 1])) {
            continue;
        }
        if (at == POSTINGS_FIRST) {
            of->items[i] = of->items[--at];
        }
        for (; at > 0 && hash < hash_of(self, of->items[at - 1]); at--) {
            of->items[at] = of->items[at - 1];
        }
        of->items[at] = fold;
    }
}

void postings_of(postings *self, uint32_t key, fold_list *out) {
    read_key(self, key);
    list_all(self, key, out);
    put_first(self, out);
}

/* Of a common key: whether the fold is none of those that are paired with all. */
static bool is_behind(const postings *self, const common_key *common, uint32_t fold) {
    return hash_of(self, fold) > hash_of(self, common->folds[LINK_FELLOWS - 1]);
}

void postings_for(postings *self, uint32_t key, uint32_t fold, fold_list *out) {
    const common_key *common = commons_find(&self->waits->common, key);
    if (common != NULL && is_behind(self, common, fold)) {
        vec_clear(out);
        for (size_t i = 0; i < COMMON_FOLDS; i++) {
            vec_push(out, common->folds[i]);
        }
        return;
    }
    postings_of(self, key, out);
    if (common == NULL && out->count >= COMMON_LEAST) {
        commons_put(&self->waits->common, key, out->items);
    }
}

/* A fold that may come among the first of a common key, or next to them. */
static void put_common(postings *self, common_key *common, uint32_t fold) {
    size_t at = COMMON_FOLDS;
    const uint64_t hash = hash_of(self, fold);
    for (; at > 0 && hash < hash_of(self, common->folds[at - 1]); at--) {
        if (at < COMMON_FOLDS) {
            common->folds[at] = common->folds[at - 1];
        }
    }
    if (at < COMMON_FOLDS) {
        common->folds[at] = fold;
    }
}

void postings_put(postings *self, uint32_t key, uint32_t fold, fold_list *out) {
    common_key *common = commons_find(&self->waits->common, key);
    waiting_put(self->waits, key, fold);
    if (common != NULL) {
        put_common(self, common, fold);
    }
    postings_for(self, key, fold, out);
}

void postings_drop(postings *self, uint32_t key, uint32_t fold, fold_list *out) {
    read_slot(self, key);
    if (entries_drop(&self->slot, slot_entry(key, fold))) {
        write_slot(self, key);
    }
    waiting_drop(self->waits, key, fold);
    commons_forget(&self->waits->common); /* it may have been one of them */
    list_all(self, key, out);
    put_first(self, out);
}

/* --- of one fold ------------------------------------------------------------------------------ */

static int by_number(const void *a, const void *b) {
    const uint32_t x = *(const uint32_t *)a;
    const uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* The keys of its entries; `upper`: what of a key they do not tell. */
static void add_keys(const entry_list *from, uint32_t upper, uint32_t fold, found_by_list *out) {
    for (size_t i = 0; i < from->count; i++) {
        if (fold_of(from->items[i]) == fold) {
            vec_push(out, upper | (uint32_t)(from->items[i] >> ENTRY_FOLD_BITS));
        }
    }
}

void postings_keys(postings *self, uint32_t fold, found_by_list *out) {
    query slots = query_new(self->of, "SELECT slot, entries FROM postings");
    vec_clear(out);
    while (query_step(&slots)) {
        entries_unpack(column_str(&slots, 1), &self->slot);
        add_keys(&self->slot, (uint32_t)column_int(&slots, 0) << LOWER_BITS, fold, out);
    }
    query_end(&slots);
    for (size_t i = 0; i < WAITING_STRETCHES; i++) {
        add_keys(&self->waits->stretches[i], 0, fold, out);
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
