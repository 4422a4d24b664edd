#include "store/postings_older.h"

#include "base/vec.h"
#include "store/entries.h"
#include "store/keys.h"
#include "store/links.h"

#include <string.h>

enum { MARK_BITS = 24, MARK_SHIFT = 64 - MARK_BITS, MARKS = 1 << MARK_BITS };

/* The folds by their marks. */
typedef struct {
    uint32_t *folds;  /* [MARKS]; 0: no fold has the mark alone */
    key_list several; /* folds that have theirs together */
} marked;

static marked read_folds(store *self) {
    const size_t size = mem_product(MARKS, sizeof(uint32_t));
    marked out = {.folds = memset(mem_alloc(size), 0, size)};
    query rows = query_new(self, "SELECT key, hash FROM folds");
    while (query_step(&rows)) {
        const int64_t fold = column_int(&rows, 0);
        uint32_t *place = &out.folds[(uint64_t)column_int(&rows, 1) >> MARK_SHIFT];
        if (*place != 0) {
            key_list_add(&out.several, *place);
            key_list_add(&out.several, fold);
        }
        *place = (uint32_t)fold;
    }
    query_end(&rows);
    for (size_t i = 0; i < MARKS; i++) {
        if (out.folds[i] != 0 && key_list_has(&out.several, out.folds[i])) {
            out.folds[i] = 0;
        }
    }
    return out;
}

/* --- slots ------------------------------------------------------------------------------------ */

/* Each entry as it is, its highest byte first. */
static void read_plain(str plain, entry_list *out) {
    enum { SIZE = (ENTRY_BITS - ENTRY_FOLD_BITS + MARK_BITS) / 8 };
    vec_clear(out);
    for (size_t at = 0; at + SIZE <= plain.size; at += SIZE) {
        uint64_t entry = 0;
        for (size_t i = 0; i < SIZE; i++) {
            entry = entry << 8 | (unsigned char)plain.data[at + i];
        }
        vec_push(out, entry >> MARK_BITS << ENTRY_FOLD_BITS | (entry & (MARKS - 1)));
    }
}

/* With folds in place of marks they stand in another order. */
static void put_folds(const marked *with, const entry_list *from, entry_list *out) {
    vec_clear(out);
    for (size_t i = 0; i < from->count; i++) {
        const uint32_t fold = with->folds[from->items[i] & (MARKS - 1)];
        if (fold != 0) {
            entries_put(out, from->items[i] >> ENTRY_FOLD_BITS << ENTRY_FOLD_BITS | fold);
        }
    }
}

static void write_slots(store *self, const marked *with, bool were_packed) {
    entry_list before = {0};
    entry_list after = {0};
    buf packed = {0};
    query slots = query_new(self, "SELECT slot, entries FROM postings");
    query row = query_new(self, "UPDATE postings SET entries = ? WHERE slot = ?");
    while (query_step(&slots)) {
        if (were_packed) {
            entries_unpack_marks(column_str(&slots, 1), MARK_BITS, &before);
        } else {
            read_plain(column_str(&slots, 1), &before);
        }
        put_folds(with, &before, &after);
        buf_clear(&packed);
        entries_pack(&after, &packed);
        query_blob(&row, buf_str(&packed));
        query_int(&row, column_int(&slots, 0));
        query_run(&row);
    }
    query_end(&slots);
    query_end(&row);
    vec_free(&before);
    vec_free(&after);
    buf_free(&packed);
}

/* --- folds that have a mark together ---------------------------------------------------------- */

/* Nothing tells whose the entries of such a mark were. */
static void link_anew(store *self, const key_list *several) {
    key_list documents = {0};
    for (size_t i = 0; i < several->count; i++) {
        key_list_add_from(&documents, self, "SELECT document FROM findings WHERE fold = ?",
                          several->items[i]);
        sql_run_with(self, "DELETE FROM waiting WHERE fold = ?", several->items[i]);
        sql_run_with(self, "DELETE FROM folds WHERE key = ?", several->items[i]);
    }
    for (size_t i = 0; i < documents.count; i++) {
        links_put(self, documents.items[i]);
    }
    key_list_free(&documents);
}

void postings_leave_marks(store *self, bool were_packed) {
    marked with = read_folds(self);
    write_slots(self, &with, were_packed);
    link_anew(self, &with.several);
    mem_free(with.folds);
    key_list_free(&with.several);
}
