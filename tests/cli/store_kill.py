"""A store survives the death of whoever writes to it: SIGKILL at random moments while documents are added, by two
processes at once now and then, and Ctrl-C; whatever is there then is whole, and in the end nothing is missing and
nothing twice.

    python3 tests/cli/store_kill.py 500     kills that often, not the few times of the test"""

import json
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(os.environ["SOURCE_DIR"]) / "tests/support"))
import bodies
import program

KILLS, DOCUMENTS = 12, 300
TABLES = {"documents": "id, title, url, version, newest, hex(sha256), hex(fingerprint)",
          "texts": "(SELECT id FROM documents WHERE key = document), size, hex(text), hex(found)",
          "findings": "(SELECT id FROM documents WHERE key = document), statements_end - statements_begin",
          "statements": "(SELECT id FROM documents WHERE key = document), place, id, type, sourcing, content",
          "speakers": "(SELECT id FROM documents WHERE key = document), id, "
                      "(SELECT name FROM names WHERE key = speakers.name)",
          "document_index_docsize": "hex(sz)"}


def start(folder, store):
    return subprocess.Popen(["hearsay", "add", "-q", "--threads=2", f"--store={store}", "a.jsonl"], cwd=folder,
                            env=program.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def check(folder, store):
    done = subprocess.run(["hearsay", "check", f"--store={store}"], cwd=folder, env=program.environment(),
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def contents(folder, store):
    """Rows of all tables, without what depends on the order in which documents were added."""
    file = sqlite3.connect(folder / store)
    try:
        return {table: sorted(file.execute(f"SELECT {columns} FROM {table}").fetchall(), key=repr)
                for table, columns in TABLES.items()}
    finally:
        file.close()


def count(folder, store):
    """How many documents there are; each has all that belongs to it, or it would not be there."""
    if not (folder / store).exists() or not (folder / store).stat().st_size:
        return 0
    file = sqlite3.connect(folder / store)
    try:
        return file.execute("SELECT count(*) FROM documents").fetchone()[0]
    except sqlite3.OperationalError:  # its tables are not made yet
        return 0
    finally:
        file.close()


def kill_once(folder, dice, longest):
    """Whether it was killed before it had ended."""
    writers = [start(folder, "desk.db") for _ in range(1 + (dice.random() < 0.2))]
    time.sleep(dice.uniform(0, longest))
    how = signal.SIGINT if dice.random() < 0.1 else signal.SIGKILL
    for each in writers:
        each.send_signal(how)
    ends = [(each.wait(), each.stderr.read().decode()) for each in writers]
    for status, told in ends:
        assert status in (0, -how, 128 + how), told  # before the watch begins, the signal itself ends it
    return any(status != 0 for status, _ in ends)


def main():
    program.need_model()
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    dice, maker = random.Random(11), bodies.maker()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        with open(folder / "a.jsonl", "w", encoding="utf-8") as lines:
            for number in range(DOCUMENTS):
                lines.write(json.dumps(bodies.document(dice, number, maker)) + "\n")
        begun = time.monotonic()
        assert start(folder, "whole.db").wait() == 0
        longest = time.monotonic() - begun
        wanted = contents(folder, "whole.db")
        assert len(wanted["documents"]) == DOCUMENTS and len(wanted["statements"]) > DOCUMENTS
        killed, stores, before = 0, 0, 0
        while killed < kills:
            killed += kill_once(folder, dice, longest / 3)
            now = count(folder, "desk.db")
            assert now >= before, f"{before} documents were there, then {now}"
            before = now
            if now > 0:
                check(folder, "desk.db")
            if now == DOCUMENTS or killed == kills:
                assert start(folder, "desk.db").wait() == 0
                assert contents(folder, "desk.db") == wanted, "the store is not as one that nobody disturbed"
                check(folder, "desk.db")
                for path in folder.glob("desk.db*"):
                    path.unlink()
                stores, before = stores + 1, 0
        print(f"killed {killed} times while filling {stores} stores of {DOCUMENTS} documents: nothing lost, nothing twice")


main()
