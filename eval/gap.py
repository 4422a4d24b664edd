#!/usr/bin/env python3
"""How well pronouns are resolved on GAP (Webster et al. 2018), with each fifth predicted by weights trained without it.

usage: gap.py [--data SHARED] FOLDS

FOLDS is the folder that `train/pronouns.py --folds FOLDS` made; of each pronoun it says which of two names it means,
if either. F1 is over all names as GAP's own scorer has it: a name that the pronoun means, and is said to, counts as
right. Feminine over masculine F1 should be 1 where neither is favoured; its interval is from a bootstrap over
pronouns. Standard library only.
"""
import argparse
import csv
import os
import random

import places

BAR = 75
ROUNDS, SEED = 1000, 1


def read_gold(folder):
    """id -> (feminine?, A is meant, B is meant)"""
    out = {}
    for part in ("development", "validation"):
        with open(places.shared(folder, "data", "gap", f"gap-{part}.tsv"), encoding="utf-8") as f:
            for row in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE):
                feminine = row["Pronoun"].lower() in ("she", "her", "hers")
                out[row["ID"]] = (feminine, row["A-coref"] == "TRUE", row["B-coref"] == "TRUE")
    return out


def read_predicted(path):
    """id -> (A, B)"""
    with open(path, encoding="utf-8") as f:
        return {name: (a == "TRUE", b == "TRUE") for name, a, b in csv.reader(f, delimiter="\t")}


def judge(gold, predicted):
    """[(feminine?, right, said, meant)], a pronoun each: how many names of either kind."""
    out = []
    for name, (feminine, *meant) in gold.items():
        said = predicted.get(name, (False, False))
        out.append((feminine, sum(m and s for m, s in zip(meant, said)), sum(said), sum(meant)))
    return out


def f1(judged):
    right, said, meant = (sum(row[i] for row in judged) for i in (1, 2, 3))
    return 100 * 2 * right / max(said + meant, 1)


def ratio(judged):
    masculine = f1([row for row in judged if not row[0]])
    return f1([row for row in judged if row[0]]) / masculine if masculine else 0.0


def interval(judged, rounds=ROUNDS, seed=SEED):
    """The middle 95 % of the ratio when pronouns are drawn anew."""
    rng = random.Random(seed)
    drawn = sorted(ratio(rng.choices(judged, k=len(judged))) for _ in range(rounds))
    return drawn[int(0.025 * rounds)], drawn[int(0.975 * rounds)]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("folds")
    p.add_argument("--data", default=os.path.join(places.PROJECT, "..", "shared"))
    a = p.parse_args()
    judged = judge(read_gold(a.data), read_predicted(os.path.join(a.folds, "gap.tsv")))
    low, high = interval(judged)
    print(f"GAP, {len(judged)} pronouns: F1 {f1(judged):.1f} (bar {BAR}), feminine over masculine {ratio(judged):.3f}, "
          f"95 % of draws {low:.3f} to {high:.3f}")


if __name__ == "__main__":
    main()
