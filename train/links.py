#!/usr/bin/env python3
"""Fits data/link/weights.txt, by which candidates for a link are judged, on ECB+'s links.

usage: links.py --found FOUND.jsonl [--data SHARED]

FOUND is what `hearsay quotes --with-text` found in ecb-plus/documents.jsonl (eval/linking.py leaves it in build/eval).
A candidate is an example of a link where it overlaps a gold one as shared/eval/score_links.py asks, of no link where it
overlaps none, and left out where it is in ignore.jsonl or repeats a gold link. Four of the sixteen topics are kept out
of all fitting. The two thresholds are those that give the best F1 on the other twelve, each judged by weights fitted
without it, or about as much and more links. Needs numpy.
"""
import argparse
import collections
import importlib.util
import json
import os
import subprocess

import numpy

import logistic

PROJECT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
KEPT_OUT = {"14", "27", "35", "41"}  # every fourth, chosen before any was looked at
PENALTY = 5e-4  # the best by cross-validation over the twelve topics
ROUNDS = 15
SAME = 1e-3  # thresholds whose F1 differs by less are as good


def read(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def scorer(folder):
    spec = importlib.util.spec_from_file_location("links", os.path.join(folder, "eval", "score_links.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def documents_of(candidate):
    return frozenset((candidate["a"]["doc"].lower(), candidate["b"]["doc"].lower()))


def candidates(found):
    """What the program measures of each candidate."""
    command = [os.path.join(PROJECT, "build", "release", "hearsay-compared")]
    with open(found, "rb") as given:
        out = subprocess.run(command, stdin=given, stdout=subprocess.PIPE, check=True, text=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def labelled(rows, gold, ignore, score):
    """[(row, 1 or 0)]: a gold link has one example, the candidate that overlaps it most."""
    gold_at, ignored_at, rows_at = score.index(gold), score.index(ignore), collections.defaultdict(list)
    for row in rows:
        rows_at[documents_of(row)].append(row)
    out = []
    for documents, group in rows_at.items():
        links = gold_at.get(documents, [])
        best = {id(max(hits, key=lambda r: sum(score.overlap(g, r)))) for g in links
                if (hits := [r for r in group if score.same(g, r)])}
        for row in group:
            if id(row) in best:
                out.append((row, 1))
            elif not any(score.same(row, g) for g in links + ignored_at.get(documents, [])):
                out.append((row, 0))
    return out


def apart(x, quoted):
    """The numbers, then again by what pairs with one and with two quotations differ."""
    return numpy.hstack([x, *(x * (quoted == q)[:, None] for q in (1, 2))])


def fit(x, y, quoted):
    """[3, number of numbers]: weights for no, one and two quotations. They are pulled together, and to zero, but for the
    first number's, so many of few examples that tell little apart agree. Each number counts by its spread."""
    middle, spread = x.mean(axis=0), x.std(axis=0)
    middle[0], spread[spread < 1e-9] = 0, 1
    rows = apart((x - middle) / spread, quoted)
    penalty = numpy.full(rows.shape[1], PENALTY * len(x))
    penalty[0] = 1e-6
    common, *differing = logistic.fit(rows, y, penalty, ROUNDS).reshape(3, -1)
    weights = numpy.array([common, *(common + each for each in differing)]) / spread
    weights[:, 0] -= weights @ middle
    return weights


def judge(weights, x, quoted):
    return logistic.chance((x * weights[quoted]).sum(axis=1))


def chance_without(x, y, quoted, group):
    """The chance of each example by weights that are fitted without its group."""
    out = numpy.zeros(len(y))
    for each in set(group):
        of = group == each
        out[of] = judge(fit(x[~of], y[~of], quoted[~of]), x[of], quoted[of])
    return out


def best_of_documents(rows, chance):
    """[row]: the chance of the likeliest partner that either end has in the other document."""
    best = collections.defaultdict(float)
    ends = [[(r[s]["doc"], r[s]["statement"], tuple(r[s]["span"]), r[t]["doc"]) for s, t in ("ab", "ba")] for r in rows]
    for pair, p in zip(ends, chance):
        for end in pair:
            best[end] = max(best[end], p)
    return numpy.array([max(best[a], best[b]) for a, b in ends])


def thresholds(rows, y, chance, total):
    """(F1, least, beside): of those about as good as the best the ones that find most; `total` gold links."""
    told = numpy.array([r["quoted"] < 2 for r in rows])
    beaten = (chance < best_of_documents(rows, chance)) & told
    tried = numpy.arange(0.1, 0.96, 0.02)

    def f1(least, beside):
        kept = numpy.where(beaten, chance >= beside, chance >= least)
        return 2 * y[kept].sum() / (kept.sum() + total)
    found = [(f1(least, beside), least, beside) for least in tried for beside in tried if beside >= least]
    good = max(found)[0] - SAME
    return max((each for each in found if each[0] >= good), key=lambda each: (-each[1], each[0], each[2]))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--found", required=True)
    p.add_argument("--data", default=os.path.join(PROJECT, "..", "shared"))
    a = p.parse_args()
    folder, score = os.path.join(a.data, "data", "ecb-plus"), scorer(a.data)
    gold, ignore = (read(os.path.join(folder, name)) for name in ("links.jsonl", "ignore.jsonl"))
    topic = {d["id"].lower(): d["topic"] for d in read(os.path.join(folder, "documents.jsonl"))}
    topics = {g["topic"] for g in gold} - KEPT_OUT
    rows = [r for r in candidates(a.found) if {topic[d] for d in documents_of(r)} <= topics]
    examples = labelled(rows, gold, ignore, score)
    names = list(examples[0][0]["values"])
    x = numpy.array([list(r["values"].values()) for r, _ in examples])
    y = numpy.array([label for _, label in examples])
    quoted = numpy.array([r["quoted"] for r, _ in examples])
    weights = fit(x, y, quoted)
    chance = chance_without(x, y, quoted, numpy.array([topic[r["a"]["doc"].lower()] for r, _ in examples]))
    total = sum(g["topic"] in topics for g in gold)
    f1, least, beside = thresholds([r for r, _ in examples], y, chance, total)
    print(f"{len(y)} examples, {y.sum()} of them links of {total} in gold; F1 {100 * f1:.1f} on the topics fitted, "
          "each judged without it")
    with open(os.path.join(PROJECT, "data", "link", "weights.txt"), "w", encoding="utf-8") as out:
        out.write("# What each number of src/link/compare.h counts for where neither, one or both passages are quoted, by\n"
                  "# train/links.py from the links of ECB+ (hearsay's labels), topics 14, 27, 35 and 41 kept out; then the two\n"
                  "# thresholds of src/link/weights.h.\n")
        for name, of in zip(names, weights.T):
            out.write("\t".join([name, *(f"{w:.4f}" for w in of)]) + "\n")
        out.write(f"least\t{least:.2f}\nbeside\t{beside:.2f}\n")


if __name__ == "__main__":
    main()
