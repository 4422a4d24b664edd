"""How much what is found hangs on who is named: articles are read again with their names swapped (swap.py),
and what is found is carried back to the article as it was. A relation found in the article has a counterpart
if score.py, taking what was found in the article for gold, calls one found in the swapped article `relation`.
"""
import offsets
import places
import swap


def carried_back(statement, edits):
    return {role: offsets.back(statement[role], edits) for role in ("source", "cue", "content")}


def without_counterpart(score, doc, found, swapped):
    """How many relations of `found` have none in `swapped`, which is carried back already."""
    before, after = ([score.Relation(r, doc["text"]) for r in found_in] for found_in in (found, swapped))
    return len(before) - sum(score.relation_ok(g, p) for g, p in score.align(before, after))


def measure(folder, model, documents, found):
    """{kind: (relations found, those without counterpart, edits)}; `found` is what was found in `documents`."""
    score = places.scorer(folder)
    out = {}
    for kind in swap.KINDS:
        rows = [swap.swapped(doc, kind, folder) for doc in documents]
        given = places.write(places.output(f"dev.{kind}.jsonl"), rows)
        read = places.read(places.quotes(model, given, places.output(f"dev.{kind}.found.jsonl")))
        lost = 0
        for doc, row, before, after in zip(documents, rows, found, read, strict=True):
            back = [carried_back(s, row["edits"]) for s in after["statements"]]
            lost += without_counterpart(score, doc, before["statements"], back)
        out[kind] = (sum(len(d["statements"]) for d in found), lost, sum(len(row["edits"]) for row in rows))
    return out
