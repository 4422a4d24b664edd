#!/usr/bin/env python3
"""How often the speaker of a statement is right where its spans are given, on shared/data/resolution/dev.jsonl.

usage: speakers.py [--data SHARED]

Figures are those of shared/eval/score_resolution.py: `speaker` the same person or body, `fullname` the very name where
the text names one. The seven articles of agreement.jsonl were kept out of tuning, the other fourteen were not. The
words a second are those of resolving alone, from the text and its sentences on. Standard library only.
"""
import argparse
import json
import os
import subprocess
import sys
import time

import places

TOOL = os.path.join(places.PROJECT, "build", "release", "hearsay-speakers")
BARS = {"speaker": 88, "fullname": 92}
REPEATS = 50  # of the text, for the time


def resolve(documents, path):
    """What the program says of the statements of the documents: the same, with its own speakers."""
    lists = os.path.join(places.PROJECT, "data", "abbreviations.txt")
    given = places.write(path, documents)
    done = subprocess.run([TOOL, lists, given], check=True, stdout=subprocess.PIPE)
    return [json.loads(line) for line in done.stdout.splitlines()]


def scored(folder, gold, predicted, name):
    """{"speaker", "fullname"} of some documents."""
    paths = [places.write(places.output(f"speakers.{name}.{kind}.jsonl"), rows) for kind, rows in
             (("gold", gold), ("found", predicted))]
    script = places.shared(folder, "eval", "score_resolution.py")
    done = subprocess.run([sys.executable, script, *paths, "--json"], check=True, stdout=subprocess.PIPE, text=True)
    figures = json.loads(done.stdout)
    return {key: figures[key] for key in BARS}


def parts(documents, kept_out):
    """name -> its documents."""
    return {"kept out of tuning": [d for d in documents if d["id"] in kept_out],
            "looked at": [d for d in documents if d["id"] not in kept_out], "all": documents}


def words_a_second(documents):
    words = sum(len(d["text"].split()) for d in documents) * REPEATS
    begin = time.monotonic()
    resolve(documents * REPEATS, places.output("speakers.time.jsonl"))
    return words / (time.monotonic() - begin)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=os.path.join(places.PROJECT, "..", "shared"))
    folder = p.parse_args().data
    documents = places.read(places.shared(folder, "data", "resolution", "dev.jsonl"))
    kept_out = {d["id"] for d in places.read(places.shared(folder, "data", "resolution", "agreement.jsonl"))}
    found = {d["id"]: d for d in resolve(documents, places.output("speakers.given.jsonl"))}
    for name, some in parts(documents, kept_out).items():
        figures = scored(folder, some, [found[d["id"]] for d in some], name.split()[0])
        print(f"{name}: " + ", ".join(f"{key} {figures[key]} (bar {BARS[key]})" for key in BARS))
    print(f"{words_a_second(documents):,.0f} words a second, reading and writing JSON included")


if __name__ == "__main__":
    main()
