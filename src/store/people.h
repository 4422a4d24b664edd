/* Who of the speakers of different documents are one, kept up as documents come and go.
 *
 * What is one and why is judged in identify/identify.h. Each profile is kept once, with the keys by
 * which others are found; pairs that were judged to be one are bonds; what bonds connect is grouped
 * anew when one of its bonds or profiles changes. So what is here depends on the documents that are
 * there, and not on the order in which they came. Failures stick to the store. */
#ifndef STORE_PEOPLE_H
#define STORE_PEOPLE_H

#include "store/sql.h"

/* The document's rows in `speakers` are there. */
void people_put(store *self, int64_t document, const store_findings *from);

/* Takes the document's speakers away, and whatever rests on them alone. */
void people_drop(store *self, int64_t document);

/* Something was decided, or taken back, on a row of `speakers`. */
void people_decided(store *self, int64_t speaker);

/* Words of keys that nobody has any more; goes over all. */
void people_tidy(store *self);

/* --- bonds (people_bonds.c) ------------------------------------------------------------------- */

/* Judges a pair of profiles anew; returns whether anything about it changed. */
bool bond_judge(store *self, int64_t a, int64_t b);

/* --- groups (people_groups.c) ----------------------------------------------------------------- */

/* Groups anew all that is connected to a profile. */
void group_anew(store *self, int64_t profile);

/* A profile has one speaker more: its person may get a lower id, or a better name. */
void group_grows(store *self, int64_t profile, str id, str name);

#endif
