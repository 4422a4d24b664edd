-- What is linked, and by what: all of it derived. Older schemas had it in other shapes, so it is made anew from them.

-- The version of src/link/ that made the next tables: one row, or none where nothing is linked.
CREATE TABLE linked_by (
    version INTEGER NOT NULL,
    swept   INTEGER NOT NULL DEFAULT 0 -- stretches of postings that were swept (src/store/waiting.h)
) STRICT;

-- What is linked: a document, or all those that are the same to linking. Older versions are not.
CREATE TABLE folds (
    key   INTEGER PRIMARY KEY,
    hash  INTEGER NOT NULL UNIQUE, -- linkable_hash
    about BLOB NOT NULL            -- linkable_about
) STRICT;

-- The keys of the folds that came last: some of them still wait to be in postings. Of all others they are told from
-- their documents.
CREATE TABLE waiting (
    swept INTEGER PRIMARY KEY, -- linked_by.swept when the fold came
    fold  INTEGER NOT NULL,
    keys  BLOB NOT NULL        -- in order, four bytes each, the lowest first
) STRICT;

-- Who has a key: slots by the upper half of the keys, each with entries in order, the lower half of a key and a fold
-- (src/store/entries.h).
CREATE TABLE postings (
    slot    INTEGER PRIMARY KEY,
    entries BLOB NOT NULL
) STRICT;

-- What two folds share, a <= b: links of statements and copied passages, as numbers (src/store/shared.h).
CREATE TABLE shared (
    a        INTEGER NOT NULL REFERENCES folds ON DELETE CASCADE,
    b        INTEGER NOT NULL REFERENCES folds ON DELETE CASCADE,
    links    BLOB NOT NULL,
    passages BLOB NOT NULL,
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX shared_b ON shared (b);

-- What may be still to be linked.
CREATE INDEX findings_unlinked ON findings (document) WHERE fold IS NULL;
