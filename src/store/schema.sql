-- The tables of a store, schema 8 (PRAGMA user_version), but for those of linked.sql and search.sql. What is above the line "derived"
-- is permanent: documents and what the user decided. What is below it was made from that, by the version that
-- findings.maker names, and can be made anew: `hearsay rebuild`. Text is UTF-8; times are seconds since 1970, UTC; texts
-- are packed with zstd.
--
-- The enumerations of hearsay.h (type, kind, polarity, sourcing, occasion) are stored as their numbers there, which
-- therefore never change; a value that is not known is 0.

-- --- permanent ----------------------------------------------------------------------------------

-- A version of a document. Its metadata is the page's unless `edits` says otherwise.
CREATE TABLE documents (
    key         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL,    -- as given, or made from the text
    work        INTEGER NOT NULL, -- the key of its first version, the same for all of them
    version     INTEGER NOT NULL, -- from 1
    newest      INTEGER NOT NULL, -- 1 for the last version that was added, else 0
    title       TEXT,
    author      TEXT,
    publisher   TEXT,
    url         TEXT,
    date        TEXT,             -- as it was written
    language    TEXT,             -- as the page names it, or the user; findings.language is what the text is in
    day         TEXT,             -- what is known of `date` as year, month, day: '2031-04-02', '2031-04', '2031'
    origin      TEXT,             -- where it was read: 'a.jsonl:12'
    added       INTEGER NOT NULL,
    sha256      BLOB NOT NULL,    -- of the original bytes
    fingerprint BLOB NOT NULL     -- SHA-256 of text and metadata as they came: what a version differs in
) STRICT;
CREATE INDEX documents_work ON documents (work);
CREATE INDEX documents_id ON documents (id);
CREATE INDEX documents_url ON documents (url) WHERE url IS NOT NULL;
CREATE INDEX documents_bytes ON documents (substr(sha256, 1, 8));
CREATE INDEX documents_day ON documents (day) WHERE newest;
CREATE INDEX documents_publisher ON documents (publisher) WHERE newest;

CREATE TABLE texts (
    document  INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    size      INTEGER NOT NULL, -- of the text, in bytes
    markup    INTEGER NOT NULL, -- 1 where it has Markdown in it, so that not all of it is shown
    text      BLOB NOT NULL,    -- packed
    structure BLOB,             -- packed: blocks and links of a page, as lines; NULL where there are none
    found     BLOB,             -- derived: see findings. Here, since a row of its own would waste half a page
    original  BLOB              -- packed: the bytes as they were read; NULL where they are the text or were left out
) STRICT;

-- What the user corrected, oldest first: what is taken back is deleted, and `replaced` holds again.
CREATE TABLE edits (
    key      INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    change   INTEGER NOT NULL, -- the same for what was corrected, and is taken back, at once
    field    TEXT NOT NULL, -- a column of documents: 'title', 'author', 'publisher', 'url', 'date', 'language'
    value    TEXT,
    replaced TEXT,
    made     INTEGER NOT NULL
) STRICT;
CREATE INDEX edits_document ON edits (document);

-- Speakers that the user joined or parted; of one pair the last decision alone is kept.
CREATE TABLE decisions (
    key     INTEGER PRIMARY KEY,
    verb    TEXT NOT NULL CHECK (verb IN ('join', 'part')),
    speaker TEXT NOT NULL, -- the id of a speaker in a document, which stands for whoever it is
    other   TEXT NOT NULL,
    made    INTEGER NOT NULL
) STRICT;
CREATE INDEX decisions_speaker ON decisions (speaker);
CREATE INDEX decisions_other ON decisions (other);

-- --- derived ------------------------------------------------------------------------------------

