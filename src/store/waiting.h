/* Entries of the postings that are not in their slots yet.
 *
 * The keys of a fold lie all over the slots: to put each where it belongs would write as many pages
 * as the fold has keys. So entries wait. The slots make WAITING_STRETCHES stretches, and with each
 * fold that comes the next stretch is swept: all that waits for it is put into its slots. When all
 * have had their turn, nothing of that fold waits any more.
 *
 * What waits is kept in memory alone, as the hashes of all folds are, which tell what comes first
 * of those that have a key, and the first of common keys. It is told by the store: linked_by.swept
 * is how many stretches were swept, and the table `waiting` has the keys of those folds that came
 * since all of them were, and when each came. So it is there after a death, too, and for other
 * processes. Failures stick to the store. */
#ifndef STORE_WAITING_H
#define STORE_WAITING_H

#include "store/commons.h"
#include "store/entries.h"
#include "store/folds.h"
#include "store/sql.h"

/* A slot is read and written whole, so the fewer stretches there are, the more is written for each
 * fold; and the more there are, the more is read when a store is opened. */
enum { WAITING_BITS = 11, WAITING_STRETCHES = 1 << WAITING_BITS };

/* A key, then the number of a fold. */
static inline uint64_t waiting_entry(uint32_t key, uint32_t fold) {
    return (uint64_t)key << ENTRY_FOLD_BITS | fold;
}

typedef struct waiting {
    entry_list stretches[WAITING_STRETCHES]; /* by the upper bits of the key */
    uint8_t loose[WAITING_STRETCHES];        /* 0, or while they are in no order, how often such a
                                                stretch was asked for, and one more */
    int64_t swept;
    int64_t seen; /* PRAGMA data_version: whether others have written since */
    hash_list hashes;
    commons common;
} waiting;

/* What waits now, in a transaction that writes. It is good until waiting_forget, and must be asked
 * for before a fold is made whose keys are to be put. */
waiting *waiting_now(store *self);

/* After a rollback, or when all links go; and what store_close frees. */
void waiting_forget(store *self);

/* Tells the store what a fold is found by, which is new: its keys, in order. */
void waiting_write(store *of, waiting *self, int64_t fold, const uint32_t *keys, size_t count);

/* Of a fold that goes. */
void waiting_erase(store *of, int64_t fold);

/* The folds for which the key waits, at the end of `out`. */
typedef VEC(uint32_t) fold_list;
void waiting_folds(waiting *self, uint32_t key, fold_list *out);

/* One that is not there. */
void waiting_put(waiting *self, uint32_t key, uint32_t fold);

/* One that may not be there. */
void waiting_drop(waiting *self, uint32_t key, uint32_t fold);

/* The stretch whose turn it is: the caller puts it into its slots, and ends its turn. */
entry_list *waiting_next(waiting *self);
void waiting_end_turn(store *of, waiting *self);

#endif
