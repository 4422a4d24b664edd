#!/usr/bin/env python3
"""What teachers say of articles, for students to learn from (soft.py).

usage: teach.py --features FILE.jsonl [--gold FILE.jsonl] --out FILE.npz [--folds N] MODEL.pt...

The mean over the teachers. With --folds N the first of N teachers has not seen each Nth article from the first
on, the second each from the second on, and so on, and only that one is asked; with 2 N teachers two are, and so
on. So no teacher speaks of an article that it knows by heart. Articles are read in windows cut as the program
cuts them, each with what stands before and behind it, as much as the teachers can take.
"""
import argparse
import os

import numpy as np
import torch

import data
import decode
import soft
from network import load

CORE, WINDOW = 254, 510     # pieces that are labelled, and pieces that are read
AT_ONCE = 64                # cues that are read together
EAGER = 2.0                 # by how much less is asked of a cue here than in the program, in logits


def surroundings(n, core):
    """What is read around the pieces [first, last) that are labelled: pieces [low, high) of the document's n."""
    first, last = core
    room = max(0, WINDOW - (last - first))
    low = max(0, min(first - room // 2, n - WINDOW))
    return low, min(n, max(last, low + WINDOW))


def mean(tables):
    return torch.stack(tables).mean(0).cpu().numpy()


def encode(networks, window, device):
    """-> (hidden states and mask of each teacher, mean probabilities of the cues' labels [L, 3])"""
    batch = {k: v.to(device) for k, v in data.collate([window]).items()}
    hidden = [network.encode(batch) for network in networks]
    cues = mean([torch.softmax(n.cues(h)[0, 1:-1].float(), -1) for n, h in zip(networks, hidden)])
    return hidden, batch["mask"], cues


def candidates(document, core, window, cues):
    """The cues to read: people's, the ones that the program would take, and more doubtful ones."""
    first, last = core
    scores = np.log(np.maximum(cues, 1e-6))
    found = {}
    for cue, *_ in data.inside(document.gold or [], window.first, window.last):
        if first <= cue[0][0] < last:
            found[tuple(map(tuple, cue))] = cue
    for bias in (0, EAGER):
        for a, b in decode.find_cues(scores + np.array([0, bias, bias]), document.doc["further"][window.first:window.last]):
            a, b = a + window.first, b + window.first - 1
            if first <= a < last:
                found[((a, b),)] = [[a, b]]
    return list(found.values())


def read_roles(networks, hidden, mask, window, cues, device):
    """-> [R, L, 5]"""
    chosen = [data.Item(0, cue, None, None) for cue in cues]
    at, members = (x.to(device) for x in data.members([window], hidden[0].shape[1], chosen))
    return mean([torch.softmax(n.roles(h, mask, at, members)[:, 1:-1].float(), -1) for n, h in zip(networks, hidden)])


def trimmed(cue, window, table):
    """The part of the window in which the cue has a source or a content at all."""
    at = np.flatnonzero(table[:, 1:].any(1))
    if not len(at):
        return soft.Roles(cue, window.first, table[:0])
    return soft.Roles(cue, window.first + int(at[0]), table[at[0]:at[-1] + 1])


def label(networks, document, device):
    n, out, roles = len(document.doc["ids"]), [], []
    for core in data.cut(document.doc, CORE):
        window = data.Window(document, *surroundings(n, core))
        hidden, mask, cues = encode(networks, window, device)
        out.append(soft.in_bytes(cues[core[0] - window.first:core[1] - window.first]))
        chosen = candidates(document, core, window, cues)
        if chosen:
            tables = soft.in_bytes(np.concatenate([read_roles(networks, hidden, mask, window, chosen[i:i + AT_ONCE], device)
                                                   for i in range(0, len(chosen), AT_ONCE)]))
            roles += [trimmed(cue, window, table) for cue, table in zip(chosen, tables)]
    return soft.Labels(np.concatenate(out), roles) if out else soft.Labels(np.zeros((0, 3), np.uint8), [])


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--features", required=True)
    p.add_argument("--gold")
    p.add_argument("--out", required=True)
    p.add_argument("--folds", type=int, default=1)
    p.add_argument("--threads", type=int, default=os.cpu_count())
    p.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    p.add_argument("teachers", nargs="+")
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    teachers = [load(path, a.device) for path in a.teachers]
    found = {}
    with torch.no_grad(), torch.autocast(a.device, torch.bfloat16, enabled=a.device == "cuda"):
        for i, document in enumerate(data.load(a.features, a.gold)):
            found[document.doc["id"]] = label(teachers[i % a.folds::a.folds], document, a.device)
            if i % 100 == 99:
                print(f"{i + 1} articles", flush=True)
    soft.write(a.out, found)


if __name__ == "__main__":
    main()
