/* Which folds have a key: what linking finds its candidates by.
 *
 * A fold is known here by its mark. Keys lie in slots (store/entries.h), so that a key costs some
 * four bytes and not a row of its own. Marks have three bytes. Some entries wait for their slots
 * (store/waiting.h), which is not seen from here. Failures stick to the store. */
#ifndef STORE_POSTINGS_H
#define STORE_POSTINGS_H

#include "base/vec.h"
#include "store/entries.h"
#include "store/sql.h"
#include "store/waiting.h"

typedef VEC(uint32_t) mark_list;

/* Keys of one fold, each once, in order (linkable_keys). */
typedef VEC(uint32_t) found_by_list;

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

/* The marks that have the key, in order. */
void postings_of(postings *self, uint32_t key, mark_list *out);

/* The same, after the mark was put there or taken away; returns whether that changed anything. */
bool postings_put(postings *self, uint32_t key, uint32_t mark, mark_list *out);
bool postings_drop(postings *self, uint32_t key, uint32_t mark, mark_list *out);

/* All keys that the mark has, in order: goes over all there is. */
void postings_keys(postings *self, uint32_t mark, found_by_list *out);

/* Once for each fold that is put: writes what waits for some of the slots. */
void postings_sweep(postings *self);

/* From schema 5, which had them as they are, in a transaction. */
void postings_pack_all(store *self);

/* The place of the mark; that of the first greater one where it is not there. */
size_t mark_place(const mark_list *of, uint32_t mark);

#endif
