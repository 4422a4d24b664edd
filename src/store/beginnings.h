/* The words of an index that begin as somebody typed. */
#ifndef STORE_BEGINNINGS_H
#define STORE_BEGINNINGS_H

#include "store/query.h"
#include "store/sql.h"

/* Tells each prefix of a query the words of the index that begin so, where they are few. Failures
 * stick to the store. */
void beginnings_find(store *self, asked *what, query_target target, arena *into);

#endif
