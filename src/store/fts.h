/* What FTS5 lets a program add to it. */
#ifndef STORE_FTS_H
#define STORE_FTS_H

#include <sqlite3.h>

/* NULL where this SQLite has none. */
fts5_api *fts_api_of(sqlite3 *connection);

/* What stands before a word as it lies in an index, for the tokenizer `stems` (store/tokens.h): a
 * control character, which no word has. */
#define STEM '\x01'

/* What stands before and behind the marks of a row (store/search.sql), in front of its words. */
#define MARKS '\x02'

/* A mark as it stands in an expression of FTS5, and several of which one is enough. */
#define MARK(word) "\"\2" word "\""
#define MARK_OR "\" OR \"\2"

#endif
