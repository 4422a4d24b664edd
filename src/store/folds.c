#include "store/folds.h"

enum { MARK_SHIFT = 40, NUMBER_BYTES = 4 };

void fold_row_free(fold_row *self) {
    vec_free(&self->found_by);
}

/* The numbers lie there with their lowest bytes first. */
static void read_numbers(str from, found_by_list *out) {
    vec_clear(out);
    for (size_t at = 0; at + NUMBER_BYTES <= from.size; at += NUMBER_BYTES) {
        uint32_t number = 0;
        for (size_t i = NUMBER_BYTES; i-- > 0;) {
            number = number << 8 | (unsigned char)from.data[at + i];
        }
        vec_push(out, number);
    }
}

static void write_numbers(buf *out, const uint32_t *numbers, size_t count) {
    for (size_t i = 0; i < count * NUMBER_BYTES; i++) {
        buf_putc(out, (char)(numbers[i / NUMBER_BYTES] >> 8 * (i % NUMBER_BYTES)));
    }
}

void folds_read(store *self, int64_t fold, fold_row *out) {
    query row = query_new(self, "SELECT hash, found_by FROM folds WHERE key = ?");
    query_int(&row, fold);
    const bool found = query_step(&row);
    out->key = fold;
    out->mark = found ? (uint32_t)((uint64_t)column_int(&row, 0) >> MARK_SHIFT) : 0;
    read_numbers(found ? column_str(&row, 1) : STR(""), &out->found_by);
    query_end(&row);
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

int64_t folds_add(store *self, const linkable *of) {
    const uint32_t *keys;
    const size_t count = linkable_keys(of, &keys);
    buf found_by = {0};
    write_numbers(&found_by, keys, count);
    query row = query_new(self, "INSERT INTO folds (hash, found_by, swept) "
                                "VALUES (?, ?, (SELECT swept FROM linked_by))");
    query_int(&row, (int64_t)linkable_hash(of));
    query_blob(&row, count > 0 ? buf_str(&found_by) : STR(""));
    query_run(&row);
    query_end(&row);
    buf_free(&found_by);
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
