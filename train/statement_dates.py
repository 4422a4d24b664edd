#!/usr/bin/env python3
"""Makes data/resolve/date_weights.txt: how much each feature of src/resolve/date_features.h counts for or against a
date in the text being that of a statement.

usage: statement_dates.py [--data SHARED] [--folds]

Logistic regression over pairs of a statement and a date near it, on the articles of PolNeAR train that
train/labels/scenes.jsonl labels (none that is kept out) and the statements of train/labels/reader_a.jsonl. A pair is
right if the date's value is the statement's, or nests with it to the same day or month. The features come from the program
itself (hearsay-statement_dates of the release build). With --folds nothing is installed; each sixth of the articles is
predicted by weights of the others, and the F1 of taking the likeliest date is shown, by the least chance that is
taken for one: what the sentence itself tells, before anything is carried along. Needs torch (train/requirements.txt).
"""
import argparse
import collections
import json
import os
import subprocess
import sys

import torch

PROJECT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(PROJECT, "eval"))
import resolution  # noqa: E402

WEIGHTS = os.path.join(PROJECT, "data", "resolve", "date_weights.txt")
TOOL = os.path.join(PROJECT, "build", "release", "hearsay-statement_dates")
MODEL = os.path.join(PROJECT, "models", "hearsay.model")
PARTS = ("training", "telling", "later")  # of scenes.jsonl
SEEN_AT_LEAST, L2, FOLDS = 5, 1.7, 6
COMMENT = """# What speaks for and against a date in the text being that of a statement: weights of the features that
# src/resolve/date_features.h tells of. Made by train/statement_dates.py from train/labels/scenes.jsonl and
# reader_a.jsonl, which label articles of PolNeAR train.
"""


def read(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def same(given, found):
    if given is None or found is None:
        return False
    a, b = given.split("/")[0], found.split("/")[0]
    return given == found or (min(len(a), len(b)) > len("2016") and (a.startswith(b) or b.startswith(a)))


def pairs(gold, relations):
    """[(document, statement, its date, value, features)] of the statements that are labelled."""
    dates = {(d["id"], s["id"]): s["date"] for d in read(gold) for s in d["statements"]}
    done = subprocess.run([TOOL, MODEL, relations], check=True, stdout=subprocess.PIPE)
    out = []
    for line in map(json.loads, done.stdout.splitlines()):
        key = line["document"], line["statement"]
        if key in dates:
            out.append((*key, dates[key], line["value"], sorted(set(line["features"]))))
    return out, dates


def examples(folder):
    scenes = resolution.scenes(folder)
    found, dates = [], {}
    for part in PARTS:
        more, told = pairs(scenes[part], scenes[part])
        found, dates = found + more, {**dates, **told}
    more, told = pairs(*resolution.labelled(folder))
    return found + [p for p in more if p[:2] not in dates], {**told, **dates}


def fit(data):
    """name -> weight"""
    seen = collections.Counter(name for *_, features in data for name in features)
    names = sorted(name for name, count in seen.items() if count >= SEEN_AT_LEAST)
    number = {name: i for i, name in enumerate(names)}
    x = torch.zeros(len(data), len(names) + 1)
    x[:, -1] = 1
    for row, (*_, features) in enumerate(data):
        for name in features:
            if name in number:
                x[row, number[name]] = 1
    y = torch.tensor([float(same(date, value)) for _, _, date, value, _ in data])
    weights = torch.zeros(len(names) + 1, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], lr=1, max_iter=300, line_search_fn="strong_wolfe")

    def loss():
        optimizer.zero_grad()
        value = torch.nn.functional.binary_cross_entropy_with_logits(x @ weights, y, reduction="sum")
        value = value + L2 * (weights[:-1] ** 2).sum()
        value.backward()
        return value
    optimizer.step(loss)
    return dict(zip(names + ["bias"], weights.detach().tolist()))


def write(weights):
    with open(WEIGHTS, "w", encoding="utf-8") as f:
        f.write(COMMENT)
        for name in sorted(weights, key=str.encode):
            if abs(weights[name]) >= 0.0005:
                f.write(f"{name}\t{weights[name]:.3f}\n")


def chances(data, weights):
    """{(document, statement): {value: chance}}"""
    wrong = collections.defaultdict(lambda: collections.defaultdict(lambda: 1.0))
    for document, statement, _, value, features in data:
        z = weights["bias"] + sum(weights.get(name, 0) for name in features)
        wrong[document, statement][value] *= 1 - torch.sigmoid(torch.tensor(z)).item()
    return {key: {value: 1 - p for value, p in of.items()} for key, of in wrong.items()}


def show_folds(data, dates):
    documents = sorted({d for d, _ in dates})
    place = {d: i % FOLDS for i, d in enumerate(documents)}
    found = {}
    for fold in range(FOLDS):
        weights = fit([p for p in data if place[p[0]] != fold])
        found |= chances([p for p in data if place[p[0]] == fold], weights)
    for least in (0.3, 0.35, 0.4, 0.5):
        taken = {key: max(of, key=of.get) for key, of in found.items() if max(of.values()) >= least}
        right = sum(same(dates[key], value) for key, value in taken.items())
        print(f"at least {least}: F1 {200 * right / (len(taken) + sum(d is not None for d in dates.values())):.1f}")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=os.path.join(PROJECT, "..", "shared"))
    p.add_argument("--folds", action="store_true")
    a = p.parse_args()
    torch.set_num_threads(1)
    data, dates = examples(a.data)
    if a.folds:
        show_folds(data, dates)
    else:
        write(fit(data))
        print(f"{len(data)} pairs of {len(dates)} statements")


if __name__ == "__main__":
    main()
