"""A store of which single bits were altered, or which was cut off, at random places: `check` and `rebuild` never crash,
`rebuild` ends with 0 only where `check` then finds nothing, and a document that is not what it was is named.

    python3 tests/cli/store_damage.py 60 10     that many alterations and cuts, and their figures"""

import collections
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(os.environ["SOURCE_DIR"]) / "tests/support"))
import program

ALTERED, CUT, DOCUMENTS, SEED = 10, 3, 16, 7


def hearsay(folder, *command):
    done = subprocess.run(["hearsay", *command], cwd=folder, env=program.environment(), capture_output=True,
                          text=True, check=False)
    assert done.returncode in (0, 1, 2), (command, done)
    return done


def documents(folder):
    """All that is exported, by id. A document that cannot be read ends it, so each is asked for."""
    listed = hearsay(folder, "export")
    found = {}
    for line in listed.stdout.splitlines():
        found[json.loads(line)["id"]] = json.loads(line)
    return found


def make(folder):
    lines = [json.dumps({"id": f"wire-{i}", "title": f"Rain, day {i}", "date": f"2031-04-{i + 1:02}",
                         "text": f"It rained on day {i}, and “nobody laughed at all,” Ada Moreno said to {i + 2} people. "
                                 f"Ben Ito, the mayor of Port {i}, said that the harbour would stay closed."})
             for i in range(DOCUMENTS)]
    (folder / "a.jsonl").write_text("\n".join(lines) + "\n")
    assert hearsay(folder, "add", "-q", "a.jsonl").returncode == 0
    assert hearsay(folder, "edit", "-q", "wire-3", "--title=Corrected").returncode == 0
    return (folder / "hearsay.db").read_bytes()


def damaged(whole, chance, cut):
    at = chance.randrange(len(whole))
    if cut:
        return whole[:at], f"cut after {at} bytes"
    altered = bytearray(whole)
    altered[at] ^= 1 << chance.randrange(8)
    return bytes(altered), f"bit altered at {at}"


def try_one(folder, contents, before):
    """What became of it."""
    for file in folder.glob("hearsay.db*"):
        file.unlink()
    (folder / "hearsay.db").write_bytes(contents)
    found = hearsay(folder, "check").returncode != 0
    rebuilt = hearsay(folder, "rebuild")
    clean = hearsay(folder, "check").returncode == 0
    after = documents(folder)
    changed = [name for name in before if after.get(name) != before[name]]
    assert (rebuilt.returncode == 0) <= clean, rebuilt
    if rebuilt.returncode == 0:
        assert not changed, (changed, rebuilt)
    elif "no document can be read" not in rebuilt.stderr and "not a store" not in rebuilt.stderr:
        silent = [name for name in changed if f" {name}:" not in rebuilt.stderr]
        assert not silent, (silent, rebuilt)
    return {"tried": 1, "check finds it": found, "clean after rebuild": clean, "all documents kept": not changed,
            "documents kept": len(before) - len(changed)}


def main():
    program.need_model()
    altered, cut = (int(each) for each in sys.argv[1:3]) if len(sys.argv) > 2 else (ALTERED, CUT)
    chance = random.Random(SEED)
    figures = {"altered": collections.Counter(), "cut": collections.Counter()}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        whole = make(folder)
        before = documents(folder)
        assert len(before) == DOCUMENTS
        for i in range(altered + cut):
            contents, how = damaged(whole, chance, i >= altered)
            try:
                figures["altered" if i < altered else "cut"].update(try_one(folder, contents, before))
            except AssertionError:
                print(how)
                raise
    for kind, figure in figures.items():
        print(f"{kind}: {dict(figure)}")
    assert figures["altered"]["all documents kept"] >= altered * 0.8, "most bytes of a store are no text"


main()
