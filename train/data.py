"""Documents as the program segments them, joined with labels, cut into windows and made into tensors.

A features file has one JSON object per document, as `hearsay-pieces` writes it:
{"id", "ids", "begin", "end", "quote", "case", "start", "further"}, a list entry per piece; offsets
in code points; start 2 where a paragraph begins, 1 where a sentence does; further 1 where the piece
goes on with the word of the piece before.

Labels come from people (PolNeAR), from teachers (soft.py), or from both. What a piece is to be called
is therefore always a distribution over the labels.
"""
import bisect
import collections
import json

import numpy as np
import torch

from network import CLS, CUE_LABELS, MASK, ROLE_LABELS, SEP

# Pieces of typographic quotation marks and their typewriter fellows.
TYPEWRITER = {1523: 1000, 1524: 1000, 1520: 1005, 1521: 1005}
FEATURES = ("ids", "quote", "case", "start")
QUOTE_SINGLE, QUOTE_REPORTED, QUOTE_REPORTED_INSIDE = 4, 6, 7  # src/segment/segment.h
CONTENT_PIECES_MIN = 6  # src/attribute/nesting.c: PIECES_MIN

# A document with its labels. `gold`: its relations, each (cue, source, content) as sorted runs [first, last] of
# pieces, or None where nobody labelled it; `soft`: what teachers say of it (soft.Labels), or None; `parts`: the runs
# [first, last] of pieces to read, or None for all of them.
Document = collections.namedtuple("Document", "doc gold soft parts", defaults=(None,))
# The pieces [first, last) of a document.
Window = collections.namedtuple("Window", "document first last")
# A cue whose relation is to be read in a window of the batch. `gold`: its (source, content), or None where nobody
# labelled the document; `soft`: what teachers say of it (soft.Roles), or None.
Item = collections.namedtuple("Item", "row cue gold soft")


