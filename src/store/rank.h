/* How well a row of a full-text index fits a query: Okapi BM25 (Robertson et al., TREC-3).
 *
 * FTS5's own bm25() goes over all rows that have a word, to know how rare it is; of a word that a
 * million statements have, that takes longer than people wait. Here a word's first SAMPLE rows tell
 * it: they are counted, and where they end tells how dense they lie. */
#ifndef STORE_RANK_H
#define STORE_RANK_H

#include <sqlite3.h>

/* Gives a connection the function fitness(INDEX, alone, b, w1, w2, ...), the higher the better.
 * `alone` is 1 where one phrase alone is looked for beside marks: how rare it is, orders nothing,
 * and to find it out would be to look for it once more. `b` is how much the size of a row counts,
 * from 0, which asks for no sizes, to 1; `w` are the weights of the columns, 0 for those that are
 * not given, which then do not matter. */
int rank_register(sqlite3 *connection);

#endif
