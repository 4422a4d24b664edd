/* What every two of a few documents have in common, word by word. */
#include "store/folds.h"
#include "store/shared.h"
#include "store/sql.h"

static store_copy sum_of(str passages, size_t shorter) {
    store_copy sum = {.shared = {.shorter = shorter}};
    for (link_passage each; shared_take_passage(&passages, &each);) {
        link_count_passage(&sum.shared, &each);
    }
    return sum;
}

static store_copy copy_of(store *self, int64_t a, int64_t b) {
    if (a == 0 || b == 0 || a == b) {
        return (store_copy){.same = a != 0 && a == b};
    }
    query row =
        query_new(self, "SELECT passages, " SHORTER_WORDS " FROM shared WHERE a = ? AND b = ?");
    query_int(&row, a < b ? a : b);
    query_int(&row, a < b ? b : a);
    store_copy found = {.same = false};
    if (query_step(&row)) {
        found = sum_of(column_str(&row, 0), (size_t)column_int(&row, 1));
    }
    query_end(&row);
    return found;
}

hearsay_status store_copies(store *self, const int64_t *documents, size_t count, arena *into,
                            store_copy *out, hearsay_error *error) {
    int64_t *folds = arena_array(into, int64_t, count);
    for (size_t i = 0; i < count; i++) {
        folds[i] = folds_of(self, documents[i]);
        for (size_t k = 0; k < i; k++) {
            out[i * count + k] = out[k * count + i] = copy_of(self, folds[i], folds[k]);
        }
    }
    return sql_status(self, error);
}