def read_jsonl(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def load(features, gold=None, soft=None):
    """[Document]; gold: a path; soft: {id: soft.Labels}."""
    labels = {d["id"]: d for d in read_jsonl(gold)} if gold else {}
    out = []
    for doc in read_jsonl(features):
        for k in FEATURES:
            doc[k] = np.array(doc[k], dtype=np.int64)
        said = soft[doc["id"]] if soft else None
        if said and len(said.table) != len(doc["ids"]):
            raise SystemExit(f"{doc['id']}: the teachers counted other pieces than the program does: `make teach` is due")
        out.append(Document(doc, relations(doc, labels[doc["id"]]) if gold else None, said))
    return out


def relations(doc, gold):
    """[(cue, source, content)]; one relation a cue."""
    out, seen = [], set()
    for a in gold["attributions"]:
        cue, source, content = (runs(doc, a[r]) for r in ("cue", "source", "content"))
        key = tuple(map(tuple, cue))
        if cue and content and key not in seen:
            seen.add(key)
            out.append((cue, source, content))
    return out


def load_contents(features, gold, nested):
    """[Document], one for each statement whose content somebody read for what is reported in it (train/labels/nested.py):
    that content, with the relations that lie just in it. The program reads contents so (src/attribute/nesting.c)."""
    docs = {doc["id"]: doc for doc in (document.doc for document in load(features))}
    statements = {d["id"]: {a["id"]: a for a in d["attributions"]} for d in read_jsonl(gold)}
    out = []
    for labels in read_jsonl(nested):
        doc, children = docs[labels["id"]], collections.defaultdict(list)
        outer = [(name, statements[labels["id"]][name]) for name in labels["read"]] + list(enumerate(labels["nested"]))
        for inner in labels["nested"]:
            children[inner["parent"]].append(inner)
        for name, statement in outer:
            parts = [run for run in runs(doc, statement["content"]) if run[1] - run[0] + 1 >= CONTENT_PIECES_MIN]
            inside = relations(doc, {"attributions": children[name]})
            out.append(Document(as_reported(doc, parts), inside, None, parts))
    return [document for document in out if document.parts]


def as_reported(doc, parts):
    """A document as the program reads these contents of it: known for contents, as texts of their own, of which the
    marks around them are no part (src/attribute/window_reader.c)."""
    start = doc["start"].copy()
    start[[first for first, _ in parts]] = 2
    return doc | {"start": start, "quote": np.where(doc["quote"] < QUOTE_SINGLE, QUOTE_REPORTED, QUOTE_REPORTED_INSIDE)}


def runs(doc, spans):
    begin, end = doc["begin"], doc["end"]
    found = []
    for s, e in sorted(spans):
        inside = span_pieces(begin, end, s, e)
        if inside and found and found[-1][1] + 1 >= inside[0]:
            found[-1][1] = max(found[-1][1], inside[-1])
        elif inside:
            found.append([inside[0], inside[-1]])
    return found


def span_pieces(begin, end, s, e):
    return range(bisect.bisect_right(end, s), bisect.bisect_left(begin, e))


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


def one_of_each(corpus, rng):
    """Of the documents with one id, which are copies of each other, any."""
    copies = {}
    for document in corpus:
        copies.setdefault(document.doc["id"], []).append(document)
    return [rng.choice(found) for found in copies.values()]


def windows(corpus, size, rng):
    """Every document cut anew."""
    return [Window(document, *place) for document in corpus for place in places(document, size - 2, rng)]


def places(document, size, rng):
    """What of a document is read: its parts, or all of it; cut."""
    if document.parts is None:
        return cut(document.doc, size, rng)
    return [(at, min(at + size, last + 1)) for first, last in document.parts for at in range(first, last + 1, size)]


def batches(items, pieces, rng):
    """Windows of like length together, `pieces` pieces a batch, in random order."""
    order = sorted(items, key=lambda w: (w.last - w.first, rng.random()))
    out, now, longest = [], [], 0
    for w in order:
        longest = max(longest, w.last - w.first + 2)
        if now and (len(now) + 1) * longest > pieces:
            out.append(now)
            now, longest = [], w.last - w.first + 2
        now.append(w)
    out.append(now)
    rng.shuffle(out)
    return out


def collate(batch):
    """Tensors of a batch: ids, quote, case, start [B, L] and an additive attention mask [B, L]."""
    length = max(w.last - w.first + 2 for w in batch)
    t = {k: np.zeros((len(batch), length), dtype=np.int64) for k in FEATURES}
    mask = np.full((len(batch), length), -1e4, dtype=np.float32)
    for row, w in enumerate(batch):
        n = w.last - w.first
        for k in FEATURES:
            t[k][row, 1:n + 1] = w.document.doc[k][w.first:w.last]
        t["ids"][row, 0], t["ids"][row, n + 1] = CLS, SEP
        mask[row, :n + 2] = 0
    return {k: torch.from_numpy(v) for k, v in t.items()} | {"mask": torch.from_numpy(mask)}


def disturb(ids, rng, masked, retyped):
    """Against learning by heart: a share of the pieces is masked, and in a share of the windows the
    typographic quotation marks become typewritten ones."""
    for row in ids:
        if rng.random() < retyped:
            for mark, plain in TYPEWRITER.items():
                row[row == mark] = plain
    hidden = (torch.rand(ids.shape) < masked) & (ids != 0) & (ids != CLS) & (ids != SEP)
    ids[hidden] = MASK


def mixed(gold, soft, trust):
    """Between what people and what teachers say, whichever there are."""
    if soft is None or gold is None:
        return gold if soft is None else soft
    return (1 - trust) * gold + trust * soft


def one_hot(length, size, spans, first):
    """[length, size]; `spans`: [((B, I), runs)] of pieces, counted from `first`; what lies outside is cut off."""
    names = np.zeros(length, dtype=np.int64)
    for (begin, inside), found in spans:
        for a, b in found:
            a, b = max(a - first, 0), min(b - first, length - 1)
            if a <= b:
                names[a:b + 1], names[a] = inside, begin
    return np.eye(size, dtype=np.float32)[names]


def cue_targets(batch, length, trust):
    """[B, L, 3]; all zeros at padding."""
    out = np.zeros((len(batch), length, len(CUE_LABELS)), dtype=np.float32)
    for row, ((_, gold, soft, _), first, last) in enumerate(batch):
        n = last - first
        hard = gold and inside(gold, first, last)
        known = None if gold is None else one_hot(n, len(CUE_LABELS), [((1, 2), cue) for cue, *_ in hard], first)
        out[row, 1:n + 1] = mixed(known, soft and soft.cues(first, last), trust)
        out[row, [0, n + 1], 0] = 1
    return torch.from_numpy(out)


def inside(relations_of, first, last):
    """Those whose cue lies in the window, with some of their content."""
    return [r for r in relations_of if r[0][0][0] >= first and r[0][-1][1] < last
            and any(a < last and b >= first for a, b in r[2])]


def fellow(gold, cue):
    """The (source, content) of the gold relation whose cue this one overlaps; else empty ones: no relation."""
    found = next((r for r in gold if any(a <= y and x <= b for a, b in cue for x, y in r[0])), None)
    return found[1:] if found else ([], [])


def items(batch):
    """The cues to read in a batch: those of people and those that teachers half believe in."""
    out = []
    for row, ((_, gold, soft, _), first, last) in enumerate(batch):
        hard = inside(gold, first, last) if gold is not None else []
        known = {tuple(map(tuple, r[0])) for r in hard}
        for cue, *parts in hard:
            out.append(Item(row, cue, parts, soft and soft.of(cue)))
        for roles in soft.within(first, last) if soft else []:
            if roles.key not in known:
                out.append(Item(row, roles.cue, None if gold is None else fellow(hard, roles.cue), roles))
    return out


def doubtful(batch, outside, sure=0.8):
    """Further cues that the network half believes in, of documents that people labelled: those that overlap a gold
    cue get its roles, the others none, which teaches the relation layer to leave them empty. outside [B, L]: the
    probability of O."""
    out = []
    for row, ((_, gold, _, _), first, last) in enumerate(batch):
        if gold is None:
            continue
        hard = inside(gold, first, last)
        for a, b in true_runs((outside[row, 1:last - first + 1] < sure).tolist(), first):
            if not any(r[0] == [[a, b]] for r in hard):
                out.append(Item(row, [[a, b]], fellow(hard, [[a, b]]), None))
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


def members(batch, length, chosen):
    """The window [R] of each item, and 1 where a piece belongs to its cue [R, L]."""
    out = np.zeros((len(chosen), length), dtype=np.float32)
    for r, item in enumerate(chosen):
        for a, b in item.cue:
            out[r, a - batch[item.row].first + 1:b - batch[item.row].first + 2] = 1
    return torch.tensor([item.row for item in chosen]), torch.from_numpy(out)


def role_targets(batch, length, chosen, trust):
    """[R, L, 5]; all zeros at padding."""
    out = np.zeros((len(chosen), length, len(ROLE_LABELS)), dtype=np.float32)
    for r, item in enumerate(chosen):
        _, first, last = batch[item.row]
        n = last - first
        known = item.gold and one_hot(n, len(ROLE_LABELS), [((1, 2), item.gold[0]), ((3, 4), item.gold[1])], first)
        out[r, 1:n + 1] = mixed(known, item.soft and item.soft.sliced(first, last), trust)
        out[r, [0, n + 1], 0] = 1
    return torch.from_numpy(out)
