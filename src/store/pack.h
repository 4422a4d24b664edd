/* Texts as they lie in a store: zstd frames. */
#ifndef STORE_PACK_H
#define STORE_PACK_H

#include "base/buf.h"
#include "base/str.h"

#include <sqlite3.h>
#include <stdbool.h>

/* Puts the packed text at the end of `out`. */
void pack(str text, buf *out);

/* Puts the text at the end of `out`; false where `packed` is not a whole, unaltered frame, or one
 * of more than `PACK_LIMIT` bytes. */
bool unpack(str packed, buf *out);

/* A text of more bytes than that fits in no document (hearsay.h, section 3). */
#define PACK_LIMIT ((unsigned long long)4 << 30)

/* Gives a connection the SQL functions
 *
 *     unpacked(BLOB)       the text of a packed one; NULL stays so
 *     whole(BLOB)          whether it is a packed text, and not damaged
 *     parts(TEXT, SPANS)   of a text the parts that "0-17 40-52" names, in bytes, a space between
 */
int pack_register(sqlite3 *connection);

#endif
