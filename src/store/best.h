/* The best of what a query finds. */
#ifndef STORE_BEST_H
#define STORE_BEST_H

#include "base/vec.h"
#include "store/query.h"
#include "store/sql.h"

typedef VEC(store_hit) hit_list;

/* What is ranked: the expression of FTS5, what it was made of, how many are wanted (0: all). */
typedef struct {
    const char *match;
    const asked *what;
    size_t limit;
} wanted;

/* Adds the best of what an index has to the list, which gets as many as are wanted at most, and
 * tells `out` how many fit. Of what fits a thousand at most are ranked, those that were added last;
 * where the list is full already, they are only counted. */
void best_find(store *self, query_target target, const wanted *what, hit_list *into,
               store_hits *out);

#endif
