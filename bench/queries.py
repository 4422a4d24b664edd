#!/usr/bin/env python3
"""How a store of made-up articles is to ask, and how large it is.

usage: queries.py [--count N] [--data SHARED] [--seed S] [--queries Q] [--work DIR] [--hearsay PROGRAM]

Makes N articles (bench/corpus.py) and adds them to a store without originals, as `hearsay add` does, with the statements
that they bring; both are kept in DIR and used again. Then asks `hearsay find` and `hearsay who` Q times, with a set of
queries that the seed draws from the articles: words of every frequency, several words, phrases, beginnings, exclusions,
names, and conditions of each kind. Every query is a process of its own and is asked twice; the second time counts. Prints
a JSON object: of both commands the median, the 95th percentile and the maximum in milliseconds, of the clock (`wall_ms`)
and of the processor alone (`cpu_ms`, which other work on the machine does not lengthen), the slowest queries, the store's
size over that of the text, and the most memory that adding took.
"""
import argparse
import json
import os
import random
import re
import subprocess
import sys
import time

import stores

SAMPLE = 2000  # articles that queries are drawn from


# --- queries --------------------------------------------------------------------------------------

class Articles:
    """What queries are drawn from."""

    def __init__(self, path, rng):
        with open(path, encoding="utf-8") as f:
            self.all = [json.loads(line) for _, line in zip(range(SAMPLE), f)]
        counts = {}
        for document in self.all:
            for word in re.findall(r"[a-z]{3,}", document["text"]):
                counts[word] = counts.get(word, 0) + 1
        self.words = sorted(counts, key=lambda word: (-counts[word], word))
        self.rng = rng

    def word(self):
        """As often a common one as a rare one: the logarithm of its rank is drawn."""
        return self.words[int(len(self.words) ** self.rng.random()) - 1]

    def article(self):
        return self.rng.choice(self.all)

    def statement(self):
        while True:
            document = self.article()
            if document["statements"]:
                return document, self.rng.choice(document["statements"])

    def phrase(self, size):
        words = re.findall(r"[A-Za-z]+", self.article()["text"])
        begin = self.rng.randrange(max(1, len(words) - size))
        return '"' + " ".join(words[begin:begin + size]) + '"'

    def speaker(self):
        """One of those who are named in statements, each as often as any other."""
        names = {s["speaker"] for d in self.all[:500] for s in d["statements"] if s["sourcing"] == "named"}
        return self.rng.choice(sorted(names))


def draw_find(articles, number):
    rng, word = articles.rng, articles.word
    document, statement = articles.statement()
    year, month = rng.choice((2015, 2016)), rng.randint(1, 12)
    return (
        lambda: word(),
        lambda: f"{word()} {word()}",
        lambda: f"{word()} {word()} {word()}",
        lambda: articles.phrase(2),
        lambda: articles.phrase(rng.randint(3, 5)),
        lambda: f"{word()} -{word()}",
        lambda: f"{word()} OR {word()}",
        lambda: word()[:rng.randint(3, 5)] + "*",
        lambda: f'speaker:"{statement["speaker"]}"',
        lambda: f'{word()} speaker:{statement["speaker"].split()[-1]}',
        lambda: f"{word()} sourcing:{rng.choice(('named', 'anonymous', 'role'))}",
        lambda: f'publisher:"{document["publisher"]}" {word()}',
        lambda: f"{word()} after:{year}-{month:02}",
        lambda: f"{word()} after:{year}-{month:02}-15 before:{year + 1}",
        lambda: f"{word()} type:direct via:{document['publisher'].split()[0]}",
    )[number % 15]()


def draw_who(articles, number):
    name = articles.speaker()
    return (name, name.split()[-1], name.split()[0])[number % 3]


# --- measuring ------------------------------------------------------------------------------------

def run(command):
    """(seconds of the clock, of the processor, bytes of memory) of a process that must not fail."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"failed: {' '.join(command)}")
    return time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def at(values, share):
    return round(sorted(values)[min(len(values) - 1, int(len(values) * share))] * 1000, 1)


def summary(taken):
    figures = {}
    for name, which in (("wall_ms", 0), ("cpu_ms", 1)):
        values = [each[which] for each in taken.values()]
        figures[name] = {"median": at(values, 0.5), "p95": at(values, 0.95), "max": at(values, 1)}
    slowest = sorted(taken, key=lambda query: -taken[query][1])[:5]
    figures["slowest"] = [[query, round(taken[query][1] * 1000, 1)] for query in slowest]
    return figures


def ask(program, store, command, queries):
    taken = {}
    for query in queries:
        line = [program, command, f"--store={store}", "--", query]
        run(line)
        taken[query] = run(line)
    return summary(taken)


# --- the whole ------------------------------------------------------------------------------------

def prepare(a):
    """(articles, store, what adding took or None where it was there)"""
    os.makedirs(a.work, exist_ok=True)
    articles, store = (os.path.join(a.work, f"{a.count}.{ending}") for ending in ("jsonl", "db"))
    if not os.path.exists(articles):
        stores.make_articles(a.hearsay, a.data, a.count, articles)
    if os.path.exists(store):
        return articles, store, None
    took = stores.add(a.hearsay, store, articles, "--threads=1")
    return articles, store, {"seconds": round(took.wall, 1), "cpu_seconds": round(took.processor, 1), "memory_mb": round(took.memory)}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--count", type=int, default=10000)
    p.add_argument("--data", default=stores.SHARED)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--queries", type=int, default=200)
    p.add_argument("--work", default=os.path.join(stores.PROJECT, "build", "bench"))
    p.add_argument("--hearsay", default=stores.PROGRAM)
    a = p.parse_args()
    os.environ.setdefault("HEARSAY_MODEL", os.path.join(stores.PROJECT, "models", "hearsay.model"))
    path, store, added = prepare(a)
    articles = Articles(path, random.Random(a.seed))
    half = a.queries // 2
    find = sorted({draw_find(articles, number) for number in range(half)})
    who = sorted({draw_who(articles, number) for number in range(a.queries - half)})
    print(json.dumps({"documents": a.count, "added": added, "store_over_text": stores.over_text(store, path),
                      "find": ask(a.hearsay, store, "find", find), "who": ask(a.hearsay, store, "who", who)},
                     indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
