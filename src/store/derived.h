/* What is made of a document: its findings, and the rows and indexes by which they are found. */
#ifndef STORE_DERIVED_H
#define STORE_DERIVED_H

#include "store/sql.h"

/* Makes the rows; there are none of the document yet. Failures stick to the store. */
void derived_put(store *self, int64_t key, str title, str text, const store_findings *findings);

/* Takes them away. `title` and `text` are the document's present ones, as the full-text index has
 * to be told what it forgets. */
void derived_drop(store *self, int64_t key, str title, str text);

/* Tells the full-text index of documents what a document's title is now. */
void derived_retitle(store *self, int64_t key, str before, str now);

#endif
