#!/usr/bin/env python3
"""Gives a model the gate by which most contents that hold no statement are left after half of the encoder.

usage: gate.py [--data SHARED] [--model FILE]

A content is read again for what is reported in it. Whether one of its pieces is of a cue is often plain from the rows of
the encoder's lower half: a linear layer over these is trained on what the whole encoder says of the same pieces
(hearsay-contents; so no label is needed), on articles of PolNeAR train. A content goes on if one of its pieces is above
a threshold that LET_THROUGH of the contents with a cue pass, in articles that the layer has not seen. An early exit, as
in BranchyNet (Teerapittayanon et al. 2016). The model file gets the tensors "gate.*"; to be done anew for every new
model.
"""
import argparse
import json
import os
import random

import numpy as np
import torch

import common
import export

ARTICLES, FOLDS, SEED = 140, 4, 4
LET_THROUGH = 0.997
CUE_WEIGHT, L2, STEPS = 5.0, 1e-4, 60


def sample(shared):
    """Articles of PolNeAR train, one a line."""
    with open(common.polnear(shared, "train"), encoding="utf-8") as f:
        rows = [json.loads(line) for line in f]
    path = os.path.join(common.WORK, "gate.jsonl")
    with open(path, "w", encoding="utf-8") as f:
        for row in random.Random(SEED).sample(rows, ARTICLES):
            f.write(json.dumps({"id": row["id"], "text": row["text"]}) + "\n")
    return path


def read_contents(model, articles, width):
    """[(of a cue [pieces], rows [pieces][width])], a content each."""
    path = os.path.join(common.WORK, "gate.rows")
    with open(path, "wb") as f:
        common.run([os.path.join(common.BUILD, "hearsay-contents"), model, articles], stdout=f)
    data, at, out = np.memmap(path, np.uint8, "r"), 0, []
    while at < len(data):
        count = int.from_bytes(data[at:at + 4].tobytes(), "little")
        rows = at + 4 + count
        at = rows + 4 * count * width
        out.append((np.array(data[rows - count:rows]), np.frombuffer(data[rows:at].tobytes(), np.float32).reshape(count, width)))
    return out


def fit(contents):
    """-> weight [width], bias: logistic regression over the pieces"""
    rows = torch.tensor(np.concatenate([rows for _, rows in contents]))
    right = torch.tensor(np.concatenate([labels for labels, _ in contents]).astype(np.float32))
    weight, bias = torch.zeros(rows.shape[1], requires_grad=True), torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.LBFGS([weight, bias], max_iter=STEPS)

    def loss():
        optimizer.zero_grad()
        value = torch.nn.functional.binary_cross_entropy_with_logits(rows @ weight + bias, right, pos_weight=torch.tensor(CUE_WEIGHT))
        value = value + L2 * (weight * weight).sum()
        value.backward()
        return value
    optimizer.step(loss)
    return weight.detach().numpy(), bias.item()


def highest(contents, weight, bias):
    return np.array([(rows @ weight + bias).max() for _, rows in contents])


def cross_fitted(contents):
    """What each content's highest piece gets from a layer that was trained without its fold."""
    out = np.empty(len(contents))
    for fold in range(FOLDS):
        held = [i for i in range(len(contents)) if i * FOLDS // len(contents) == fold]   # neighbours are of one article
        taught = [c for i, c in enumerate(contents) if i * FOLDS // len(contents) != fold]
        out[held] = highest([contents[i] for i in held], *fit(taught))
    return out


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=os.path.join(common.PROJECT, "..", "shared"))
    p.add_argument("--model", default=common.MODEL)
    a = p.parse_args()
    os.makedirs(common.WORK, exist_ok=True)
    _, _, parts = export.unpack(a.model)
    contents = read_contents(a.model, sample(a.data), parts["cue.weight"].shape[1])
    scores, has_cue = cross_fitted(contents), np.array([labels.any() for labels, _ in contents])
    pieces = np.array([len(labels) for labels, _ in contents])
    threshold = np.quantile(scores[has_cue], 1 - LET_THROUGH)
    weight, bias = fit(contents)
    export.add(a.model, {"gate.weight": weight.astype(np.float32).reshape(1, -1),
                         "gate.bias": np.array([[bias - threshold]], np.float32)})
    left = pieces[scores <= threshold].sum() / pieces.sum()
    print(f"{a.model} has a gate now: of {len(contents)} contents {has_cue.sum()} have a cue; {100 * left:.1f} % of all pieces are left half read")


if __name__ == "__main__":
    main()
