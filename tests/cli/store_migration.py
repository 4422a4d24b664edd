"""A store of an older schema is brought up to date by whatever writes to it, and answers as a new one does."""

import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(os.environ["SOURCE_DIR"]) / "tests/support"))
import program

# What it was told is the same; what is searched for is made of it.
TABLES = ("documents", "texts", "edits", "decisions", "makers", "findings", "statements", "names", "persons", "profiles", "speakers",
          "said_by", "terms", "profile_names", "company", "bonds", "via", "linked_by", "folds", "postings", "shared")
ASKED = (("find", "radar"), ("find", "--limit=3", "fog"), ("find", "lodz OR fog*"), ("who", "moreno"), ("who", "lukaszewicz"), ("list", "--by=speaker"), ("list",), ("export", "--format=links"))


def hearsay(*command, folder):
    return subprocess.run(["hearsay", *command], cwd=folder, env=program.environment(), capture_output=True, text=True)


def as_before(table, column):
    """What a schema before 7 had: ids of statements were texts."""
    return "lower(hex(id))" if (table, column) == ("statements", "id") else column


def make_older(folder, schema):
    older = sqlite3.connect(folder / "older.db")
    older.executescript((program.ROOT / f"tests/data/schema{schema}.sql").read_text(encoding="utf-8"))
    older.execute("ATTACH ? AS new", (str(folder / "hearsay.db"),))
    for table in TABLES:
        columns = [row[1] for row in older.execute(f"PRAGMA main.table_info({table})")]
        taken = [as_before(table, column) for column in columns]
        older.execute(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(taken)} FROM new.{table}")
    older.execute("UPDATE linked_by SET version = version - 1")
    older.commit()
    older.execute("PRAGMA application_id = 0x48534159")
    older.execute(f"PRAGMA user_version = {schema}")
    older.close()


def make_schema_7(folder):
    """Which did not tell what folds are about, nor had an index of what is not linked."""
    shutil.copy(folder / "hearsay.db", folder / "older.db")
    older = sqlite3.connect(folder / "older.db")
    older.executescript("""
        DROP INDEX findings_unlinked;
        PRAGMA legacy_alter_table = ON;
        ALTER TABLE folds RENAME TO newer_folds;
        CREATE TABLE folds (key INTEGER PRIMARY KEY, hash INTEGER NOT NULL UNIQUE) STRICT;
        INSERT INTO folds SELECT key, hash FROM newer_folds;
        DROP TABLE newer_folds;
        UPDATE linked_by SET version = version - 1;
        PRAGMA user_version = 7""")
    older.close()


def make_schema_6(folder):
    """Which had ids of statements as texts."""
    make_schema_7(folder)
    older = sqlite3.connect(folder / "older.db")
    older.executescript("""
        PRAGMA writable_schema = ON; -- the views need functions that are not here
        ALTER TABLE statements ADD COLUMN written TEXT NOT NULL DEFAULT '';
        UPDATE statements SET written = lower(hex(id));
        DROP INDEX statements_id;
        ALTER TABLE statements DROP COLUMN id;
        ALTER TABLE statements RENAME COLUMN written TO id;
        CREATE INDEX statements_id ON statements (substr(id, 1, 8));
        PRAGMA user_version = 6""")
    older.close()


def make_schema_5(folder):
    """Which had the keys of every fold beside it."""
    make_schema_6(folder)
    older = sqlite3.connect(folder / "older.db")
    older.executescript("""
        ALTER TABLE folds ADD COLUMN found_by BLOB NOT NULL DEFAULT x'';
        ALTER TABLE folds ADD COLUMN swept INTEGER NOT NULL DEFAULT 0;
        DROP TABLE waiting;
        PRAGMA user_version = 5""")
    older.close()


def make_schema_4(folder):
    """Which had all of that but two columns and an index."""
    make_schema_5(folder)
    older = sqlite3.connect(folder / "older.db")
    older.executescript("""
        PRAGMA writable_schema = ON; -- as above
        DROP INDEX documents_bytes;
        ALTER TABLE folds DROP COLUMN swept;
        PRAGMA legacy_alter_table = ON;
        ALTER TABLE linked_by RENAME TO newer_linked_by;
        CREATE TABLE linked_by (version INTEGER NOT NULL) STRICT;
        INSERT INTO linked_by SELECT version FROM newer_linked_by;
        DROP TABLE newer_linked_by;
        PRAGMA user_version = 4""")
    older.close()


def answer_alike(folder):
    refused = hearsay("list", "--store=older.db", folder=folder)
    assert refused.returncode == 2 and "hearsay rebuild brings it up to date" in refused.stderr, refused
    for command in ("rebuild", "link"): # whose links are of an older version
        done = hearsay(command, "-q", "--store=older.db", folder=folder)
        assert done.returncode == 0, done
    checked = hearsay("check", "--store=older.db", folder=folder)
    assert checked.returncode == 0 and "as it was written" in checked.stderr, checked
    for command in ASKED:
        new, migrated = (hearsay(*command, f"--store={store}.db", folder=folder) for store in ("hearsay", "older"))
        assert new.returncode == 0 and migrated.stdout == new.stdout, (command, new, migrated)


def link_alike(folder):
    """What comes is linked with what was there, and what goes is not."""
    copied = json.loads((folder / "desk.jsonl").read_text(encoding="utf-8").splitlines()[0])
    copy = {"id": "copy", "text": copied["text"] + " Nothing else is known."}
    (folder / "copy.jsonl").write_text(json.dumps(copy), encoding="utf-8")
    links = []
    for store in ("hearsay", "older"):
        for command in (("add", "copy.jsonl"), ("export", "--format=links"), ("remove", "wire-7"), ("export", "--format=links")):
            done = hearsay(*command, f"--store={store}.db", *(["-q"] if command[0] != "export" else []), folder=folder)
            assert done.returncode == 0, (command, done)
            links.append(done.stdout)
    assert "copy" in links[1] and links[:4] == links[4:], links


def main():
    program.need_model()
    for make in (lambda folder: make_older(folder, 3), make_schema_4, make_schema_5, make_schema_6, make_schema_7):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            subprocess.run(["sh", program.ROOT / "tests/data/desk.sh"], cwd=folder, env=program.environment(), check=True)
            make(folder)
            answer_alike(folder)
            link_alike(folder)


main()
