#include "store/waiting.h"

#include "store/folds.h"

#include <stdlib.h>
#include <string.h>

static uint32_t stretch_of(uint32_t key) {
    return key >> (32 - WAITING_BITS);
}

/* --- what waits, from the folds --------------------------------------------------------------- */

/* Of a fold that came `since` sweeps ago. */
static void add_fold(waiting *self, const fold_row *fold, int64_t since) {
    const int64_t first = self->swept - since;
    for (size_t i = 0; i < fold->found_by.count; i++) {
        const uint32_t key = fold->found_by.items[i];
        const int64_t turn = (stretch_of(key) - first) & (WAITING_STRETCHES - 1);
        if (turn >= since) {
            vec_push(&self->stretches[stretch_of(key)], waiting_entry(key, fold->mark));
        }
    }
}

static int by_number(const void *a, const void *b) {
    const uint64_t x = *(const uint64_t *)a;
    const uint64_t y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* Two folds with one mark may have a key in common. */
static void put_in_order(waiting_list *self) {
    size_t kept = 0;
    if (self->count > 1) {
        qsort(self->items, self->count, sizeof *self->items, by_number);
    }
    for (size_t i = 0; i < self->count; i++) {
        if (kept == 0 || self->items[kept - 1] != self->items[i]) {
            self->items[kept++] = self->items[i];
        }
    }
    self->count = kept;
}

/* A fold that came later has a greater key: all that is left of older ones need not be read. */
static void read_folds(store *of, waiting *self) {
    fold_row fold = {0};
    query rows = query_new(of, "SELECT key, ?1 - swept FROM folds ORDER BY key DESC");
    query_int(&rows, self->swept);
    while (query_step(&rows) && column_int(&rows, 1) < WAITING_STRETCHES) {
        folds_read(of, column_int(&rows, 0), &fold);
        add_fold(self, &fold, column_int(&rows, 1));
    }
    query_end(&rows);
    fold_row_free(&fold);
    for (size_t i = 0; i < WAITING_STRETCHES; i++) {
        put_in_order(&self->stretches[i]);
    }
}

waiting *waiting_now(store *self) {
    const int64_t seen = sql_number(self, "PRAGMA data_version");
    if (self->waiting != NULL && self->waiting->seen != seen) {
        waiting_forget(self);
    }
    if (self->waiting == NULL) {
        self->waiting = memset(mem_alloc(sizeof *self->waiting), 0, sizeof *self->waiting);
        self->waiting->seen = seen;
        self->waiting->swept = sql_number(self, "SELECT swept FROM linked_by");
        read_folds(self, self->waiting);
    }
    return self->waiting;
}

void waiting_forget(store *self) {
    for (size_t i = 0; self->waiting != NULL && i < WAITING_STRETCHES; i++) {
        vec_free(&self->waiting->stretches[i]);
    }
    mem_free(self->waiting);
    self->waiting = NULL;
}

/* --- entries ---------------------------------------------------------------------------------- */

waiting_list *waiting_stretch(waiting *self, uint32_t key) {
    return &self->stretches[stretch_of(key)];
}

size_t waiting_place(const waiting_list *in, uint64_t entry) {
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

static bool is_there(const waiting_list *in, size_t place, uint64_t entry) {
    return place < in->count && in->items[place] == entry;
}

bool waiting_put(waiting *self, uint32_t key, uint32_t mark) {
    waiting_list *in = waiting_stretch(self, key);
    const uint64_t entry = waiting_entry(key, mark);
    const size_t place = waiting_place(in, entry);
    if (is_there(in, place, entry)) {
        return false;
    }
    vec_push(in, entry); /* room, which is then moved to its place */
    uint64_t *at = in->items + place;
    memmove(at + 1, at, (in->count - 1 - place) * sizeof *at);
    *at = entry;
    return true;
}

bool waiting_drop(waiting *self, uint32_t key, uint32_t mark) {
    waiting_list *in = waiting_stretch(self, key);
    const uint64_t entry = waiting_entry(key, mark);
    const size_t place = waiting_place(in, entry);
    if (!is_there(in, place, entry)) {
        return false;
    }
    uint64_t *at = in->items + place;
    memmove(at, at + 1, (--in->count - place) * sizeof *at);
    return true;
}

/* --- sweeping --------------------------------------------------------------------------------- */

waiting_list *waiting_next(waiting *self) {
    return &self->stretches[self->swept & (WAITING_STRETCHES - 1)];
}

void waiting_end_turn(store *of, waiting *self) {
    vec_clear(waiting_next(self));
    self->swept++;
    sql_run_with(of, "UPDATE linked_by SET swept = ?", self->swept);
}
