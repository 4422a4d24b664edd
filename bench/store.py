#!/usr/bin/env python3
"""What a store costs: time beside `hearsay quotes`, size beside the text, memory beside the number of documents.

usage: store.py [--program PATH] [--data SHARED] [--many N]

Time and size are of real articles (PolNeAR's development split), which are read for statements; memory, and the size of
a large store, are of N and N/10 made-up ones (corpus.py), which bring theirs.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import time

PROJECT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RUNS = 3


def measure(*command):
    """Seconds on the clock, of the processor, and the peak of memory in bytes."""
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    told = process.stderr.read().decode()
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)}: {told}")
    return time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def text_size(path):
    with open(path, encoding="utf-8") as lines:
        return sum(len(json.loads(line)["text"].encode()) for line in lines)


def fresh(folder):
    for name in os.listdir(folder):
        if name.startswith("store.db"):
            os.unlink(os.path.join(folder, name))
    return os.path.join(folder, "store.db")


def compare(program, articles, folder):
    """One after the other, so that both meet the same machine; of the clock and the processor the best of each."""
    quotes, added = [], []
    for _ in range(RUNS):
        quotes.append(measure(program, "quotes", "-q", "--format=jsonl", "--with-text", "-o", os.path.join(folder, "o.jsonl"), articles))
        store = fresh(folder)
        added.append(measure(program, "add", "-q", "--no-originals", "--store", store, articles))
    for which, name in enumerate(("wall", "processor")):
        q, a = min(each[which] for each in quotes), min(each[which] for each in added)
        print(f"{name}: quotes {q:.2f} s, add {a:.2f} s, {a / q:.3f} times")
    size = os.path.getsize(store)
    print(f"size: {size:,} bytes, {size / text_size(articles):.2f} times the text")


def grow(program, data, many, folder):
    empty = subprocess.run([program, "quotes", "-q", "--format=jsonl"], input="It rained.", capture_output=True, text=True, check=True)
    maker = json.loads(empty.stdout)["made_by"]
    for count in (many // 10, many):
        made = os.path.join(folder, "made.jsonl")
        subprocess.run([sys.executable, os.path.join(PROJECT, "bench", "corpus.py"), "--count", str(count), "--data", data,
                        "--made-by", maker, made, os.path.join(folder, "copies.jsonl")], check=True)
        store = fresh(folder)
        wall, _, peak = measure(program, "add", "-q", "--no-originals", "--store", store, made)
        size = os.path.getsize(store)
        print(f"{count:,} documents with their statements: {count / wall:.0f}/s, peak memory {peak / 1e6:.0f} MB, "
              f"{size:,} bytes, {size / text_size(made):.2f} times the text")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--program", default=os.path.join(PROJECT, "build", "release", "hearsay"))
    p.add_argument("--data", default=os.path.join(PROJECT, "..", "shared"))
    p.add_argument("--many", type=int, default=20000)
    a = p.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        compare(a.program, os.path.join(a.data, "data", "polnear", "dev.jsonl"), folder)
        grow(a.program, a.data, a.many, folder)


if __name__ == "__main__":
    main()
