#!/usr/bin/env python3
"""Fit the weights that make a confidence of how sure the network is of a relation's parts.

A logistic regression on log-odds (Platt 1999; src/attribute/certainty.h), right meaning `relation` in
eval/score.py. It is fitted on PolNeAR dev, of which the network has seen nothing; the figures printed are
cross-fitted: each seventh of the articles by weights from the other six.

usage: calibrate.py --data SHARED PREDICTED.jsonl WEIGHTS.json      (PREDICTED: of PolNeAR dev, by predict.py)
"""
import argparse
import json
import os
import sys

import numpy as np

import common
import logistic

FOLDS, LEAST = 7, 1e-4


def log_odds(p):
    return np.log(max(p, LEAST) / max(1 - p, LEAST))


def row(sure):
    has = sure["source"] is not None
    return [1, log_odds(sure["cue"]), log_odds(sure["source"]) if has else 0, log_odds(sure["content"]), has]


def examples(shared, predicted):
    """(rows [N, 5], right [N], fold [N]), an entry a predicted relation."""
    sys.path.insert(0, os.path.join(shared, "eval"))
    import score
    with open(predicted, encoding="utf-8") as f:
        found = {d["id"]: d for d in map(json.loads, f)}
    rows, right, fold = [], [], []
    with open(common.polnear(shared, "dev"), encoding="utf-8") as f:
        for number, doc in enumerate(map(json.loads, f)):
            gold, ours = ([score.Relation(r, doc["text"]) for r in score.relations(d)] for d in (doc, found[doc["id"]]))
            good = {id(p) for g, p in score.align(gold, ours) if score.relation_ok(g, p)}
            rows += [row(p.raw["sure"]) for p in ours]
            right += [id(p) in good for p in ours]
            fold += [number % FOLDS] * len(ours)
    return np.array(rows, float), np.array(right, float), np.array(fold)


def fit(rows, right):
    """With a slight pull to zero on all weights but the constant."""
    return logistic.fit(rows, right, np.array([1e-3] + [1.0] * (rows.shape[1] - 1)), rounds=30)


def calibration_error(p, right, bins=10):
    which = np.minimum((p * bins).astype(int), bins - 1)
    return sum(abs(right[which == b].sum() - p[which == b].sum()) for b in range(bins)) / len(p)


def roc_area(p, right):
    """The chance that a right relation has the higher confidence of a random pair."""
    order = np.argsort(p)
    rank = np.empty(len(p))
    rank[order] = np.arange(1, len(p) + 1)
    good = right.sum()
    return (rank[right == 1].sum() - good * (good + 1) / 2) / (good * (len(p) - good))


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--data", required=True)
    a.add_argument("predicted")
    a.add_argument("weights")
    a = a.parse_args()
    rows, right, fold = examples(a.data, a.predicted)
    crossed = np.empty(len(rows))
    for f in range(FOLDS):
        crossed[fold == f] = logistic.chance(rows[fold == f] @ fit(rows[fold != f], right[fold != f]))
    print(f"confidence, cross-fitted: calibration error {calibration_error(crossed, right):.3f}, "
          f"ROC area {roc_area(crossed, right):.3f} over {len(rows)} relations")
    with open(a.weights, "w", encoding="utf-8") as out:
        json.dump([round(float(w), 4) for w in fit(rows, right)], out)
        out.write("\n")


if __name__ == "__main__":
    main()
