#!/usr/bin/env python3
"""Makes data/resolve/confidence_weights.txt: how much each hint of src/resolve/hints.h counts in saying how likely it
is that a speaker, and the sourcing, are right.

usage: hints.py [--data SHARED] [--model FILE] [--keep]

Logistic regressions (Platt 1999) on the labelled statements of PolNeAR train (train/labels) and of
resolution/dev.jsonl, from their own spans; right is what eval/score_resolution.py counts as right. The figures printed
are cross-fitted: the statements of each seventh of dev's articles by weights from everything else. With --keep the
weights that lie there stay. Needs numpy; the hints come from the program itself (hearsay-hints of the release build).
"""
import argparse
import json
import os
import subprocess
import sys

import numpy as np

import calibrate
import common
import logistic

sys.path.insert(0, os.path.join(common.PROJECT, "eval"))
import places
import resolution

WEIGHTS = os.path.join(common.PROJECT, "data", "resolve", "confidence_weights.txt")
WHAT = ("speaker", "sourcing")
OF_SOURCING = ("is_", "listed", "speaker_odds")     # hints that tell of the sourcing alone
PULL = 3.0
COMMENT = """# How much each hint of src/resolve/hints.h counts in saying how likely it is that a speaker, and the sourcing,
# are right. Made by train/hints.py from labels of PolNeAR's articles (train/labels, and resolution/dev.jsonl).
"""


def hints(model, documents, relations):
    """(document, statement) -> {hint: value}"""
    done = subprocess.run([os.path.join(common.BUILD, "hearsay-hints"), model, documents, relations], check=True,
                          stdout=subprocess.PIPE)
    return {(row["doc"], row["id"]): row["hints"] for row in map(json.loads, done.stdout.splitlines())}


def examples(same_speaker, model, gold, relations, name):
    """[(document, hints, {"speaker": right, "sourcing": right})] of every labelled statement."""
    found = places.read(places.quotes(model, gold, places.output(f"{name}.given.jsonl"), relations=relations))
    ours = {(d["id"], s["id"]): s for d in found for s in d["statements"]}
    held = hints(model, gold, relations)
    out = []
    for document in places.read(gold):
        for label in document["statements"]:
            key = document["id"], label["id"]
            right = {"speaker": same_speaker(label, ours[key]), "sourcing": label["sourcing"] == ours[key]["sourcing"]}
            out.append((document["id"], held[key], right))
    return out


def matrix(rows, what):
    """(names, [N, names], right [N])"""
    names = sorted({name for _, values, _ in rows for name in values})
    if what == "speaker":
        names = [name for name in names if not name.startswith(OF_SOURCING)]
    table = np.array([[values.get(name, 0) for name in names] for _, values, _ in rows], float)
    return names, table, np.array([right[what] for *_, right in rows], float)


def fit(table, right, constant):
    """With a pull to zero on all weights but the constant."""
    pull = np.full(table.shape[1], PULL)
    pull[constant] = 1e-3
    return logistic.fit(table, right, pull, rounds=50)


def crossed(table, right, constant, fold):
    """Probabilities of the statements in folds 0 and up, each from weights of all others."""
    out = np.full(len(right), np.nan)
    for f in range(calibrate.FOLDS):
        out[fold == f] = logistic.chance(table[fold == f] @ fit(table[fold != f], right[fold != f], constant))
    return out


def with_odds(rows, p):
    """The same rows, with how sure the speaker is as it will be when the weights are in use."""
    odds = np.log(np.clip(p, 1e-3, None) / np.clip(1 - p, 1e-3, None))
    return [(document, values | {"speaker_odds": float(o)}, right) for (document, values, right), o in zip(rows, odds)]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=os.path.join(common.PROJECT, "..", "shared"))
    p.add_argument("--model", default=common.MODEL)
    p.add_argument("--keep", action="store_true")
    a = p.parse_args()
    same_speaker = resolution.judge(a.data).same_speaker
    dev = places.shared(a.data, "data", "resolution", "dev.jsonl")
    rows = examples(same_speaker, a.model, dev, dev, "resolution")
    order = {name: i % calibrate.FOLDS for i, name in enumerate(dict.fromkeys(name for name, *_ in rows))}
    fold = np.array([order[name] for name, *_ in rows])
    for name, labelled in (("labels", resolution.labelled(a.data)), ("speakers", resolution.labelled(a.data, "speakers")),
                           ("sourced", resolution.whole(a.data, "sourced", "training"))):
        more = examples(same_speaker, a.model, *labelled, name)
        rows, fold = rows + more, np.concatenate([fold, np.full(len(more), -1)])
    lines = []
    for what in WHAT:
        names, table, right = matrix(rows, what)
        constant = names.index("always")
        p = crossed(table, right, constant, fold)
        dev = fold >= 0
        print(f"confidence.{what}, cross-fitted over {dev.sum()} statements of dev: calibration error "
              f"{calibrate.calibration_error(p[dev], right[dev]):.3f}, ROC area {calibrate.roc_area(p[dev], right[dev]):.3f}")
        weights = fit(table, right, constant)
        lines += [f"{what}.{name}\t{w:.3f}\n" for name, w in zip(names, weights) if abs(w) >= 0.0005]
        rows = with_odds(rows, np.where(dev, p, logistic.chance(table @ weights)))
    if not a.keep:
        with open(WEIGHTS, "w", encoding="utf-8") as f:
            f.write(COMMENT + "".join(sorted(lines, key=str.encode)))


if __name__ == "__main__":
    main()
