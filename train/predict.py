#!/usr/bin/env python3
"""Relations that a checkpoint finds, by PyTorch alone: what the C program is held against.

usage: predict.py CHECKPOINT.pt FEATURES.jsonl OUT.jsonl [--window N] [--scores SCORES.npz] [--int8]
"""
import argparse
import json

import numpy as np
import torch

import data
from network import CUE_LABELS, ROLE_LABELS, Network

FORBIDDEN = -1e9


def transitions(labels):
    """[from, to]: 0, or FORBIDDEN where an inside label does not follow its own kind. Also the first label's."""
    t = np.zeros((len(labels), len(labels)))
    for j, to in enumerate(labels):
        if to.startswith("I"):
            t[:, j] = [0 if before[1:] == to[1:] and before != "O" else FORBIDDEN for before in labels]
    return t, np.array([FORBIDDEN if x.startswith("I") else 0.0 for x in labels])


CUE_STEPS, ROLE_STEPS = transitions(CUE_LABELS), transitions(ROLE_LABELS)


def viterbi(scores, steps):
    """The best allowed sequence of labels for scores [L, K]."""
    between, first = steps
    best, back = scores[0] + first, []
    for row in scores[1:]:
        total = best[:, None] + between
        back.append(total.argmax(0))
        best = total.max(0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def spans(path, begin, inside, further=None):
    """[first, last) of each run that begins with `begin` and goes on with `inside`; whole words, given which
    pieces go on with the word before."""
    out = []
    for i, label in enumerate(path):
        if label == begin:
            out.append([i, i + 1])
        elif label == inside:
            out[-1][1] = i + 1
    return whole_words(out, further) if further else out


def whole_words(runs, further):
    out = []
    for first, last in runs:
        while first > 0 and further[first]:
            first -= 1
        while last < len(further) and further[last]:
            last += 1
        if out and first < out[-1][1]:
            out[-1][1] = last
        else:
            out.append([first, last])
    return out


def read(network, doc, size, keep=None):
    """The document's relations: (cue, [source], [content]) as half-open runs of pieces."""
    out = []
    for first, last in data.cut(doc, size - 2):
        batch = data.collate([(doc, first, last, [])])
        hidden = network.encode(batch)
        cue_scores = torch.log_softmax(network.cues(hidden)[0, 1:-1], -1).numpy()
        further = doc["further"][first:last]
        cues = spans(viterbi(cue_scores, CUE_STEPS), 1, 2, further)
        if cues:
            members = torch.zeros(len(cues), last - first + 2)
            for row, (a, b) in enumerate(cues):
                members[row, a + 1:b + 1] = 1
            window = torch.zeros(len(cues), dtype=torch.long)
            role_scores = torch.log_softmax(network.roles(hidden, batch["mask"], window, members)[:, 1:-1], -1).numpy()
        else:
            role_scores = []
        if keep is not None:
            keep.append((first, last, cue_scores, cues, role_scores))
        for (a, b), scores in zip(cues, role_scores):
            path = viterbi(scores, ROLE_STEPS)
            source, content = spans(path, 1, 2, further), spans(path, 3, 4, further)
            if len(source) > 1:
                source = [max(source, key=lambda s: scores[s[0]:s[1], 1:3].max(1).mean())]
            if content:
                shift = lambda runs: [[x + first, y + first] for x, y in runs]
                out.append((shift([[a, b]]), shift(source), shift(content)))
    return out


def load(path):
    network = Network()
    network.load_state_dict(torch.load(path, weights_only=True)["network"])
    return network.eval()


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
    network = load(a.checkpoint)
    if a.int8:
        fake_int8(network)
    with torch.no_grad(), open(a.out, "w", encoding="utf-8") as out:
        for doc, _ in data.load(a.features):
            chars = lambda runs: [[doc["begin"][x], doc["end"][y - 1]] for x, y in runs]
            found = [{"cue": chars(c), "source": chars(s), "content": chars(k)} for c, s, k in read(network, doc, a.window)]
            out.write(json.dumps({"id": doc["id"], "statements": found}) + "\n")


if __name__ == "__main__":
    main()
