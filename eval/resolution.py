"""What is recorded of statements, against articles labelled by hand, as shared/eval/score_resolution.py
scores it.

From gold spans (`--relations`), to measure that stage alone, and end to end. Three figures of each:
over the articles that were looked at while the rules were written, over those that were kept out of
it (those of agreement.jsonl, which a second reader labelled), and over all. Besides, the labelled
statements of PolNeAR train (train/labels), from gold spans; and via, occasion and date of the articles of
train/labels/scenes.jsonl, from gold spans, by those that were looked at and those kept out.
"""
import json
import os
import subprocess
import sys

import places

FIELDS = ("speaker", "fullname", "sourcing", "sourcing_macro", "unnamed", "polarity", "polarity_marked", "kind",
          "type", "occasion_marked", "via", "date", "nested", "whole")


def scored(folder, gold, found):
    """The figures of score_resolution.py, by name."""
    scorer = places.shared(folder, "eval", "score_resolution.py")
    command = [sys.executable, scorer, gold, found, "--json"]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


def parts(folder):
    """(name, path) of all articles, those that were looked at, and those that were kept out."""
    path = os.path.join(folder, "data", "resolution", "dev.jsonl")
    kept = {d["id"] for d in places.read(os.path.join(folder, "data", "resolution", "agreement.jsonl"))}
    documents = places.read(path)
    yield "all", path
    yield "looked at", places.write(places.output("resolution.seen.jsonl"), [d for d in documents if d["id"] not in kept])
    yield "kept out", places.write(places.output("resolution.kept.jsonl"), [d for d in documents if d["id"] in kept])


def labelled(folder):
    """(gold, relations): the labelled statements of PolNeAR train, and all relations of their articles."""
    labels = places.read(os.path.join(places.PROJECT, "train", "labels", "reader_a.jsonl"))
    articles = {d["id"]: d for d in places.read(os.path.join(folder, "data", "polnear", "train.jsonl"))}
    gold, relations = {}, {}
    for label in labels:
        article = {k: v for k, v in articles[label["doc"]].items() if k not in ("attributions", "annotator")}
        gold.setdefault(label["doc"], article | {"statements": []})["statements"].append({"parent": None} | label)
        relations[label["doc"]] = article | {"statements": articles[label["doc"]]["attributions"]}
    return (places.write(places.output("labels.gold.jsonl"), gold.values()),
            places.write(places.output("labels.relations.jsonl"), relations.values()))


# What the scorer asks for besides, and scenes.jsonl does not tell: the figures made of it mean nothing.
UNKNOWN = {"parent": None, "speaker": None, "sourcing": "none", "polarity": "asserted", "kind": "statement",
           "type": "direct", "via": [], "occasion": None, "date": None}
SCENE_FIELDS = ("occasion_marked", "via", "date")


def scenes(folder):
    """{part: path}: the articles of scenes.jsonl with all their statements, as the scorer reads them."""
    labels = places.read(os.path.join(places.PROJECT, "train", "labels", "scenes.jsonl"))
    articles = {d["id"]: d for d in places.read(os.path.join(folder, "data", "polnear", "train.jsonl"))}
    parts = {}
    for label in labels:
        article = {k: v for k, v in articles[label["doc"]].items() if k not in ("attributions", "annotator")}
        told = {s["id"]: s for s in label["statements"]}
        given = articles[label["doc"]]["attributions"]
        article["statements"] = [UNKNOWN | s | told.get(s["id"], {}) for s in given]
        parts.setdefault(label["part"], []).append(article)
    return {part: places.write(places.output(f"scenes.{part}.jsonl"), rows) for part, rows in parts.items()}


def measure_scenes(folder, model):
    """{name: figures} of scenes.jsonl."""
    out = {}
    for part, path in scenes(folder).items():
        given = places.quotes(model, path, places.output(f"scenes.{part}.given.jsonl"), relations=path)
        found = scored(folder, path, given)
        out[f"scenes, {part}"] = {k: found[k] for k in SCENE_FIELDS}
    return out


def measure(folder, model):
    """{name: figures}; names such as "gold spans, kept out"."""
    out = {}
    gold = list(parts(folder))
    everything = gold[0][1]
    given = places.quotes(model, everything, places.output("resolution.given.jsonl"), relations=everything)
    found = places.quotes(model, everything, places.output("resolution.found.jsonl"))
    for name, path in gold:
        out[f"gold spans, {name}"] = scored(folder, path, given)
    for name, path in gold:
        out[f"end to end, {name}"] = scored(folder, path, found)
    labels, relations = labelled(folder)
    given = places.quotes(model, relations, places.output("labels.given.jsonl"), relations=relations)
    out["labels of train"] = scored(folder, labels, given)
    return out | measure_scenes(folder, model)
