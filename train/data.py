"""Documents as the program segments them, joined with PolNeAR's labels, cut into windows.

A features file has one JSON object per document, as `hearsay-pieces` writes it:
{"id", "ids", "begin", "end", "quote", "case", "start", "further"}, a list entry per piece; offsets
in code points; start 2 where a paragraph begins, 1 where a sentence does; further 1 where the piece
goes on with the word of the piece before.
"""
import json
import random

import torch

CLS, SEP, MASK = 101, 102, 103
# Pieces of typographic quotation marks and their typewriter fellows.
TYPEWRITER = {1523: 1000, 1524: 1000, 1520: 1005, 1521: 1005}


def read_jsonl(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def load(features, gold=None):
    """[(document's pieces, its relations as piece indices)]"""
    labels = {d["id"]: d for d in read_jsonl(gold)} if gold else {}
    return [(d, relations(d, labels[d["id"]]) if gold else []) for d in read_jsonl(features)]


def relations(doc, gold):
    """[(cue, source, content)], each a sorted list of runs [first, last] of pieces; one relation a cue."""
    out, seen = [], set()
    for a in gold["attributions"]:
        cue, source, content = (runs(doc, a[r]) for r in ("cue", "source", "content"))
        key = tuple(map(tuple, cue))
        if cue and content and key not in seen:
            seen.add(key)
            out.append((cue, source, content))
    return out


def runs(doc, spans):
    begin, end = doc["begin"], doc["end"]
    found = []
    for s, e in sorted(spans):
        inside = [i for i in span_pieces(begin, end, s, e)]
        if inside and found and found[-1][1] + 1 >= inside[0]:
            found[-1][1] = max(found[-1][1], inside[-1])
        elif inside:
            found.append([inside[0], inside[-1]])
    return found


def span_pieces(begin, end, s, e):
    from bisect import bisect_left, bisect_right
    return range(bisect_right(end, s), bisect_left(begin, e))


def cut(doc, size, rng=None):
    """Windows [first, last) of at most `size` pieces, cut at the last paragraph in the second half, else at the
    last sentence there, else at `size`. With rng the first window's size is drawn, so that cuts move."""
    start, n, out, at = doc["start"], len(doc["ids"]), [], 0
    while at < n:
        room = size if rng is None or at else rng.randint(size // 4, size)
        stop = min(at + room, n)
        if stop < n:
            half = range(stop, at + room // 2, -1)
            stop = next((i for i in half if start[i] == 2), None) or next((i for i in half if start[i]), stop)
        out.append((at, stop))
        at = stop
    return out


def windows(corpus, size, rng):
    """Every document cut anew: [(pieces, relations inside)] with indices counted from the window's CLS."""
    out = []
    for doc, gold in corpus:
        for first, last in cut(doc, size - 2, rng):
            inside = []
            for cue, source, content in gold:
                if cue[0][0] >= first and cue[-1][1] < last:
                    kept = [clip(r, first, last) for r in (cue, source, content)]
                    if kept[2]:
                        inside.append(kept)
            out.append((doc, first, last, inside))
    return out


def clip(role, first, last):
    return [[max(a, first) - first + 1, min(b, last - 1) - first + 1] for a, b in role if a < last and b >= first]


def batches(items, pieces, rng):
    """Windows of like length together, `pieces` pieces a batch, in random order."""
    order = sorted(items, key=lambda w: (w[2] - w[1], rng.random()))
    out, now, longest = [], [], 0
    for w in order:
        longest = max(longest, w[2] - w[1] + 2)
        if now and (len(now) + 1) * longest > pieces:
            out.append(now)
            now, longest = [], w[2] - w[1] + 2
        now.append(w)
    out.append(now)
    rng.shuffle(out)
    return out


def collate(batch):
    """Tensors of a batch: ids, quote, case, start [B, L] and an additive attention mask [B, L]."""
    length = max(last - first + 2 for _, first, last, _ in batch)
    t = {k: torch.zeros(len(batch), length, dtype=torch.long) for k in ("ids", "quote", "case", "start")}
    t["mask"] = torch.full((len(batch), length), -1e4)
    for row, (doc, first, last, _) in enumerate(batch):
        n = last - first
        t["ids"][row, 0], t["ids"][row, n + 1] = CLS, SEP
        t["ids"][row, 1:n + 1] = torch.tensor(doc["ids"][first:last])
        for k in ("quote", "case", "start"):
            t[k][row, 1:n + 1] = torch.tensor(doc[k][first:last])
        t["mask"][row, :n + 2] = 0
    return t


def disturb(ids, rng, masked, retyped):
    """Against learning by heart: a share of the pieces is masked, and in a share of the windows the
    typographic quotation marks become typewritten ones."""
    for row in ids:
        if rng.random() < retyped:
            for mark, plain in TYPEWRITER.items():
                row[row == mark] = plain
    hidden = (torch.rand(ids.shape) < masked) & (ids != 0) & (ids != CLS) & (ids != SEP)
    ids[hidden] = MASK


def cue_targets(batch, length):
    """[B, L]; -100 is padding."""
    cue = torch.full((len(batch), length), -100)
    for row, (_, first, last, inside) in enumerate(batch):
        cue[row, :last - first + 2] = 0
        for runs_of_cue, _, _ in inside:
            for a, b in runs_of_cue:
                cue[row, a:b + 1], cue[row, a] = 2, 1
    return cue


def role_targets(batch, length, items):
    """items: [(row, cue, source, content)] -> their windows [R], members [R, L], role labels [R, L]; -100 is padding."""
    window = torch.tensor([row for row, *_ in items])
    members = torch.zeros(len(items), length)
    roles = torch.full((len(items), length), -100)
    for r, (row, cue, source, content) in enumerate(items):
        _, first, last, _ = batch[row]
        roles[r, :last - first + 2] = 0
        for a, b in cue:
            members[r, a:b + 1] = 1
        for base, spans in ((1, source), (3, content)):
            for a, b in spans:
                roles[r, a:b + 1], roles[r, a] = base + 1, base
    return window, members, roles


def gold_items(batch):
    return [(row, *relation) for row, (_, _, _, inside) in enumerate(batch) for relation in inside]


def doubtful_items(batch, outside, sure=0.8):
    """Cues that the network half believes in, as items: those that overlap a gold cue get its roles, the others
    none, which teaches the relation layer to leave them empty. outside [B, L]: the probability of O."""
    out = []
    for row, (_, first, last, inside) in enumerate(batch):
        believed = (outside[row, 1:last - first + 1] < sure).tolist()
        for a, b in true_runs(believed, 1):
            if any(cue == [[a, b]] for cue, _, _ in inside):
                continue
            fellow = next((r for r in inside if any(x <= b and a <= y for x, y in r[0])), None)
            out.append((row, [[a, b]], *(fellow[1:] if fellow else ([], []))))
    return out


def true_runs(flags, offset):
    """[first, last] of each run of true flags."""
    out = []
    for i, flag in enumerate(flags, offset):
        if flag and out and out[-1][1] == i - 1:
            out[-1][1] = i
        elif flag:
            out.append([i, i])
    return out
