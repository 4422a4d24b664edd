-- What a store is searched by: made of the rows of schema.sql alone, so that a new schema makes it anew (store/open.c).

-- Texts of the same size: only these can be the same.
CREATE INDEX texts_size ON texts (size);

-- --- people --------------------------------------------------------------------------------------

-- Under which names a person speaks, and who speaks under a name.
CREATE INDEX speakers_name ON speakers (name, person);
CREATE INDEX speakers_person ON speakers (person, name) WHERE person IS NOT NULL;

-- What was said under each name, by when it was said (statements.day).
CREATE TABLE attributed (
    name      INTEGER NOT NULL REFERENCES names,
    old       INTEGER NOT NULL, -- 1: by a version of a document that is not the newest
    day       INTEGER NOT NULL,
    statement INTEGER NOT NULL,
    speaker   INTEGER NOT NULL, -- who bears the name
    PRIMARY KEY (name, old, day, statement)
) STRICT, WITHOUT ROWID;

-- --- full text ----------------------------------------------------------------------------------

-- What a document or statement is found by besides its words. `marks` are words of our own: 'S6' for the sourcing with
-- that number, 'T', 'K', 'O' likewise; 'D2031' and the like for the day (src/store/days.h); 'OLD' for what is not the
-- newest version. So every condition of a query is looked up in the one index. They stand in its first column in front of
-- the words, in capitals, which no word of an index has, and all at the first place: that takes three bytes each.
CREATE VIEW document_facts AS
    SELECT key, title, publisher, trim(days(day_number(day)) || iif(newest, '', ' OLD')) AS marks FROM documents;
CREATE VIEW statement_facts AS
    SELECT statements.key, document, content AS spans, publisher,
        (SELECT group_concat(names.name, '; ') FROM speakers JOIN names ON names.key = speakers.name WHERE speakers.key IN
         (SELECT statements.speaker UNION ALL SELECT said_by.speaker FROM said_by WHERE statement = statements.key)) AS speaker,
        (SELECT group_concat(name, '; ') FROM via WHERE statement = statements.key) AS via,
        trim('T' || type || ' K' || kind || ' S' || sourcing || iif(occasion, ' O' || occasion, '') || ' '
            || days(statements.day)) || iif(newest, '', ' OLD') AS marks
    FROM statements JOIN documents ON documents.key = document;

-- What the indexes show snippets of: unpacked(), parts(), day_number() and days() are the store's own functions.
CREATE VIEW document_texts AS
    SELECT document_facts.*, unpacked(text) AS text FROM document_facts JOIN texts ON document = key;
CREATE VIEW statement_contents AS
    SELECT statement_facts.*, parts(unpacked(text), spans) AS content FROM statement_facts JOIN texts USING (document);

-- Words are FTS5's, but `plain` and `stems` (store/tokens.h) are of the store: without them they cannot be looked for.
-- The text is the first column, since FTS5 writes the number of each other one beside every place.
CREATE VIRTUAL TABLE document_index USING fts5 (
    text, title, publisher, content = 'document_texts', content_rowid = 'key',
    tokenize = 'stems porter plain unicode61 remove_diacritics 2'
);
-- How long a statement is, does not rank it, so it need not be known.
CREATE VIRTUAL TABLE statement_index USING fts5 (
    content, speaker, via, publisher, content = 'statement_contents', content_rowid = 'key',
    tokenize = 'stems porter plain unicode61 remove_diacritics 2', columnsize = 0
);
CREATE VIRTUAL TABLE name_index USING fts5 (
    name, content = 'names', content_rowid = 'key', tokenize = 'plain unicode61 remove_diacritics 2'
);
