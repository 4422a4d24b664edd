#!/usr/bin/env python3
"""Relations that a checkpoint finds, by PyTorch alone: what the C program is held against.

usage: predict.py CHECKPOINT.pt FEATURES.jsonl OUT.jsonl [--window N] [--int8]
       predict.py TEACHERS.npz FEATURES.jsonl OUT.jsonl       what teachers say (teach.py) instead
       predict.py SCORES.jsonl FEATURES.jsonl OUT.jsonl       the program's scores (hearsay-scores) instead
"""
import argparse
import json

import numpy as np
import torch

import data
import decode
import soft
from network import load
from reading import Reading


def scores(network, doc, first, last):
    """The scores of one window: of its cues [L, 3], the cues found, and of their roles [L, 5] each."""
    reading = Reading(network, doc, first, last)
    cue_scores = reading.cues().numpy()
    cues = decode.find_cues(cue_scores, doc["further"][first:last])
    return cue_scores, cues, reading.roles(cues).numpy() if cues else []


def taught(labels, doc, first, last):
    """The same, from what teachers say."""
    def scores_of(p):
        return np.log(np.maximum(p, 1e-6))
    cue_scores = scores_of(labels.cues(first, last))
    cues = [(a, b) for a, b in decode.find_cues(cue_scores, doc["further"][first:last])
            if labels.of([[first + a, first + b - 1]])]
    return cue_scores, cues, [scores_of(labels.of([[first + a, first + b - 1]]).sliced(first, last)) for a, b in cues]


def programs(path):
    """scores_of(doc, first, last) from the scores of the program."""
    found = {(w["id"], w["first"]): w for w in data.read_jsonl(path)}

    def scores_of(doc, first, last):
        window = found[doc["id"], first]
        assert window["last"] == last
        return (np.array(window["cues"]), [tuple(r["cue"]) for r in window["relations"]],
                [np.array(r["roles"]) for r in window["relations"]])
    return scores_of


def read(scores_of, doc, size):
    """The document's relations, with spans in code points and how sure the network is of their parts.
    scores_of(doc, first, last): the scores of one window."""
    out = []
    for first, last in data.cut(doc, size - 2):
        found = decode.relations(*scores_of(doc, first, last), doc["further"][first:last])
        for relation in found:
            spans = {role: [[doc["begin"][first + a], doc["end"][first + b - 1]] for a, b in relation[role]]
                     for role in ("source", "cue", "content")}
            out.append(spans | {"sure": relation["sure"]})
    return out


def fake_int8(network):
    """Round the weights as export.py does, to see what that costs."""
    from export import WEIGHT_MAX, quantize
    for name, p in network.named_parameters():
        if p.ndim == 2 and name.startswith(("layers", "relation", "enter")):
            values, scale = quantize(p.detach().numpy().T, WEIGHT_MAX, 0)
            p.data = torch.tensor((values * scale).T)
        elif name == "pieces.weight":
            values, scale = quantize(p.detach().numpy(), 127, 1)
            p.data = torch.tensor(values * scale.T)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("checkpoint", "features", "out"):
        p.add_argument(name)
    p.add_argument("--window", type=int, default=256)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--int8", action="store_true")
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    if a.checkpoint.endswith(".npz"):
        labels = soft.read(a.checkpoint)
        def scores_of(doc, *window): return taught(labels[doc["id"]], doc, *window)
    elif a.checkpoint.endswith(".jsonl"):
        scores_of = programs(a.checkpoint)
    else:
        network = load(a.checkpoint)
        if a.int8:
            fake_int8(network)
        def scores_of(doc, *window): return scores(network, doc, *window)
    with torch.no_grad(), open(a.out, "w", encoding="utf-8") as out:
        for doc, *_ in data.load(a.features):
            out.write(json.dumps({"id": doc["id"], "statements": read(scores_of, doc, a.window)}) + "\n")


if __name__ == "__main__":
    main()
