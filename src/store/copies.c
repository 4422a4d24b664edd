/* What every two of a few documents have in common, word by word. */
#include "base/lexicon.h"
#include "base/vec.h"
#include "store/folds.h"
#include "store/shared.h"
#include "store/sql.h"

#include <stdlib.h>
#include <xxhash.h>

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

/* Numbers the folds of the documents, in `folds`; `keys` gets the fold of each number, 0 where a
 * document is not linked. */
static size_t number_folds(store *self, const int64_t *documents, size_t count, size_t *folds,
                           int64_t *keys) {
    size_t numbered = 0;
    lexicon numbers = {0};
    for (size_t i = 0; i < count; i++) {
        keys[numbered] = folds_of(self, documents[i]);
        folds[i] = numbered;
        if (keys[numbered] == 0) {
            numbered++;
            continue;
        }
        const str key = {(const char *)&keys[numbered], sizeof *keys};
        const uint32_t *known = lexicon_find(&numbers, key);
        if (known != NULL) {
            folds[i] = *known;
        } else {
            *lexicon_put(&numbers, key) = (uint32_t)numbered++;
        }
    }
    lexicon_free(&numbers);
    return numbered;
}

hearsay_status store_copies(store *self, const int64_t *documents, size_t count, arena *into,
                            store_copied *out, hearsay_error *error) {
    size_t *folds = arena_array(into, size_t, count);
    int64_t *keys = arena_array(into, int64_t, count + 1);
    const size_t numbered = number_folds(self, documents, count, folds, keys);
    store_copy *shared = arena_array(into, store_copy, mem_product(numbered, numbered));
    for (size_t i = 0; i < numbered; i++) {
        for (size_t k = 0; k <= i; k++) {
            shared[i * numbered + k] = shared[k * numbered + i] = copy_of(self, keys[i], keys[k]);
        }
    }
    *out = (store_copied){folds, numbered, shared};
    return sql_status(self, error);
}

static int compare_keys(const void *left, const void *right) {
    const int64_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

hearsay_status store_same(store *self, const int64_t *documents, size_t count, arena *into,
                          int64_t **keys, size_t *key_count, hearsay_error *error) {
    size_t *folds = arena_array(into, size_t, count);
    int64_t *fold_keys = arena_array(into, int64_t, count + 1);
    int64_t *known = arena_copy(into, documents, count * sizeof *known);
    const size_t numbered = number_folds(self, documents, count, folds, fold_keys);
    VEC(int64_t) found = {0};
    if (count > 0) {
        qsort(known, count, sizeof *known, compare_keys);
    }
    for (size_t i = 0; i < numbered; i++) {
        query rows = query_new(self, "SELECT documents.key FROM findings JOIN documents "
                                     "ON documents.key = document "
                                     "WHERE fold = ? AND newest ORDER BY documents.key");
        query_int(&rows, fold_keys[i]);
        while (query_step(&rows)) {
            const int64_t key = column_int(&rows, 0);
            if (bsearch(&key, known, count, sizeof key, compare_keys) == NULL) {
                vec_push(&found, key);
            }
        }
        query_end(&rows);
    }
    *key_count = found.count;
    *keys = arena_copy(into, found.items, found.count * sizeof *found.items);
    vec_free(&found);
    return sql_status(self, error);
}

hearsay_status store_surroundings(store *self, int64_t key, uint64_t *number,
                                  hearsay_error *error) {
    query row = query_new(self, "SELECT fold, date FROM findings JOIN documents "
                                "ON documents.key = document WHERE document = ?");
    query_int(&row, key);
    *number = 0;
    if (query_step(&row) && column_int(&row, 0) != 0) {
        const int64_t fold = column_int(&row, 0);
        const str date = column_str(&row, 1);
        *number = XXH3_64bits_withSeed(date.data, date.size, XXH3_64bits(&fold, sizeof fold));
    }
    query_end(&row);
    return sql_status(self, error);
}
