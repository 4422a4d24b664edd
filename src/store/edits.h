/* What users corrected. */
#ifndef STORE_EDITS_H
#define STORE_EDITS_H

#include "store/sql.h"

/* The number of a change that begins now. */
int64_t edit_begin(store *self);

/* Gives a column of `documents` another value, and remembers the one before. Failures stick. */
void edit_put(store *self, int64_t key, int64_t change, str field, str value, int64_t made);

/* Makes of a document's metadata what came with it: corrections are taken back, the last first. */
void edit_take_back(store *self, int64_t key, arena *into, hearsay_metadata *metadata);

/* What is known of a date as year, month and day: the beginning of one that is written as ISO 8601
 * does; else data NULL. */
str edit_day(str date);

#endif
