"""What is recorded of statements, against articles labelled by hand, as shared/eval/score_resolution.py
scores it.

From gold spans (`--relations`), to measure that stage alone, and end to end. Three figures of each:
over the articles that were looked at while the rules were written, over those that were kept out of
it (those of agreement.jsonl, which a second reader labelled), and over all. Besides, the labelled
statements of PolNeAR train (train/labels), from gold spans; of "speakers of train" only speaker and
sourcing are labelled. Then via, occasion and date of the articles of train/labels/scenes.jsonl, from gold spans, by
those that were looked at and those kept out, sourcing and via of those of train/labels/channels.jsonl, and speaker and
sourcing of those of train/labels/sourced.jsonl, also in two parts.

And what `confidence.speaker` and `.sourcing` are worth, as confidence.py measures it. (The weights that make them were
fitted on the same statements; train/hints.py prints the figures cross-fitted.)
"""
import importlib.util
import json
import os
import subprocess
import sys

import confidence
import places

FIELDS = ("speaker", "fullname", "sourcing", "sourcing_macro", "unnamed", "polarity", "polarity_marked", "kind",
          "type", "occasion_marked", "via", "date", "nested", "whole")


def scored(folder, gold, found):
    """The figures of score_resolution.py, by name."""
    scorer = places.shared(folder, "eval", "score_resolution.py")
    command = [sys.executable, scorer, gold, found, "--json"]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


def judge(folder):
    """shared/eval/score_resolution.py as a module, for its alignment and for what it takes for the same speaker."""
    path = places.shared(folder, "eval", "score_resolution.py")
    sys.path.insert(0, os.path.dirname(path))
    spec = importlib.util.spec_from_file_location("score_resolution", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged(judge, gold, found):
    """{"speaker": [(confidence, right)], "sourcing": likewise} of the gold statements that were found."""
    out = {"speaker": [], "sourcing": []}
    by_id = {d["id"]: d for d in found}
    for doc in gold:
        G, P = ([judge.S.Relation(r, doc["text"]) for r in judge.S.relations(d)] for d in (doc, by_id.get(doc["id"], {})))
        for g, p in judge.S.align(G, P):
            if judge.S.jaccard(g.spans["content"], p.spans["content"]) >= 0.5:
                right = judge.same_speaker(g.raw, p.raw), g.raw["sourcing"] == p.raw.get("sourcing")
                for name, good in zip(out, right):
                    out[name].append((p.raw["confidence"][name], good))
    return out


def trust(judge, gold, found):
    """{"speaker": (calibration error, ROC area), "sourcing": likewise}"""
    pairs = judged(judge, places.read(gold), places.read(found))
    return {name: (round(confidence.calibration_error(p), 3), round(confidence.roc_area(p), 3)) for name, p in pairs.items()}


def parts(folder):
    """(name, path) of all articles, those that were looked at, and those that were kept out."""
    path = os.path.join(folder, "data", "resolution", "dev.jsonl")
    kept = {d["id"] for d in places.read(os.path.join(folder, "data", "resolution", "agreement.jsonl"))}
    documents = places.read(path)
    yield "all", path
    yield "looked at", places.write(places.output("resolution.seen.jsonl"), [d for d in documents if d["id"] not in kept])
    yield "kept out", places.write(places.output("resolution.kept.jsonl"), [d for d in documents if d["id"] in kept])


def labelled(folder, name="reader_a"):
    """(gold, relations): the statements of PolNeAR train that a file of train/labels has, and all relations of their
    articles."""
    labels = places.read(os.path.join(places.PROJECT, "train", "labels", f"{name}.jsonl"))
    articles = {d["id"]: d for d in places.read(os.path.join(folder, "data", "polnear", "train.jsonl"))}
    gold, relations = {}, {}
    for label in labels:
        article = {k: v for k, v in articles[label["doc"]].items() if k not in ("attributions", "annotator")}
        gold.setdefault(label["doc"], article | {"statements": []})["statements"].append({"parent": None, "via": [], "date": None} | label)
        relations[label["doc"]] = article | {"statements": articles[label["doc"]]["attributions"]}
    return (places.write(places.output(f"{name}.gold.jsonl"), gold.values()),
            places.write(places.output(f"{name}.relations.jsonl"), relations.values()))


# What the scorer asks for besides, and scenes.jsonl does not tell: the figures made of it mean nothing.
UNKNOWN = {"parent": None, "speaker": None, "sourcing": "none", "polarity": "asserted", "kind": "statement",
           "type": "direct", "via": [], "occasion": None, "date": None}
SCENE_FIELDS = ("occasion_marked", "via", "date")


CHANNEL_FIELDS = ("sourcing", "sourcing_macro", "unnamed", "via")
SOURCED_FIELDS = ("speaker", "fullname", "sourcing", "sourcing_macro", "unnamed")


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


def whole(folder, name, part=None):
    """(gold, relations): the labelled statements of a file of articles that were read whole, or of a part of it, and all
    relations of their articles."""
    labels = places.read(os.path.join(places.PROJECT, "train", "labels", f"{name}.jsonl"))
    articles = {d["id"]: d for d in places.read(os.path.join(folder, "data", "polnear", "train.jsonl"))}
    gold, relations = [], []
    for label in labels:
        if label.get("part") != part:
            continue
        article = {k: v for k, v in articles[label["doc"]].items() if k not in ("attributions", "annotator")}
        gold.append(article | {"statements": [UNKNOWN | s for s in label["statements"]]})
        relations.append(article | {"statements": articles[label["doc"]]["attributions"]})
    return (places.write(places.output(f"{name}.{part}.gold.jsonl"), gold),
            places.write(places.output(f"{name}.{part}.relations.jsonl"), relations))


def measure_whole(folder, model, name, part=None):
    """The figures of whole()."""
    gold, relations = whole(folder, name, part)
    given = places.quotes(model, relations, places.output(f"{name}.{part}.given.jsonl"), relations=relations)
    return scored(folder, gold, given)


def measure_read(folder, model):
    """{name: figures} of channels.jsonl and sourced.jsonl."""
    asked = [("channels of train", CHANNEL_FIELDS, "channels", None)]
    asked += [(f"sourced, {part}", SOURCED_FIELDS, "sourced", part) for part in ("training", "kept")]
    out = {}
    for title, fields, name, part in asked:
        found = measure_whole(folder, model, name, part)
        out[title] = {k: found[k] for k in fields}
    return out


def measure(folder, model):
    """({name: figures}, {name: what trust() gives}); names such as "gold spans, kept out"."""
    out, trusted, by = {}, {}, judge(folder)
    gold = list(parts(folder))
    everything = gold[0][1]
    given = places.quotes(model, everything, places.output("resolution.given.jsonl"), relations=everything)
    found = places.quotes(model, everything, places.output("resolution.found.jsonl"))
    for way, what in (("gold spans", given), ("end to end", found)):
        for name, path in gold:
            out[f"{way}, {name}"] = scored(folder, path, what)
            trusted[f"{way}, {name}"] = trust(by, path, what)
    for name, file in (("labels of train", "reader_a"), ("speakers of train", "speakers")):
        labels, relations = labelled(folder, file)
        given = places.quotes(model, relations, places.output(f"{file}.given.jsonl"), relations=relations)
        out[name] = scored(folder, labels, given)
    return out | measure_scenes(folder, model) | measure_read(folder, model), trusted
