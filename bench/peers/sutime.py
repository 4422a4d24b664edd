#!/usr/bin/env python3
"""SUTime (CoreNLP, which it fetches into build/peers) on the documents of a file, on one core, for eval/dates.py.

usage: sutime.py [DOCUMENTS.jsonl [FOUND.jsonl]]

By default the files in build/eval that eval/dates.py writes and looks for: timebank.jsonl and timebank.sutime.jsonl.
"""
import os
import subprocess
import sys

import peers

EVAL = os.path.join(peers.PROJECT, "build", "eval")


def main():
    given = sys.argv[1:]
    documents = given[0] if given else os.path.join(EVAL, "timebank.jsonl")
    found = given[1] if len(given) > 1 else os.path.join(EVAL, "timebank.sutime.jsonl")
    os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])
    subprocess.run(peers.corenlp(adapter="CoreNlpDates.java")(documents, found), check=True)


if __name__ == "__main__":
    main()
