/* Which folds have a key: what linking finds its candidates by.
 *
 * Keys lie in slots (store/entries.h), so that a key costs some three bytes and not a row of its
 * own. Some entries wait for their slots (store/waiting.h), which is not seen from here. Failures
 * stick to the store. */
#ifndef STORE_POSTINGS_H
#define STORE_POSTINGS_H

#include "base/vec.h"
#include "link/link.h"
#include "store/entries.h"
#include "store/sql.h"
#include "store/waiting.h"

/* Of the folds that have a key, a fold_list has so many first in the order of their hashes, then
 * the others as it comes. */
enum { POSTINGS_FIRST = COMMON_FOLDS };

typedef struct {
    store *of;
    waiting *waits;
    query get, set, drop;
    entry_list slot; /* scratch, and so is this */
    buf packed;
} postings;

/* Within a transaction that writes; before a fold is made whose keys are to be put. */
postings postings_begin(store *self);
void postings_end(postings *self);

/* The folds that have the key. */
void postings_of(postings *self, uint32_t key, fold_list *out);

/* The same, but where `fold` is none of the first LINK_FELLOWS that have the key it may be the
 * first POSTINGS_FIRST alone. */
void postings_for(postings *self, uint32_t key, uint32_t fold, fold_list *out);

/* The same as postings_for, after the fold was put there, which had it not. */
void postings_put(postings *self, uint32_t key, uint32_t fold, fold_list *out);

/* The folds that have the key after one was taken away. */
void postings_drop(postings *self, uint32_t key, uint32_t fold, fold_list *out);

/* All keys that a fold has, in order: goes over all there is. */
void postings_keys(postings *self, uint32_t fold, found_by_list *out);

/* Once for each fold that is put: writes what waits for some of the slots. */
void postings_sweep(postings *self);

#endif
