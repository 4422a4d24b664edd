/* Folds: what is linked, a document or all those that are the same to linking, and what each is
 * found by. Failures stick to the store. */
#ifndef STORE_FOLDS_H
#define STORE_FOLDS_H

#include "base/vec.h"
#include "link/link.h"
#include "store/keys.h"

/* What a fold is found by, each once, in order (linkable_keys). */
typedef VEC(uint32_t) found_by_list;

typedef struct {
    int64_t key;
    uint32_t mark;
    found_by_list found_by;
} fold_row;

void fold_row_free(fold_row *self);

/* Reads what lies there of a fold, nothing if it is not there; `out` is used again. */
void folds_read(store *self, int64_t fold, fold_row *out);

/* The fold of a document; 0: it is not linked. */
int64_t folds_of(store *self, int64_t document);

/* The fold with such a hash; 0 if there is none. */
int64_t folds_find(store *self, uint64_t hash);

/* Makes it. */
int64_t folds_add(store *self, const linkable *of);

/* A mark is the upper three bytes of a hash. The folds that have it are as a rule one: of some
 * thousand folds two have the same. */
void folds_marked(store *self, uint32_t mark, key_list *out);

#endif
