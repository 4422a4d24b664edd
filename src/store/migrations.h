/* How a store of an older schema becomes one of the next. */
#ifndef STORE_MIGRATIONS_H
#define STORE_MIGRATIONS_H

/* From 1 to 2: links. What is there is not linked; hearsay link does that. */
#define MIGRATION_1                                                                                \
    "CREATE TABLE linked_by (version INTEGER NOT NULL) STRICT;"                                    \
    "CREATE TABLE folds (key INTEGER PRIMARY KEY, hash INTEGER NOT NULL UNIQUE) STRICT;"           \
    "CREATE TABLE postings (slot INTEGER PRIMARY KEY, entries BLOB NOT NULL) STRICT;"              \
    "CREATE TABLE shared (a INTEGER NOT NULL REFERENCES folds ON DELETE CASCADE, "                 \
    "b INTEGER NOT NULL REFERENCES folds ON DELETE CASCADE, "                                      \
    "links BLOB NOT NULL, passages BLOB NOT NULL, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID;"      \
    "CREATE INDEX shared_b ON shared (b);"                                                         \
    "ALTER TABLE findings ADD COLUMN fold INTEGER REFERENCES folds ON DELETE SET NULL;"            \
    "CREATE INDEX findings_fold ON findings (fold) WHERE fold IS NOT NULL;"

#endif
