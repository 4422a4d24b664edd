/* What of a document is searched for: its rows in the derived tables but for `findings`. */
#ifndef STORE_INDEX_H
#define STORE_INDEX_H

#include "store/sql.h"

/* Makes the rows; there are none of the document yet. Failures stick to the store. */
void index_put(store *self, int64_t key, str title, str text, const store_findings *findings);

/* Takes them away. `title` and `text` are those that index_put was given, as the full-text index
 * has to be told what it forgets. */
void index_drop(store *self, int64_t key, str title, str text);

#endif
