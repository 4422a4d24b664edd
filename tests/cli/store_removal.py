"""What was removed from a store is nowhere in its files: not as it stood, not packed, not as words of an index."""

import json
import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(os.environ["SOURCE_DIR"]) / "tests/support"))
import bodies
import program

COUNT, REMOVED = 150, 30


def secrets(made):
    """Everything by which it could be known again, in the letters that the index has them in."""
    yield from made["text"].split()
    for field in ("id", "title", "author", "publisher", "url"):
        yield made[field]
    for each in made["statements"]:
        yield from (each["speaker"], each["speaker_id"], *each["via"])


def found_in(folder, all_secrets):
    """Which of them stand in the store's files, in whatever letters."""
    looked_for = folder / "secrets"
    looked_for.write_text("".join(secret + "\n" for secret in sorted(all_secrets)))
    files = sorted(path for path in folder.iterdir() if path.name.startswith("desk.db"))
    found = subprocess.run(["grep", "--text", "--only-matching", "--no-filename", "--ignore-case", "--fixed-strings", "-f", looked_for, *files],
                           stdout=subprocess.PIPE, env={**os.environ, "LC_ALL": "C"})
    return {line.decode().lower() for line in found.stdout.splitlines()}


def bytes_in_gaps(data):
    """How many bytes between the cells' places and the cells of the file's trees are not 0: where SQLite may leave copies."""
    size, count = int.from_bytes(data[16:18], "big"), 0
    for at in range(0, len(data), size):
        page, header = data[at:at + size], 100 if at == 0 else 0
        if page[header] in (2, 5, 10, 13):
            begin = header + (8 if page[header] >= 10 else 12) + 2 * int.from_bytes(page[header + 3:header + 5], "big")
            gap = page[begin:int.from_bytes(page[header + 5:header + 7], "big")]
            count += len(gap) - gap.count(0)
    return count


def run(*command, folder):
    return subprocess.run(["hearsay", *command], cwd=folder, env=program.environment(HEARSAY_STORE="desk.db"),
                          check=True, capture_output=True)


def main():
    program.need_model()
    dice = random.Random(7)
    maker = bodies.maker()
    made = [bodies.document(dice, number, maker) for number in range(COUNT)]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "a.jsonl").write_text("".join(json.dumps(each) + "\n" for each in made))
        told = run("add", "a.jsonl", folder=folder).stderr.decode()
        assert f"{COUNT} brought their statements" in told, told
        run("edit", made[0]["id"], "--title=" + (other := bodies.word(dice)), folder=folder)
        going = dice.sample(made[1:], REMOVED - 1) + [made[0]]
        going_secrets = {secret for each in going for secret in secrets(each)} | {other}
        staying = [each for each in made if each not in going]
        assert len(found_in(folder, going_secrets)) > 1000, "the test would find nothing"
        assert bytes_in_gaps((folder / "desk.db").read_bytes()) > 0, "the test would find nothing"
        reader = sqlite3.connect(folder / "desk.db")  # it has the log open, and reads nothing
        reader.execute("SELECT count(*) FROM documents").fetchall()
        run("remove", *[each["id"] for each in going[:REMOVED // 2]], folder=folder)
        for each in going[REMOVED // 2:]:
            run("remove", each["id"], folder=folder)
        left = found_in(folder, going_secrets)
        assert not left, f"{len(left)} left: {sorted(left)[:10]}"
        reader.close()
        assert bytes_in_gaps((folder / "desk.db").read_bytes()) == 0
        run("check", folder=folder)
        kept = found_in(folder, {each["id"] for each in staying})
        assert len(kept) == len(staying), "more was removed than should be"
    print(f"{REMOVED} of {COUNT} documents removed without a trace: {len(going_secrets)} words looked for")


main()
