/* Which folds meet, that is, are held against each other: those that are paired by keys which are
 * worth LINK_SURELY together, or LINK_MEETING if they are alike (link/link.h).
 *
 * A key pairs its first LINK_FELLOWS with all that have it; "first" is told by their hashes. All of
 * this is told from the postings, from what folds are about, which is kept of each, and from what
 * one of them is found by, which its document tells: the others are not read for it. Failures stick
 * to the store. */
#ifndef STORE_MEETINGS_H
#define STORE_MEETINGS_H

#include "base/vec.h"
#include "store/folds.h"
#include "store/postings.h"

/* Two folds, and what the keys are worth that pair them. */
typedef struct {
    uint32_t a, b;
    unsigned worth;
} meeting;

typedef VEC(meeting) meeting_list;

/* One that lost its place among the first of a key. */
typedef struct {
    uint32_t fold, key;
} displacement;

typedef VEC(displacement) displacement_list;

typedef struct {
    store *of;
    postings with;
    fold_list folds; /* scratch, and so are these */
    meeting_list paired;
    found_by_list keys;
    buf about, other;
} meetings;

meetings meetings_begin(store *of);
void meetings_end(meetings *self);

/* Puts the keys of a fold that is new. `met` gets the folds that it meets, itself not among them,
 * and `displaced` those in whose place among the first of a key it came. */
void meetings_put(meetings *self, int64_t fold, key_list *met, displacement_list *displaced);

/* Takes the keys of a fold away that goes, whose document is still there. `new_pairs` gets
 * those that are paired by a key since the next one took its place there: these may meet now. */
void meetings_drop(meetings *self, int64_t fold, meeting_list *new_pairs);

/* Whether a displaced fold may meet the other no more: whether the key paired them. */
bool meetings_are_parted(meetings *self, displacement by, int64_t other);

/* Those of some folds that another one meets, which is not among them. */
void meetings_among(meetings *self, int64_t fold, const key_list *some, key_list *met);

#endif
