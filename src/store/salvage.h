/* What is permanent in a file whose trees are damaged.
 *
 * Documents, their texts, corrections and decisions are taken out of the pages one by one
 * (store/pages.h) and put into a new store, in which everything that is derived is still missing.
 * What cannot be had is told, document by document: those that are named by the index of ids, if it
 * can be read, are known even where nothing else of them is left. */
#ifndef STORE_SALVAGE_H
#define STORE_SALVAGE_H

#include "store/sql.h"

/* Whether the file is not built as a store's is: pages are missing, or its trees, lists of pages
 * or tables are damaged. `why`: in SQLite's words, mostly. */
bool salvage_is_needed(store *self, buf *why);

/* Makes the new store, at `path` or in memory (":memory:"); caller closes it. */
hearsay_status salvage(store *self, const char *path, hearsay_problem_fn *told, void *context,
                       store **out, hearsay_error *error);

#endif
