#!/usr/bin/env python3
"""Makes data/resolve/pronoun_weights.txt: how much each feature of src/resolve/features.h counts in
choosing what a pronoun stands for.

usage: pronouns.py [--data SHARED] [--folds FOLDER]

A linear model over each pronoun's candidates (softmax, as in Denis and Baldridge 2008), trained on GAP
(Webster et al. 2018, Apache License 2.0) and on the coreference of GUM (Zeldes 2017, annotations CC BY
4.0), of its genres with a free licence. The features come from the program itself (hearsay-pronouns of
the release build), which resolves the pronouns before with the weights so far; so training goes over it
twice. With --folds no weights are installed: each fifth of GAP is predicted by weights trained without it,
and FOLDER/gap.tsv holds the predictions in GAP's format. Needs torch (train/requirements.txt).
"""
import argparse
import collections
import csv
import glob
import json
import os
import re
import subprocess

import torch

PROJECT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WEIGHTS = os.path.join(PROJECT, "data", "resolve", "pronoun_weights.txt")
TOOL = os.path.join(PROJECT, "build", "release", "hearsay-pronouns")
SORTS = ("he", "it", "they")
GENRES = "news interview bio speech textbook academic court voyage vlog".split()
ROUNDS, FOLDS, L2 = 2, 5, 0.002
# GUM's dev documents are left out, so that it can be measured on them.
COMMENT = """# What speaks for and against an antecedent, by sort of pronoun: weights of the features that
# src/resolve/features.h names. Made by train/pronouns.py from GAP (Webster et al. 2018, Apache License 2.0)
# and GUM (Zeldes 2017, annotations CC BY 4.0; genres with a free licence). own_words, spoke_at_all, spoke_last and the like
# are set by hand, since these data do not tell who speaks: "he" inside a quotation is seldom its speaker, and
# whoever spoke goes on speaking.
"""
BY_HAND = {f"{sort}.{name}": weight for sort in SORTS
           for name, weight in (("own_words", -3.0), ("own_report", 1.5), ("spoke_at_all", 0.7), ("spoke_last", 1.5), ("reported", -0.5), ("spoken_of", -3.0))}
BY_HAND |= {"he.spoke_at_all": 1.0, "he.spoke_last": 2.3}


# --- the data: documents with what their pronouns stand for ---------------------------------------

def gap(data):
    """[(document, [(pronoun's span, right spans, wrong spans)], row)]"""
    out = []
    for part in ("development", "validation"):
        with open(os.path.join(data, "gap", f"gap-{part}.tsv"), encoding="utf-8") as f:
            for row in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE):
                begin = int(row["Pronoun-offset"])
                right, wrong = [], []
                for name in "AB":
                    at = int(row[f"{name}-offset"])
                    (right if row[f"{name}-coref"] == "TRUE" else wrong).append((at, at + len(row[name])))
                question = ((begin, begin + len(row["Pronoun"])), right, wrong)
                out.append(({"id": row["ID"], "text": row["Text"]}, [question], row))
    return out


def gum_document(path):
    """The text, and for each pronoun of the third person the spans of what it corefers with."""
    text, mentions, links = [], collections.defaultdict(list), []
    with open(path, encoding="utf-8") as f:
        for line in f:
            field = line.rstrip("\n").split("\t")
            if len(field) < 8 or not re.match(r"\d+-\d+$", field[0]):
                continue
            begin, end = map(int, field[1].split("-"))
            text.append((begin, end, field[2]))
            for label in field[3].split("|"):
                number = re.search(r"\[(\d+)\]$", label)
                if label != "_":
                    mentions[number[1] if number else field[0]].append((begin, end))
            here = [m[1] for m in re.finditer(r"\[(\d+)\]", field[3])]
            for kind, target in zip(field[8].split("|"), field[9].split("|")) if field[8] != "_" else ():
                place, pair = re.match(r"([\d-]+)(?:\[(\d+)_(\d+)\])?$", target).groups()[0], re.search(r"\[(\d+)_(\d+)\]", target)
                to, source = (pair[1], pair[2]) if pair else ("0", "0")
                if kind.startswith(("coref", "ana", "cata", "appos")):
                    links.append((source if source != "0" else field[0], to if to != "0" else place))
    whole = [" "] * (max(e for _, e, _ in text) if text else 0)
    for begin, end, word in text:
        whole[begin:end] = word
    return "".join(whole), {k: (v[0][0], v[-1][1]) for k, v in mentions.items()}, links


