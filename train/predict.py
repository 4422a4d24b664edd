#!/usr/bin/env python3
"""Relations that a checkpoint finds, by PyTorch alone: what the C program is held against.

usage: predict.py CHECKPOINT.pt FEATURES.jsonl OUT.jsonl [--window N] [--int8]
"""
import argparse
import json

import torch

import data
import decode
from network import Network

def scores(network, doc, first, last):
    """The scores of one window: of its cues [L, 3], the cues found, and of their roles [L, 5] each."""
    batch = data.collate([(doc, first, last, [])])
    hidden = network.encode(batch)
    cue_scores = network.cues(hidden)[0, 1:-1].numpy()
    cues = decode.find_cues(cue_scores, doc["further"][first:last])
    if not cues:
        return cue_scores, [], []
    members = torch.zeros(len(cues), last - first + 2)
    for row, (a, b) in enumerate(cues):
        members[row, a + 1:b + 1] = 1
    window = torch.zeros(len(cues), dtype=torch.long)
    return cue_scores, cues, network.roles(hidden, batch["mask"], window, members)[:, 1:-1].numpy()


def read(network, doc, size):
    """The document's relations, with spans in code points and how sure the network is of their parts."""
    out = []
    for first, last in data.cut(doc, size - 2):
        found = decode.relations(*scores(network, doc, first, last), doc["further"][first:last])
        for relation in found:
            spans = {role: [[doc["begin"][first + a], doc["end"][first + b - 1]] for a, b in relation[role]]
                     for role in ("source", "cue", "content")}
            out.append(spans | {"sure": relation["sure"]})
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
            out.write(json.dumps({"id": doc["id"], "statements": read(network, doc, a.window)}) + "\n")


if __name__ == "__main__":
    main()
