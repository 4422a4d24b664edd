#include "store/folds.h"

enum { MARK_SHIFT = 40 };

uint32_t fold_mark(uint64_t hash) {
    return (uint32_t)(hash >> MARK_SHIFT);
}

int64_t folds_of(store *self, int64_t document) {
    query row = query_new(self, "SELECT fold FROM findings WHERE document = ?");
    query_int(&row, document);
    const int64_t fold = query_step(&row) ? column_int(&row, 0) : 0;
    query_end(&row);
    return fold;
}

int64_t folds_find(store *self, uint64_t hash) {
    query row = query_new(self, "SELECT key FROM folds WHERE hash = ?");
    query_int(&row, (int64_t)hash);
    const int64_t fold = query_step(&row) ? column_int(&row, 0) : 0;
    query_end(&row);
    return fold;
}

uint64_t folds_hash(store *self, int64_t fold) {
    query row = query_new(self, "SELECT hash FROM folds WHERE key = ?");
    query_int(&row, fold);
    const uint64_t hash = query_step(&row) ? (uint64_t)column_int(&row, 0) : 0;
    query_end(&row);
    return hash;
}

int64_t folds_add(store *self, uint64_t hash) {
    query row = query_new(self, "INSERT INTO folds (hash) VALUES (?)");
    query_int(&row, (int64_t)hash);
    query_run(&row);
    query_end(&row);
    return sqlite3_last_insert_rowid(self->connection);
}

void folds_marked(store *self, uint32_t mark, key_list *out) {
    const uint64_t first = (uint64_t)mark << MARK_SHIFT;
    query rows = query_new(self, "SELECT key FROM folds WHERE hash BETWEEN ? AND ?");
    query_int(&rows, (int64_t)first);
    query_int(&rows, (int64_t)(first | (((uint64_t)1 << MARK_SHIFT) - 1)));
    vec_clear(out);
    while (query_step(&rows)) {
        vec_push(out, column_int(&rows, 0));
    }
    query_end(&rows);
}