def clusters(mentions, links):
    parent = {k: k for k in mentions}

    def root(k):
        while parent[k] != k:
            k = parent[k]
        return k
    for a, b in links:
        if a in parent and b in parent:
            parent[root(a)] = root(b)
    out = collections.defaultdict(list)
    for k in mentions:
        out[root(k)].append(mentions[k])
    return list(out.values())


def gum(data):
    held = open(os.path.join(data, "gum", "dev.txt"), encoding="utf-8").read().split()
    out = []
    for genre in GENRES:
        for path in sorted(glob.glob(os.path.join(data, "gum", "coref", "gum", "tsv", f"GUM_{genre}_*.tsv"))):
            name = os.path.basename(path)[:-4]
            if name in held:
                continue
            text, mentions, links = gum_document(path)
            questions = []
            for spans in clusters(mentions, links):
                pronouns = [s for s in spans if s[1] - s[0] <= 5]
                questions += [(p, [s for s in spans if s != p], []) for p in pronouns if len(spans) > 1]
            out.append(({"id": name, "text": text}, questions, None))
    return out


# --- what the program sees of them ----------------------------------------------------------------

def overlap(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def dump(documents, weights):
    path = os.path.join(PROJECT, "build", "pronouns.jsonl")
    with open(path, "w", encoding="utf-8") as f:
        for document, *_ in documents:
            f.write(json.dumps(document) + "\n")
    lists = os.path.join(PROJECT, "data", "abbreviations.txt")
    done = subprocess.run([TOOL, lists, weights, path], check=True, stdout=subprocess.PIPE)
    return [json.loads(line) for line in done.stdout.splitlines()]


def entities_at(seen, spans):
    """The entities of the mentions that are about as long as the spans and share their end."""
    out = set()
    for span in spans:
        best, least = None, 0.3
        for begin, end, entity in seen["mentions"]:
            share = overlap(span, (begin, end)) / max(span[1], end) if False else overlap(span, (begin, end)) / (max(span[1], end) - min(span[0], begin))
            if entity >= 0 and share > least:
                best, least = entity, share
        if best is not None:
            out.add(best)
    return out


def cases(documents, weights):
    """[(sort, [features of a candidate], right candidates, wrong ones, row)] and how many were not seen."""
    out, unseen = [], 0
    for (document, questions, row), seen in zip(documents, dump(documents, weights)):
        places = {tuple(seen["mentions"][p["mention"]][:2]): p for p in seen["pronouns"]}
        for span, right, wrong in questions:
            pronoun = places.get(span)
            if pronoun is None:
                unseen += 1
                out.append((None, [], [], [], [], row))
                continue
            held = [(begin, end, entity) for begin, end, entity in seen["mentions"] if (begin, end) not in places]
            good, bad = entities_at({"mentions": held}, right), entities_at({"mentions": held}, wrong)
            index = {entity: i for i, (_, entity, _) in enumerate(pronoun["candidates"])}
            features = [f for _, _, f in pronoun["candidates"]]
            pick = lambda entities: [index[e] for e in sorted(entities) if e in index]
            out.append((pronoun["sort"], features, pick(good - bad), pick(bad - good), index, row))
    return out, unseen


# --- the model -------------------------------------------------------------------------------------

def matrix(examples, names):
    number = {name: i for i, name in enumerate(names)}
    widest = max(len(features) for _, features, *_ in examples)
    x = torch.zeros(len(examples), widest, len(names))
    mask = torch.full((len(examples), widest), -1e9)
    right, wrong = torch.zeros(len(examples), widest), torch.zeros(len(examples), widest)
    for n, (_, features, good, bad, *_) in enumerate(examples):
        for i, values in enumerate(features):
            mask[n, i] = 0
            for name, value in values.items():
                x[n, i, number[name]] = value
        right[n, good] = 1
        wrong[n, bad] = 1
    return x, mask, right, wrong


def fit(examples, l2=L2):
    """name -> weight"""
    names = sorted({name for _, features, *_ in examples for values in features for name in values})
    x, mask, right, wrong = matrix(examples, names)
    weights = torch.zeros(len(names), requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], lr=1, max_iter=200, line_search_fn="strong_wolfe")
    has_right = right.sum(1) > 0

    def loss():
        optimizer.zero_grad()
        log_p = torch.log_softmax(x @ weights + mask, 1)
        good = torch.logsumexp(log_p.masked_fill(right == 0, -1e9), 1)
        # Where no candidate is known to be right, those known to be wrong are not it.
        bad = torch.log1p(-(log_p.exp() * wrong).sum(1).clamp(max=0.999))
        value = -torch.where(has_right, good, bad).mean() + l2 * (weights ** 2).sum()
        value.backward()
        return value
    optimizer.step(loss)
    return dict(zip(names, weights.detach().tolist()))


