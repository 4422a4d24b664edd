/* Texts as they lie in a store: zstd frames. */
#ifndef STORE_PACK_H
#define STORE_PACK_H

#include "base/buf.h"
#include "base/str.h"

#include <sqlite3.h>
#include <stdbool.h>

/* Levels above cost more time than they save room. */
enum { PACK_LEVEL = 12 };

/* Puts the packed text at the end of `out`. What `beside` says too takes hardly any room; it is
 * needed to unpack it again. If it is empty, the phrasebook (store/phrasebook.h) stands there. */
void pack(str text, str beside, buf *out);

/* Puts the text at the end of `out`; false where `packed` is not a whole, unaltered frame, or one
 * of more than `PACK_LIMIT` bytes. */
bool unpack(str packed, str beside, buf *out);

/* The same for what was found in a text, as JSON, which is needed to unpack it again. What the form
 * of this JSON says takes hardly any room, either. */
void pack_found(str found, str text, buf *out);
bool unpack_found(str packed, str text, buf *out);

/* A text of more bytes than that fits in no document (hearsay.h, section 3). */
#define PACK_LIMIT ((unsigned long long)4 << 30)

/* Gives a connection the SQL functions
 *
 *     unpacked(BLOB)     the text of a packed one; of NULL, and of what is damaged, NULL
 *     whole(BLOB, BLOB)  whether the first is packed findings of the packed text; yes, too, where
 *                        that one is damaged, which is told of it by itself
 *     parts(TEXT, SPANS) of a text the parts that "0-17 40-52" names, in bytes, a space between
 */
int pack_register(sqlite3 *connection);

#endif
