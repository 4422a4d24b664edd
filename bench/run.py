#!/usr/bin/env python3
"""Speed and memory of `hearsay quotes`, each run a whole process.

usage: run.py [--data SHARED] [--sizes 1,10] [--hearsay PROGRAM] [--model FILE]

First PolNeAR dev's articles, where they are at hand, on one thread and on two; the time to load the
model and start is taken off (that of an empty document). Then texts of the given sizes in MB, put
together from examples/, as one document and as one a line. Memory is the process's largest resident
set. Run it with nothing else running; 100 MB take over an hour on one core without VNNI.
"""
import argparse
import json
import os
import statistics
import tempfile
import time

PROJECT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def measure(command):
    """-> wall seconds, processor seconds, peak memory in MB"""
    began = time.monotonic()
    pid = os.posix_spawn(command[0], command, os.environ)
    _, status, usage = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"{' '.join(command)} failed")
    return time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def quotes(a, path, *options):
    return measure([a.hearsay, "quotes", "--quiet", "--progress", "never", "--model", a.model, "--format", "jsonl",
                    "--max-size", "1G", "-o", "/dev/null", *options, path])


def median(runs):
    return [statistics.median(column) for column in zip(*runs)]


def articles(a, folder):
    path = os.path.join(a.data, "data", "polnear", "dev.jsonl")
    if not os.path.exists(path):
        print(f"(no {path}: PolNeAR's articles are left out)")
        return
    texts = [json.loads(line)["text"] for line in open(path, encoding="utf-8")]
    words = sum(len(text.split()) for text in texts)
    empty = os.path.join(folder, "empty.txt")
    open(empty, "w").close()
    start = median([quotes(a, empty, "--threads", "1") for _ in range(5)])
    print(f"start with an empty document: {start[0]:.3f} s, {start[2]:.0f} MB")
    print(f"PolNeAR dev, {len(texts)} articles, {words} words, median of five, start taken off:")
    for threads in (1, 2):
        wall, _, memory = median([quotes(a, path, "--threads", str(threads)) for _ in range(5)])
        wall -= start[0]
        print(f"  {threads} thread{'s' * (threads > 1)}: {wall:6.2f} s  {len(texts) / wall:6.1f} articles/s"
              f"  {words / wall:7.0f} words/s  {memory:5.0f} MB")


def example_texts():
    folder = os.path.join(PROJECT, "examples", "articles")
    for name in sorted(os.listdir(folder)):
        if name.endswith((".txt", ".md")):
            with open(os.path.join(folder, name), encoding="utf-8") as f:
                yield f.read()


def grow(folder, megabytes):
    """Two files of that size: one document, and one document a line."""
    texts, size, made = list(example_texts()), 0, []
    while size < megabytes * 1_000_000:
        made.append(texts[len(made) % len(texts)])
        size += len(made[-1].encode()) + 2
    one, many = os.path.join(folder, f"one{megabytes}.txt"), os.path.join(folder, f"many{megabytes}.jsonl")
    with open(one, "w", encoding="utf-8") as f:
        f.write("\n\n".join(made))
    with open(many, "w", encoding="utf-8") as f:
        for i, text in enumerate(made):
            f.write(json.dumps({"id": str(i), "text": text}) + "\n")
    return one, many


def sizes(a, folder):
    print("Texts of a given size, one thread:")
    print("      MB  as                  wall s   processor s    s/MB   peak MB")
    for megabytes in [int(x) for x in a.sizes.split(",")]:
        for path, name in zip(grow(folder, megabytes), ("one document", "a document a line")):
            wall, processor, memory = quotes(a, path, "--threads", "1")
            print(f"  {megabytes:6}  {name:18} {wall:8.1f}    {processor:9.1f} {processor / megabytes:8.2f} {memory:9.0f}", flush=True)
            os.unlink(path)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=os.path.join(PROJECT, "..", "shared"))
    p.add_argument("--sizes", default="1,10")
    p.add_argument("--hearsay", default=os.path.join(PROJECT, "build", "release", "hearsay"))
    p.add_argument("--model", default=os.path.join(PROJECT, "models", "hearsay.model"))
    a = p.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        articles(a, folder)
        sizes(a, folder)


if __name__ == "__main__":
    main()
