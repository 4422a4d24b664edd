/* What is made of a document: its findings, and the rows and indexes by which they are found. */
#ifndef STORE_DERIVED_H
#define STORE_DERIVED_H

#include "store/sql.h"

/* Makes the rows; there are none of the document yet. `text` is the document's. Failures stick to
 * the store. */
void derived_put(store *self, int64_t key, str text, const store_findings *findings);

/* Takes them away. */
void derived_drop(store *self, int64_t key, str text);

#endif
