/* The words of documents and statements in the full-text indexes.
 *
 * What an index is told to forget must be what it was told before: around a change of a row that
 * the views document_facts and statement_facts show, its document's words are dropped and put
 * again. */
#ifndef STORE_WORDS_H
#define STORE_WORDS_H

#include "store/sql.h"

/* Puts the words of a document and its statements, or takes them away. `text` is the document's.
 * Failures stick to the store. */
void words_put(store *self, int64_t document, str text);
void words_drop(store *self, int64_t document, str text);

/* The same for a document whose text is in the store. */
void words_put_stored(store *self, int64_t document);
void words_drop_stored(store *self, int64_t document);

/* Makes the indexes anew, of all that there is. */
void words_put_all(store *self);

#endif
