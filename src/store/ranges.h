/* What rows belong together, as SQL. */
#ifndef STORE_RANGES_H
#define STORE_RANGES_H

/* The rows of `statements` or `speakers` that a document has, from its key: a parameter or column.
 * Their keys follow each other (findings). */
#define STATEMENTS_OF(document) RANGE_OF("statements", document)
#define SPEAKERS_OF(document) RANGE_OF("speakers", document)
#define RANGE_OF(table, document)                                                                  \
    table ".key >= (SELECT " table "_begin FROM findings WHERE findings.document = " document ") " \
          "AND " table ".key < (SELECT " table "_end FROM findings WHERE findings.document = "     \
          "" document ") "

/* The keys of the speakers of a row of `statements`. */
#define SPEAKERS_OF_STATEMENT                                                                      \
    "(SELECT statements.speaker UNION ALL SELECT said_by.speaker FROM said_by "                    \
    "WHERE said_by.statement = statements.key) "

/* Whether a column has an id, a parameter or column; by the index of half of it. */
#define HAS_ID(column, id)                                                                         \
    "substr(" column ", 1, 8) = substr(" id ", 1, 8) AND " column " = " id " "

#endif
