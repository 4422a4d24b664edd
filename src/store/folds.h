/* Folds: what is linked, a document or all those that are the same to linking. Failures stick to
 * the store. */
#ifndef STORE_FOLDS_H
#define STORE_FOLDS_H

#include "base/vec.h"
#include "store/keys.h"

/* The fold of a document; 0: it is not linked. */
int64_t folds_of(store *self, int64_t document);

/* The fold with such a hash (linkable_hash); 0 if there is none. */
int64_t folds_find(store *self, uint64_t hash);

/* 0 where it is not there. */
uint64_t folds_hash(store *self, int64_t fold);

/* Makes it. */
int64_t folds_add(store *self, uint64_t hash);

/* A mark is the upper three bytes of a hash. The folds that have it are as a rule one: of some
 * thousand folds two have the same. */
uint32_t fold_mark(uint64_t hash);
void folds_marked(store *self, uint32_t mark, key_list *out);

#endif
