#!/usr/bin/env python3
"""Gives a model the traits by which a pronoun is held against what it may stand for (src/resolve/likeness.h).

usage: traits.py [--data SHARED] [--model FILE] [--folds FOLDER]

The encoder stays as it is: the rows of one of its layers, as the program computes them (hearsay-vectors), are projected to
a few numbers, once for the pronoun, once each for the first and last piece of a candidate, so that the product of both is what the
reading adds to the score that src/resolve/features.h's features give it (bilinear, of low rank; compare Lee et al. 2017).
Trained as train/pronouns.py trains those, on the same pronouns, their weights held. The model file gets the tensors
"traits.*"; it is to be done anew for every new model, after pronouns.py.

With --folds nothing is written to the model: each fifth of GAP is predicted by traits and weights that were trained
without it (FOLDER/weightsN.txt, which `pronouns.py --folds FOLDER` made), into FOLDER/gap.tsv.
"""
import argparse
import bisect
import json
import os
import subprocess
from typing import NamedTuple

import numpy as np
import torch

import common
import export
import pronouns

TRAITS, UNIT = 64, 16               # src/model/model.h, src/model/encoder.c
EPOCHS, BATCH, RATE, DECAY, DROPOUT, SEED = 6, 64, 2e-3, 0.2, 0.3, 1


# --- what the encoder gives ------------------------------------------------------------------------

class Reading:
    """Documents, read by a model: rows [pieces of all documents][width], and which of them hold a span."""

    def __init__(self, documents, model):
        texts, features, rows = (os.path.join(common.WORK, f"pronouns.{name}") for name in ("jsonl", "features", "rows"))
        os.makedirs(common.WORK, exist_ok=True)
        with open(texts, "w", encoding="utf-8") as f:
            f.writelines(json.dumps(document) + "\n" for document, *_ in documents)
        with open(features, "w", encoding="utf-8") as f:
            common.run([os.path.join(common.BUILD, "hearsay-pieces"), common.vocabulary(), common.ABBREVIATIONS, texts], stdout=f)
        with open(rows, "wb") as f:
            common.run([os.path.join(common.BUILD, "hearsay-vectors"), model, features], stdout=f)
        with open(features, encoding="utf-8") as f:
            pieces = [(d["begin"], d["end"]) for d in map(json.loads, f)]
        self.begins, self.ends = zip(*pieces)
        self.first = np.concatenate([[0], np.cumsum([len(begin) for begin in self.begins])])
        self.rows = np.memmap(rows, np.float32, "r").reshape(self.first[-1], -1)

    def span(self, document, span):
        """The first and the last row of a span of code points."""
        begin, end = self.begins[document], self.ends[document]
        first = min(bisect.bisect_right(end, span[0]), len(end) - 1)
        return self.first[document] + first, self.first[document] + max(bisect.bisect_left(begin, span[1]) - 1, first)


class Example(NamedTuple):
    scores: list        # of the candidates, by the features
    pronoun: int        # row
    others: list        # (first row, last row) of the candidates
    right: list         # candidates
    wrong: list


def examples(documents, numbers, reading, path):
    """Of the documents with these numbers in the reading; `path`: the features' weights."""
    weights, out = pronouns.read_weights(path), []
    for number, (document, questions, _), seen in zip(numbers, documents, pronouns.dump(documents, path)):
        places = {tuple(seen["mentions"][p["mention"]][:2]): p for p in seen["pronouns"]}
        held = {"mentions": [m for m in seen["mentions"] if tuple(m[:2]) not in places]}
        for span, right, wrong in questions:
            one = places.get(span)
            if one is None or len(one["candidates"]) < 2:
                continue
            good, bad = pronouns.entities_at(held, right), pronouns.entities_at(held, wrong)
            entities = [entity for _, entity, _ in one["candidates"]]
            right, wrong = ([i for i, e in enumerate(entities) if e in some] for some in (good - bad, bad - good))
            if right or wrong:
                out.append(Example(pronouns.scores_of((one["sort"], [f for *_, f in one["candidates"]]), weights),
                                   reading.span(number, span)[0],
                                   [reading.span(number, seen["mentions"][m][:2]) for m, *_ in one["candidates"]], right, wrong))
    return out


# --- training --------------------------------------------------------------------------------------

