/* Texts as the full-text indexes have them: stems, small letters without accents. */
#ifndef STORE_TOKENS_H
#define STORE_TOKENS_H

#include "base/arena.h"
#include "store/fts.h"
#include "store/sql.h"

/* Gives a connection two tokenizers that stand before another one.
 *
 *     plain   writes its letters that are no accented form of others as these are written where
 *             they lack: ł as l, ß as ss
 *     stems   takes a text that begins with STEM for one word as it stands in an index, and one
 * that begins with MARKS for marks as they stand, up to the next MARKS, all of them at the first
 * place; leaves all others to it */
int tokens_register(sqlite3 *connection);

typedef struct {
    str stem;   /* in the arena */
    span place; /* in the text */
} token;

typedef struct {
    token *items; /* [count] in the arena, in the order of the text */
    size_t count;
} token_row;

/* The words of a text as the indexes of documents and statements have them. Failures stick to the
 * store. */
token_row tokens_of(store *self, str text, arena *into);

/* Lets go of what tokens_of keeps; before the connection is closed. */
void tokens_forget(store *self);

#endif
