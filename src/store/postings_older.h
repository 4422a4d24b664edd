/* Postings of older schemas: their entries had a mark, the upper three bytes of a fold's hash, in
 * place of the fold's number. */
#ifndef STORE_POSTINGS_OLDER_H
#define STORE_POSTINGS_OLDER_H

#include "store/sql.h"

/* Puts folds in place of marks, in a transaction. Schema 6 had packed its entries, those before it
 * not. Folds that have one mark together are linked anew. Failures stick to the store. */
void postings_leave_marks(store *self, bool were_packed);

#endif
