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

COUNT, REMOVED = 60, 20


def secrets(made):
    """Everything by which it could be known again, in the letters that the index has them in."""
    yield from made["text"].split()
    for field in ("id", "title", "author", "publisher", "url"):
        yield made[field]
    for each in made["statements"]:
        yield from (each["speaker"], each["speaker_id"], *each["via"])


def found_in(folder, all_secrets):
    files = {path.name: path.read_bytes() for path in folder.iterdir() if path.name.startswith("desk.db")}
    return [(name, secret) for name, data in files.items() for secret in all_secrets
            if secret.encode() in data or secret.lower().encode() in data]


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
        reader = sqlite3.connect(folder / "desk.db")  # it has the log open, and reads nothing
        reader.execute("SELECT count(*) FROM documents").fetchall()
        run("remove", *[each["id"] for each in going[:REMOVED // 2]], folder=folder)
        for each in going[REMOVED // 2:]:
            run("remove", each["id"], folder=folder)
        left = found_in(folder, going_secrets)
        assert not left, f"{len(left)} left: {left[:10]}"
        reader.close()
        run("check", folder=folder)
        kept = found_in(folder, {each["id"] for each in staying})
        assert len({secret for _, secret in kept}) == len(staying), "more was removed than should be"
    print(f"{REMOVED} of {COUNT} documents removed without a trace: {len(going_secrets)} words looked for")


main()
