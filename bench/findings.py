#!/usr/bin/env python3
"""How long the commands that reason over a store take, and how that grows with the store.

usage: findings.py [--count N] [--data SHARED] [--seed S] [--sample Q] [--work DIR] [--hearsay PROGRAM]

Makes N and N/10 articles (bench/corpus.py) and adds them to two stores, as bench/queries.py does and with its files. Asks
each command Q times in both, about the same statements, documents and speakers of the articles that both have, drawn by
the seed. Every question is a process of its own and is asked twice; the second time counts. Prints a JSON object: of each
command, for both stores, the median, the 95th percentile and the maximum in milliseconds, of the clock and of the processor
alone, and the growth: the processor's time of the large store over that of the small one.
"""
import argparse
import json
import os
import random

import queries
import stores

BAR_MS = 300  # at the 95th percentile


def drawn(articles, size):
    """{command: what it is asked}, each a list of arguments."""
    statements = [articles.statement() for _ in range(size)]
    documents = [[articles.article()["id"]] for _ in range(size)]
    return {"trace": [[s["id"]] for _, s in statements], "trace DOCUMENT": documents, "story": documents,
            "conflicts": documents, "audit": documents, "timeline": [[articles.speaker()] for _ in range(size)],
            "timeline ABOUT": [[articles.speaker(), articles.word()] for _ in range(size)]}


def ask(program, store, command, questions):
    taken = {}
    for question in questions:
        line = [program, command.split()[0], f"--store={store}", "--", *question]
        queries.run(line)
        taken[" ".join(question)] = queries.run(line)
    return queries.summary(taken)


def grown(small, large):
    return {point: round(large["cpu_ms"][point] / small["cpu_ms"][point], 2) for point in ("median", "p95")}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--count", type=int, default=10000)
    p.add_argument("--data", default=stores.SHARED)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--sample", type=int, default=40)
    p.add_argument("--work", default=os.path.join(stores.PROJECT, "build", "bench"))
    p.add_argument("--hearsay", default=stores.PROGRAM)
    a = p.parse_args()
    os.environ.setdefault("HEARSAY_MODEL", os.path.join(stores.PROJECT, "models", "hearsay.model"))
    counts, made = (a.count // 10, a.count), []
    for a.count in counts:
        path, store, _ = queries.prepare(a)
        made.append(store)
        if a.count == counts[0]:
            asked = drawn(queries.Articles(path, random.Random(a.seed)), a.sample)
    out = {"documents": counts, "bar_ms": BAR_MS}
    for command, questions in asked.items():
        small, large = (ask(a.hearsay, store, command, questions) for store in made)
        out[command] = {"small": small, "large": large, "growth": grown(small, large)}
    print(json.dumps(out, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
