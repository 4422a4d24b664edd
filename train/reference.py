#!/usr/bin/env python3
"""PyTorch's scores of a few windows of examples/, for tests/unit/model_reference.c.

usage: reference.py CHECKPOINT.pt FEATURES.jsonl > tests/data/reference_scores.txt

FEATURES is what hearsay-pieces makes of examples/expected/statements.jsonl. A window is a line
`window COUNT ID`, then COUNT lines `id quote case start` with the logits of its cue labels; a relation is a
line `relation FIRST LAST`, then COUNT lines with the logits of its role labels.
"""
import sys

import torch

import data
from common import WINDOW
from decode import CUE_STEPS, spans, viterbi
from network import load
from reading import Reading

DOCUMENTS, RELATIONS = 4, 2


def row(values):
    return " ".join(f"{v:.3f}" for v in values)


def main():
    torch.set_num_threads(1)
    network = load(sys.argv[1])
    docs = [document.doc for document in data.load(sys.argv[2])]
    with torch.no_grad():
        for doc in docs[:: len(docs) // DOCUMENTS][:DOCUMENTS]:
            first, last = data.cut(doc, WINDOW - 2)[0]
            reading = Reading(network, doc, first, last)
            cues = reading.cues()
            print("window", last - first, doc["id"])
            for i in range(first, last):
                print(*(doc[k][i] for k in ("ids", "quote", "case", "start")), row(cues[i - first].tolist()))
            for cue in spans(viterbi(cues.numpy(), CUE_STEPS), 1, 2)[:RELATIONS]:
                print("relation", *cue)
                print("\n".join(row(r) for r in reading.roles([cue])[0].tolist()))


if __name__ == "__main__":
    main()
