#!/usr/bin/env python3
"""Hold the program's scores against PyTorch's, window by window.

usage: compare_scores.py CHECKPOINT.pt FEATURES.jsonl SCORES.jsonl

SCORES is what hearsay-scores wrote. Scores are compared as probabilities; a decision is the most
probable label of a piece.
"""
import argparse
import json

import numpy as np
import torch

import data
from network import load
from reading import Reading


def torch_scores(network, doc, window):
    reading = Reading(network, doc, window["first"], window["last"])
    return [(window["cues"], reading.cues())] + [(r["roles"], reading.roles([r["cue"]])[0]) for r in window["relations"]]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("checkpoint", "features", "scores"):
        p.add_argument(name)
    a = p.parse_args()
    torch.set_num_threads(1)
    network = load(a.checkpoint)
    docs = {d.doc["id"]: d.doc for d in data.load(a.features)}
    largest, total, pieces, other = 0.0, 0.0, 0, 0
    with torch.no_grad(), open(a.scores, encoding="utf-8") as lines:
        for window in map(json.loads, lines):
            for ours, theirs in torch_scores(network, docs[window["id"]], window):
                p, q = torch.softmax(torch.tensor(ours), -1).numpy(), torch.softmax(theirs, -1).numpy()
                difference = np.abs(p - q).max(-1)
                largest, total = max(largest, float(difference.max())), total + float(difference.sum())
                pieces, other = pieces + len(p), other + int((p.argmax(-1) != q.argmax(-1)).sum())
    print(f"{pieces} decisions; probabilities differ by {largest:.4f} at most, {total / pieces:.6f} on average; "
          f"{other} decisions differ ({100 * other / pieces:.3f} %)")


if __name__ == "__main__":
    main()