class Batches:
    """The examples as tensors: N examples, C candidates at most."""

    def __init__(self, some, reading):
        used = sorted({row for e in some for row in [e.pronoun, *(r for pair in e.others for r in pair)]})
        place = {row: i for i, row in enumerate(used)}
        rows = torch.tensor(np.array(reading.rows[used]))
        self.mean, self.spread = rows.mean(0), rows.std(0)
        self.rows = (rows - self.mean) / self.spread
        shape = len(some), max(len(e.others) for e in some)
        self.scores = torch.full(shape, -1e9)
        self.right, self.wrong = torch.zeros(shape), torch.zeros(shape)
        self.others = torch.zeros(*shape, 2, dtype=torch.long)
        self.pronouns = torch.tensor([place[e.pronoun] for e in some])
        for n, e in enumerate(some):
            self.scores[n, :len(e.scores)] = torch.tensor(e.scores)
            self.others[n, :len(e.others)] = torch.tensor([[place[a], place[b]] for a, b in e.others])
            self.right[n, e.right] = 1
            self.wrong[n, e.wrong] = 1

    def loss(self, at, factors):
        """As in pronouns.fit: the right ones' share; where none is known, what the wrong ones leave."""
        drop = lambda rows: torch.nn.functional.dropout(self.rows[rows], DROPOUT)
        a = drop(self.pronouns[at]) @ factors[0]
        b = drop(self.others[at][:, :, 0]) @ factors[1] + drop(self.others[at][:, :, 1]) @ factors[2]
        log_p = torch.log_softmax(self.scores[at] + (a[:, None] * b).sum(-1) / TRAITS ** 0.5, 1)
        good = torch.logsumexp(log_p.masked_fill(self.right[at] == 0, -1e9), 1)
        bad = torch.log1p(-(log_p.exp() * self.wrong[at]).sum(1).clamp(max=0.999))
        return -torch.where(self.right[at].sum(1) > 0, good, bad).mean()


def fit(some, reading):
    """-> weight [width][3 * TRAITS], bias [3 * TRAITS], for rows as they are"""
    torch.manual_seed(SEED)
    batches = Batches(some, reading)
    width = batches.rows.shape[1]
    factors = [torch.randn(width, TRAITS) * size / width ** 0.5 for size in (0.3, 1, 1)]
    for factor in factors:
        factor.requires_grad_()
    optimizer = torch.optim.AdamW(factors, lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(some) // BATCH)
    rate = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=0.15)
    for _ in range(EPOCHS):
        for at in torch.randperm(len(some)).split(BATCH):
            optimizer.zero_grad()
            batches.loss(at, factors).backward()
            optimizer.step()
            rate.step()
    weight = torch.cat([f.detach() for f in factors], 1) / batches.spread[:, None]
    return weight.numpy(), (-batches.mean @ weight).numpy()


# --- in use ----------------------------------------------------------------------------------------

def quantized(weight, bias):
    """The tensors of the model file."""
    values, scale = export.quantize(weight, export.WEIGHT_MAX, 0)
    return {"traits.weight": values, "traits.scale": scale, "traits.bias": bias.astype(np.float32).reshape(1, -1)}


def likeness(tensors, reading, begin):
    """What pronouns.predict adds, for documents that begin at number `begin` of the reading."""
    weight = tensors["traits.weight"] * tensors["traits.scale"]

    def traits(row, part):
        columns = slice(part * TRAITS, (part + 1) * TRAITS)
        return np.clip(np.rint(UNIT * (reading.rows[row] @ weight[:, columns] + tensors["traits.bias"][0, columns])), -127, 127)

    def more(numbers, seen, one):
        number = begin[numbers]
        a = traits(reading.span(number, seen["mentions"][one["mention"]][:2])[0], 0)
        others = [reading.span(number, seen["mentions"][m][:2]) for m, *_ in one["candidates"]]
        return [float(a @ (traits(first, 1) + traits(last, 2))) / UNIT ** 2 / TRAITS ** 0.5 for first, last in others]
    return more


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=os.path.join(common.PROJECT, "..", "shared"))
    p.add_argument("--model", default=common.MODEL)
    p.add_argument("--folds")
    p.add_argument("--floor", type=float, default=0.2, help="as of pronouns.py")
    a = p.parse_args()
    torch.set_num_threads(1)
    data = os.path.join(a.data, "data")
    pairs, rest = pronouns.gap(data), pronouns.gum(data)
    documents = pairs + rest
    reading = Reading(documents, a.model)
    if not a.folds:
        some = examples(documents, range(len(documents)), reading, pronouns.WEIGHTS)
        export.add(a.model, quantized(*fit(some, reading)),
                   data_for_pronouns="GAP (Apache-2.0) and the coreference of GUM (annotations CC BY 4.0)")
        print(f"{a.model} has traits now, trained on {len(some)} pronouns")
        return
    predicted = []
    for which in range(pronouns.FOLDS):
        out, kept = ([i for i in range(len(pairs)) if (i % pronouns.FOLDS == which) == held] for held in (True, False))
        kept += range(len(pairs), len(documents))
        path = os.path.join(a.folds, f"weights{which}.txt")
        tensors = quantized(*fit(examples([documents[i] for i in kept], kept, reading, path), reading))
        predicted += pronouns.predict([pairs[i] for i in out], path, a.floor, likeness(tensors, reading, out))
    pronouns.write_predicted(os.path.join(a.folds, "gap.tsv"), predicted)


if __name__ == "__main__":
    main()
