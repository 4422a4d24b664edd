#include "store/waiting.h"

#include <stdlib.h>
#include <string.h>

enum { KEY_BYTES = 4 };

static uint32_t stretch_of(uint32_t key) {
    return key >> (32 - WAITING_BITS);
}

/* --- what waits, from the folds --------------------------------------------------------------- */

/* Its lowest byte first. */
static uint32_t key_at(str in, size_t place) {
    const unsigned char *bytes = (const unsigned char *)in.data + place * KEY_BYTES;
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
           (uint32_t)bytes[3] << 24;
}

/* Of a fold that came when so many stretches had been swept. */
static void add_fold(waiting *self, int64_t swept, uint32_t fold, str keys) {
    const int64_t since = self->swept - swept;
    for (size_t i = 0; i < keys.size / KEY_BYTES; i++) {
        const uint32_t key = key_at(keys, i);
        const int64_t turn = (stretch_of(key) - swept) & (WAITING_STRETCHES - 1);
        if (turn >= since) {
            vec_push(&self->stretches[stretch_of(key)], waiting_entry(key, fold));
            self->loose[stretch_of(key)] = 1;
        }
    }
}

static void read_folds(store *of, waiting *self) {
    query rows = query_new(of, "SELECT swept, fold, keys FROM waiting");
    while (query_step(&rows)) {
        add_fold(self, column_int(&rows, 0), (uint32_t)column_int(&rows, 1), column_str(&rows, 2));
    }
    query_end(&rows);
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
        folds_hashes(self, &self->waiting->hashes);
    }
    return self->waiting;
}

void waiting_forget(store *self) {
    for (size_t i = 0; self->waiting != NULL && i < WAITING_STRETCHES; i++) {
        vec_free(&self->waiting->stretches[i]);
    }
    if (self->waiting != NULL) {
        vec_free(&self->waiting->hashes);
        commons_forget(&self->waiting->common);
    }
    mem_free(self->waiting);
    self->waiting = NULL;
}

void waiting_write(store *of, waiting *self, int64_t fold, const uint32_t *keys, size_t count) {
    hash_list_put(&self->hashes, fold, folds_hash(of, fold));
    buf written = {0};
    for (size_t i = 0; i < count * KEY_BYTES; i++) {
        buf_putc(&written, (char)(keys[i / KEY_BYTES] >> 8 * (i % KEY_BYTES)));
    }
    query row = query_new(of, "INSERT INTO waiting (swept, fold, keys) VALUES (?, ?, ?)");
    query_int(&row, self->swept);
    query_int(&row, fold);
    query_blob(&row, count > 0 ? buf_str(&written) : STR(""));
    query_run(&row);
    query_end(&row);
    buf_free(&written);
}

void waiting_erase(store *of, int64_t fold) {
    sql_run_with(of, "DELETE FROM waiting WHERE fold = ?", fold);
}

/* --- entries ---------------------------------------------------------------------------------- */

static int by_number(const void *a, const void *b) {
    const uint64_t x = *(const uint64_t *)a;
    const uint64_t y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* Few of them are asked for where one document comes: only one that is asked for again and again is
 * worth being put in order. */
enum { ASKED_MOST = 24 };

static entry_list *in_order(waiting *self, size_t stretch) {
    entry_list *of = &self->stretches[stretch];
    if (self->loose[stretch]) {
        qsort(of->items, of->count, sizeof *of->items, by_number);
        self->loose[stretch] = 0;
    }
    return of;
}

void waiting_folds(waiting *self, uint32_t key, fold_list *out) {
    const size_t stretch = stretch_of(key);
    const bool loose = self->loose[stretch] > 0 && self->loose[stretch]++ < ASKED_MOST;
    const entry_list *in = loose ? &self->stretches[stretch] : in_order(self, stretch);
    for (size_t i = loose ? 0 : entries_place(in, waiting_entry(key, 0)); i < in->count; i++) {
        if (in->items[i] >> ENTRY_FOLD_BITS == key) {
            vec_push(out, (uint32_t)in->items[i]);
        } else if (!loose) {
            break;
        }
    }
}

void waiting_put(waiting *self, uint32_t key, uint32_t fold) {
    const size_t stretch = stretch_of(key);
    if (self->loose[stretch] > 0) {
        vec_push(&self->stretches[stretch], waiting_entry(key, fold));
    } else {
        entries_put(&self->stretches[stretch], waiting_entry(key, fold));
    }
}

void waiting_drop(waiting *self, uint32_t key, uint32_t fold) {
    entries_drop(in_order(self, stretch_of(key)), waiting_entry(key, fold));
}

/* --- sweeping --------------------------------------------------------------------------------- */

entry_list *waiting_next(waiting *self) {
    return in_order(self, (size_t)(self->swept & (WAITING_STRETCHES - 1)));
}

void waiting_end_turn(store *of, waiting *self) {
    vec_clear(waiting_next(self));
    self->swept++;
    sql_run_with(of, "UPDATE linked_by SET swept = ?", self->swept);
    sql_run_with(of, "DELETE FROM waiting WHERE swept <= ?", self->swept - WAITING_STRETCHES);
}
