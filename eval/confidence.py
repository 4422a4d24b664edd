"""What `confidence.relation` is worth. A found relation is right if it is `relation` in score.py."""
import itertools


def judged(score, gold, found):
    """[(confidence, right)] of every relation found; gold and found are documents."""
    out = []
    by_id = {d["id"]: d for d in found}
    for doc in gold:
        G, P = ([score.Relation(r, doc["text"]) for r in score.relations(d)] for d in (doc, by_id.get(doc["id"], {})))
        right = {id(p) for g, p in score.align(G, P) if score.relation_ok(g, p)}
        out += [(p.raw["confidence"]["relation"], id(p) in right) for p in P]
    return out


def at_least(found, floor):
    """What --min-confidence leaves."""
    return [{**d, "statements": [s for s in d["statements"] if s["confidence"]["relation"] >= floor]} for d in found]


def precision(pairs):
    return sum(right for _, right in pairs) / len(pairs) if pairs else 0.0


def calibration_error(pairs, bins=10):
    """Expected calibration error (Naeini et al. 2015): over equal bins of confidence, the mean distance between
    a bin's mean confidence and its share of right ones, each bin weighted by how many it holds."""
    return sum(n * abs(confidence - right) for n, confidence, right in table(pairs, bins)) / max(len(pairs), 1)


def table(pairs, bins=10):
    """(how many, mean confidence, share of right) of every bin that holds any; 1.0 belongs to the last."""
    held = [[] for _ in range(bins)]
    for pair in pairs:
        held[min(int(pair[0] * bins), bins - 1)].append(pair)
    return [(len(b), sum(c for c, _ in b) / len(b), precision(b)) for b in held if b]


def roc_area(pairs):
    """Area under the ROC curve: how often a right one is surer than a wrong one; a tie counts half
    (Mann & Whitney 1947)."""
    ranked = sorted(pairs)
    area = wrong = 0
    for _, tied in itertools.groupby(ranked, key=lambda pair: pair[0]):
        kinds = [right for _, right in tied]
        area += sum(kinds) * (wrong + 0.5 * kinds.count(False))
        wrong += kinds.count(False)
    right = len(pairs) - wrong
    return area / (right * wrong) if right and wrong else float("nan")
