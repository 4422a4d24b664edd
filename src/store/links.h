/* Links kept up as documents come and go.
 *
 * What two documents share is a pure function of the two (link/link.h), and so is, of all that are
 * there, which two are held against each other: those that a key pairs. A key pairs its first
 * LINK_FELLOWS with all that have it; a document that comes among these takes the place of the last
 * of them, whose pairs are looked at again, and one that goes leaves it to the next. So what is
 * here depends on the documents that are there, and not on the order in which they came. Failures
 * stick to the store. */
#ifndef STORE_LINKS_H
#define STORE_LINKS_H

#include "link/link.h"
#include "store/sql.h"

/* Links a document whose rows are there. Nothing happens if it is linked, is not the newest
 * version, or if what is there was linked by another version of src/link/. */
void links_put(store *self, int64_t document);

/* Takes its links away; its rows and its text are still there. */
void links_drop(store *self, int64_t document);

/* Forgets all links. */
void links_clear(store *self);

/* Whether what is linked was linked by this version. */
bool links_are_current(store *self);

/* What store_close frees. */
void links_close(store *self);

/* --- what they are made of (linked.c) --------------------------------------------------------- */

/* What is in memory: the tables, and documents that were linked last. */
linking *links_work(store *self);

/* A document as it is linked. Caller frees it; NULL after a failure. */
linkable *links_load(store *self, int64_t document);

/* The documents of a fold. It is good until some others were asked for; NULL after a failure. */
const linkable *links_fold(store *self, int64_t fold);

/* Owns what was made from then on, and has it at hand for links_fold. */
void links_keep(store *self, linkable *made);

#endif
