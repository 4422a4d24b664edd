/* Ids of statements as they lie in the store. What hearsay makes are sixteen hexadecimal digits,
 * and lies there as the eight bytes that they stand for; another program's lies there as it is. */
#ifndef STORE_IDS_H
#define STORE_IDS_H

#include "store/sql.h"

/* Gives the next parameter an id, which need not live on. */
void query_id(query *self, str id);

/* The same, the first and the last of all eight bytes whose digits begin so; false where none do.
 */
bool query_ids_packed(query *self, str beginning);

/* And of all others. */
void query_ids_plain(query *self, str beginning);

/* The value of a row, in the arena. */
hearsay_str column_id(const query *self, int column, arena *into);

/* From the ids that schemas before 7 had, all of them plain, in a transaction. */
void ids_pack_all(store *self);

#endif
