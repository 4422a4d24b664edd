#!/usr/bin/env python3
"""What a store costs: time beside `hearsay quotes`, size beside the text, memory beside the number of documents.

usage: store.py [--program PATH] [--data SHARED] [--many N] [--skip-time]

Time and size are of real articles (PolNeAR's development split), which are read for statements; memory, and the size of
a large store, are of N and N/10 made-up ones (corpus.py), which bring theirs. What each table and index takes, in times of the
text, is told of the last store.
"""
import argparse
import json
import os
import tempfile

import processes
import stores

RUNS = 3


def fresh(folder):
    for name in os.listdir(folder):
        if name.startswith("store.db"):
            os.unlink(os.path.join(folder, name))
    return os.path.join(folder, "store.db")


def compare(program, articles, folder):
    """One after the other, so that both meet the same machine; of the clock and the processor the best of each."""
    quotes, added = [], []
    for _ in range(RUNS):
        quotes.append(processes.run([program, "quotes", "-q", "--format=jsonl", "--with-text", "-o", os.path.join(folder, "o.jsonl"),
                                     articles]))
        store = fresh(folder)
        added.append(stores.add(program, store, articles))
    for name in ("wall", "processor"):
        q, a = (min(getattr(each, name) for each in those) for those in (quotes, added))
        print(f"{name}: quotes {q:.2f} s, add {a:.2f} s, {a / q:.3f} times")
    print(f"size: {os.path.getsize(store):,} bytes, {stores.over_text(store, articles)} times the text")


def grow(program, data, many, folder):
    made = os.path.join(folder, "made.jsonl")
    for count in (many // 10, many):
        stores.make_articles(program, data, count, made)
        for flags in (["--no-links"], []):
            store = fresh(folder)
            took = stores.add(program, store, made, *flags)
            print(f"{count:,} documents with their statements{', no links' if flags else ''}: {took.processor:.1f} s of the processor, "
                  f"peak memory {took.memory:.0f} MB, {os.path.getsize(store):,} bytes, {stores.over_text(store, made)} times the text")
    print(json.dumps(stores.parts(store, made), indent=1))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--program", default=stores.PROGRAM)
    p.add_argument("--data", default=stores.SHARED)
    p.add_argument("--many", type=int, default=20000)
    p.add_argument("--skip-time", action="store_true", help="of the made-up articles alone")
    a = p.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if not a.skip_time:
            compare(a.program, os.path.join(a.data, "data", "polnear", "dev.jsonl"), folder)
        grow(a.program, a.data, a.many, folder)


if __name__ == "__main__":
    main()