def train(examples):
    out = {}
    for sort in SORTS:
        mine = [e for e in examples if e[0] == sort and len(e[1]) > 1 and (e[2] or e[3])]
        if mine:
            out |= {f"{sort}.{name}": weight for name, weight in fit(mine).items()}
    return out | BY_HAND


def write(weights, path):
    with open(path, "w", encoding="utf-8") as f:
        f.write(COMMENT)
        for name in sorted(weights, key=str.encode):
            if abs(weights[name]) >= 0.0005:
                f.write(f"{name}\t{weights[name]:.3f}\n")


def train_rounds(documents, path):
    weights = "-" if os.path.exists(path) else os.devnull
    weights = os.devnull
    for _ in range(ROUNDS):
        examples, unseen = cases(documents, weights)
        write(train(examples), path)
        weights = path
    return examples, unseen


def scores_of(example, weights):
    sort, features, *_ = example
    return [sum(weights.get(f"{sort}.{name}", 0) * value for name, value in values.items()) for values in features]


def probabilities(example, weights, added=None):
    scores = scores_of(example, weights)
    if added:
        scores = [a + b for a, b in zip(scores, added)]
    return torch.softmax(torch.tensor(scores), 0).tolist() if scores else []


def read_weights(path):
    """name -> weight"""
    with open(path, encoding="utf-8") as f:
        lines = [line.split("\t") for line in f if not line.startswith("#")]
    return {name: float(value) for name, value in lines}


def predict(documents, path, floor, more=None):
    """[(row, A, B)]: whichever of the two names is likelier, if either is likely at all. more(document, seen, pronoun),
    if any, adds to the score of each candidate."""
    weights = read_weights(path)
    out = []
    for number, ((document, _, row), seen) in enumerate(zip(documents, dump(documents, path))):
        places = {tuple(seen["mentions"][p["mention"]][:2]): p for p in seen["pronouns"]}
        at = int(row["Pronoun-offset"])
        pronoun = places.get((at, at + len(row["Pronoun"])))
        p = {"A": 0.0, "B": 0.0}
        if pronoun is not None:
            added = more(number, seen, pronoun) if more else None
            chances = probabilities((pronoun["sort"], [f for *_, f in pronoun["candidates"]]), weights, added)
            by_entity = {entity: c for (_, entity, _), c in zip(pronoun["candidates"], chances)}
            held = {"mentions": [m for m in seen["mentions"] if tuple(m[:2]) not in places]}
            for name in "AB":
                begin = int(row[f"{name}-offset"])
                found = entities_at(held, [(begin, begin + len(row[name]))])
                p[name] = max((by_entity.get(e, 0.0) for e in found), default=0.0)
        best = "A" if p["A"] >= p["B"] else "B"
        likely = p[best] > 0 and p["A"] + p["B"] >= floor
        out.append((row, likely and best == "A", likely and best == "B"))
    return out


def write_predicted(path, folds):
    """Everything predicted, in GAP's format."""
    with open(path, "w", encoding="utf-8") as f:
        for row, is_a, is_b in folds:
            f.write(f"{row['ID']}\t{str(is_a).upper()}\t{str(is_b).upper()}\n")


def fold(documents, which):
    return [d for i, d in enumerate(documents) if i % FOLDS == which], [d for i, d in enumerate(documents) if i % FOLDS != which]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=os.path.join(PROJECT, "..", "shared"))
    p.add_argument("--folds")
    p.add_argument("--floor", type=float, default=0.2, help="of the two names' chances together, to say either")
    a = p.parse_args()
    torch.set_num_threads(1)
    data = os.path.join(a.data, "data")
    pairs, rest = gap(data), gum(data)
    if not a.folds:
        examples, unseen = train_rounds(pairs + rest, WEIGHTS)
        print(f"{len(examples)} pronouns, {unseen} of them not seen by the program")
        return
    os.makedirs(a.folds, exist_ok=True)
    predicted = []
    for which in range(FOLDS):
        out, kept = fold(pairs, which)
        path = os.path.join(a.folds, f"weights{which}.txt")
        train_rounds(kept + rest, path)
        predicted += predict(out, path, a.floor)
    write_predicted(os.path.join(a.folds, "gap.tsv"), predicted)


if __name__ == "__main__":
    main()