-- What made something: 'hearsay 0.1.0, minilm-polnear 3'.
CREATE TABLE makers (
    key  INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- What was found in a document. All of it is in texts.found: JSON (docs/format.md, from "made_by" on), packed against the
-- text, which it has many words in common with.
CREATE TABLE findings (
    document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    maker    INTEGER NOT NULL REFERENCES makers DEFERRABLE INITIALLY DEFERRED,
    language TEXT,
    words    INTEGER NOT NULL,
    -- Its rows in the next tables, whose keys follow each other: what an index of them by document would tell.
    statements_begin INTEGER NOT NULL,
    statements_end   INTEGER NOT NULL, -- after the last one
    speakers_begin   INTEGER NOT NULL,
    speakers_end     INTEGER NOT NULL,
    fold             INTEGER REFERENCES folds ON DELETE SET NULL -- that it is linked as; NULL: it is not
) STRICT;
CREATE INDEX findings_maker ON findings (maker);
CREATE INDEX findings_fold ON findings (fold) WHERE fold IS NOT NULL;

-- What of a statement is searched for; the rest is in texts.found, at `place`. Statements of lower confidence than
-- HEARSAY_MIN_CONFIDENCE are there alone.
CREATE TABLE statements (
    key        INTEGER PRIMARY KEY,
    document   INTEGER NOT NULL, -- not REFERENCES, which would need an index
    place      INTEGER NOT NULL, -- in the document's list, from 0
    id         ANY NOT NULL,     -- the bytes of sixteen hexadecimal digits, or another text (src/store/ids.h)
    type       INTEGER NOT NULL,
    kind       INTEGER NOT NULL,
    polarity   INTEGER NOT NULL,
    sourcing   INTEGER NOT NULL,
    occasion   INTEGER NOT NULL,
    parent     INTEGER,          -- its place
    date       TEXT,
    day        INTEGER NOT NULL, -- when it was said, else published: 20310402, the first day that is meant; 0: unknown
    confidence INTEGER NOT NULL, -- of 10000
    speaker    INTEGER,          -- NULL where nobody says it, or several: said_by
    content    TEXT NOT NULL     -- its spans, as bytes of the text: '0-17 40-52'
) STRICT;
CREATE INDEX statements_id ON statements (substr(id, 1, 4)); -- half of it, which next to no two have

-- Who speaks in one document.
CREATE TABLE speakers (
    key      INTEGER PRIMARY KEY,
    document INTEGER NOT NULL, -- likewise
    id       TEXT NOT NULL,    -- "speaker_id" of the document's own statements
    name     INTEGER NOT NULL REFERENCES names,
    profile  INTEGER REFERENCES profiles ON DELETE SET NULL, -- NULL: nothing to know it again by
    person   INTEGER REFERENCES persons ON DELETE SET NULL   -- as its profile's
) STRICT;
CREATE INDEX speakers_id ON speakers (substr(id, 1, 8));
CREATE INDEX speakers_profile ON speakers (profile, id) WHERE profile IS NOT NULL;

-- Each of the speakers of a statement that has several.
CREATE TABLE said_by (
    statement INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
    speaker   INTEGER NOT NULL,
    PRIMARY KEY (statement, speaker)
) STRICT, WITHOUT ROWID;

-- Who is the same across documents: the id is the lowest of its speakers' ids.
CREATE TABLE persons (
    key  INTEGER PRIMARY KEY,
    id   TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL
) STRICT;

-- What speakers are known by (src/identify/identify.h), each once.
CREATE TABLE profiles (
    key    INTEGER PRIMARY KEY,
    hash   INTEGER NOT NULL, -- XXH3 of the text, by which it is found
    text   TEXT NOT NULL,
    alone  INTEGER NOT NULL, -- 1: names alone do not tell who it is
    person INTEGER REFERENCES persons ON DELETE SET NULL
) STRICT;
CREATE INDEX profiles_hash ON profiles (hash);
CREATE INDEX profiles_person ON profiles (person);

-- The words of their keys, each once.
CREATE TABLE terms (
    key  INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
) STRICT;

-- Keys of names.
CREATE TABLE profile_names (
    name    INTEGER NOT NULL REFERENCES terms,
    profile INTEGER NOT NULL REFERENCES profiles ON DELETE CASCADE,
    PRIMARY KEY (name, profile)
) STRICT, WITHOUT ROWID;
CREATE INDEX profile_names_profile ON profile_names (profile);

-- Keys of roles and company: what stands beside a name in one document.
CREATE TABLE company (
    name    INTEGER NOT NULL REFERENCES terms,
    item    INTEGER NOT NULL REFERENCES terms,
    speaker INTEGER NOT NULL REFERENCES speakers ON DELETE CASCADE,
    kind    INTEGER NOT NULL, -- identify_key_kind
    PRIMARY KEY (name, item, speaker)
) STRICT, WITHOUT ROWID;
CREATE INDEX company_speaker ON company (speaker);

-- Pairs of profiles that were judged to be one, a < b, or that the user decided on.
CREATE TABLE bonds (
    a        INTEGER NOT NULL REFERENCES profiles ON DELETE CASCADE,
    b        INTEGER NOT NULL REFERENCES profiles ON DELETE CASCADE,
    strength INTEGER NOT NULL, -- 0: decided only
    decided  INTEGER NOT NULL, -- 1 joined, -1 parted by the user, 0 not
    evidence TEXT NOT NULL,    -- a line each: 'appears with: ken salazar'
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX bonds_b ON bonds (b);

-- The outlets and platforms that statements came through.
CREATE TABLE via (
    statement INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
    name      TEXT NOT NULL,
    PRIMARY KEY (statement, name)
) STRICT, WITHOUT ROWID;

-- The names of all speakers, each once.
CREATE TABLE names (
    key  INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
