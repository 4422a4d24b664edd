/* Folds: what is linked, a document or all those that are the same to linking. Failures stick to
 * the store. */
#ifndef STORE_FOLDS_H
#define STORE_FOLDS_H

#include "base/buf.h"
#include "base/vec.h"
#include "link/link.h"
#include "store/keys.h"

/* The fold of a document; 0: it is not linked. */
int64_t folds_of(store *self, int64_t document);

/* The fold with such a hash (linkable_hash); 0 if there is none. */
int64_t folds_find(store *self, uint64_t hash);

/* 0 where it is not there. */
uint64_t folds_hash(store *self, int64_t fold);

/* Makes it. */
int64_t folds_add(store *self, const linkable *of);

/* What a fold is about (linkable_about), in place of what is in `out`. */
void folds_about(store *self, int64_t fold, buf *out);

/* The hash of each fold, at the place that its key is; 0 where there is none. Eight bytes a fold:
 * the keys of those that went are given again. */
typedef VEC(uint64_t) hash_list;

void folds_hashes(store *self, hash_list *out);
void hash_list_put(hash_list *self, int64_t fold, uint64_t hash);

#endif
