"""What teachers say of documents: a distribution over labels for each piece, in 8 bits, as one .npz file.

For each document: cues [n, 2], the probabilities of B and I of its pieces; and for each cue that people marked or
the teachers half believed in, roles [m, 4], the probabilities of the roles (without O) of the pieces around it.
"""
import json

import numpy as np

LEVELS = 255


class Roles:
    """A cue [[first, last]...] and the roles of the pieces from `low` on: table [m, 5]."""

    def __init__(self, cue, low, table):
        self.cue, self.key, self.low, self.table = cue, tuple(map(tuple, cue)), low, table

    def sliced(self, first, last):
        """[last - first, 5]; beyond the table a piece has no role."""
        out = np.eye(1, self.table.shape[1], dtype=np.float32).repeat(last - first, 0)
        a, b = max(first, self.low), min(last, self.low + len(self.table))
        if a < b:
            out[a - first:b - first] = whole(self.table[a - self.low:b - self.low])
        return out


class Labels:
    """Of one document: table [n, 3] in bytes, and its Roles."""

    def __init__(self, table, roles):
        self.table, self.roles = table, roles
        self.known = {r.key: r for r in roles}

    def cues(self, first, last):
        """[last - first, 3]"""
        return whole(self.table[first:last])

    def of(self, cue):
        return self.known.get(tuple(map(tuple, cue)))

    def within(self, first, last):
        return [r for r in self.roles if r.cue[0][0] >= first and r.cue[-1][1] < last]


def whole(table):
    """Bytes of all labels but O, or of all -> probabilities that add up to 1."""
    p = table.astype(np.float32) / LEVELS
    p[..., 0] = np.maximum(0, 1 - p[..., 1:].sum(-1))
    return p / p.sum(-1, keepdims=True)


def in_bytes(p):
    return np.rint(p * LEVELS).astype(np.uint8)


def write(path, found):
    """found: {id: Labels}"""
    index, cues, roles = [], [], []
    for name, labels in found.items():
        index.append({"id": name, "pieces": len(labels.table),
                      "roles": [[r.cue, int(r.low), len(r.table)] for r in labels.roles]})
        cues.append(labels.table[:, 1:])
        roles += [r.table[:, 1:] for r in labels.roles]
    with open(path, "wb") as out:
        np.savez_compressed(out, index=np.frombuffer(json.dumps(index).encode(), dtype=np.uint8),
                            cues=np.concatenate(cues), roles=np.concatenate(roles))


def read(path):
    """{id: Labels}"""
    with np.load(path) as file:
        index, cues, roles = json.loads(file["index"].tobytes()), file["cues"], file["roles"]
    out, at, part = {}, 0, 0
    for entry in index:
        found = []
        for cue, low, count in entry["roles"]:
            found.append(Roles(cue, low, _with_outside(roles[part:part + count])))
            part += count
        out[entry["id"]] = Labels(_with_outside(cues[at:at + entry["pieces"]]), found)
        at += entry["pieces"]
    return out


def _with_outside(table):
    return np.pad(table, ((0, 0), (1, 0)))
