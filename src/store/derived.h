/* What is made of a document: its findings, and the rows and indexes by which they are found. */
#ifndef STORE_DERIVED_H
#define STORE_DERIVED_H

#include "store/sql.h"

/* Makes the rows, but for texts.found; there are none of the document yet. `text` is the
 * document's. Failures stick to the store. */
void derived_put(store *self, int64_t key, str text, const store_findings *findings);

/* Puts what was found into the row of the document's text, which is there. */
void derived_put_found(store *self, int64_t key, str text, str found);

/* Takes the rows away. Where the text is damaged (data NULL) its words cannot be told to the
 * indexes one by one: the caller has all of these made anew (words_put_all) when it is done. */
void derived_drop(store *self, int64_t key, str text);

#endif
