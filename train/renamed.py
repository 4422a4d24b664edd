#!/usr/bin/env python3
"""Copies of articles in which people have other names and, in half of them, the other sex: what is learned from both
does not hang on who is named (Zhao et al. 2018: counterfactual data augmentation).

usage: renamed.py SHARED ARTICLES.jsonl FEATURES.jsonl TAUGHT.npz DRAW COPY

ARTICLES: {"id", "text"} and perhaps "attributions" a line; FEATURES and TAUGHT: their pieces, and what teachers say of
them; DRAW: a number, each of which draws other names. Writes COPY.jsonl, COPY.features.jsonl and COPY.npz, with the labels of the originals.
"""
import json
import os
import random
import re
import sys

import numpy as np

import common
import data
import soft

sys.path.insert(0, os.path.join(common.PROJECT, "eval"))
import offsets    # noqa: E402
import people     # noqa: E402
import swap_sex   # noqa: E402
import words_of   # noqa: E402

RENAMED, TURNED = 0.8, 0.5  # shares: of the people, who get another name; of the articles, whose sexes are turned
NAME = re.compile(r"[A-Z][a-zà-ÿ]{2,}")


def names(known):
    """Names of all origins to draw from: {"M", "F": first names, "last": surnames}."""
    out = {sex: sorted(name for name, kind in known.sex.items() if kind == sex) for sex in "MF"}
    return out | {"last": sorted(filter(NAME.fullmatch, known.surnames))}


def new_names(text, known, drawn_from, rng, turned):
    """{first name: another}, {surname: another} of the people in a text. One who keeps the name keeps the sex."""
    firsts, lasts = {}, {}
    for first, last in people.people(text, known):
        sex = known.sex[first.plain]
        if turned and sex in "MF":
            sex = {"M": "F", "F": "M"}[sex]
        if turned or rng.random() < RENAMED:
            firsts.setdefault(first.plain, rng.choice(drawn_from[sex if sex in "MF" else rng.choice("MF")]))
        if rng.random() < RENAMED:
            lasts.setdefault(last.plain, rng.choice(drawn_from["last"]))
    return firsts, lasts


def edits(text, known, drawn_from, rng):
    turned = rng.random() < TURNED
    firsts, lasts = new_names(text, known, drawn_from, rng, turned)
    whole = {first.begin for first, _ in people.people(text, known)}
    table = words_of.pairs("sex.txt") if turned else {}
    out = []
    for word in people.words(text):
        if word.begin in whole:
            new = firsts.get(word.plain)
        elif word.text[0].isupper() and word.plain in lasts | firsts:
            new = lasts.get(word.plain) or firsts[word.plain]
        else:
            new = turned and swap_sex.pronoun(word.text, text, word.end)
            new = new or table.get(word.text) or table.get(word.text.lower())
        if new:
            out.append((word.begin, word.end, words_of.like(word.text, new)))
    return out


def copy_of(doc, changes):
    out = {"id": doc["id"], "text": offsets.replaced(doc["text"], changes)}
    if "attributions" in doc:
        roles = ("source", "cue", "content")
        out["attributions"] = [{r: offsets.there(a[r], changes) for r in roles} for a in doc["attributions"]]
    return out


def origins(old, new, changes):
    """For each piece of the copy, the piece of the original whose label it takes, and whether it goes on with that
    piece's word: a name of one piece may give way to one of three."""
    pieces, goes_on, before = [], [], None
    for span in offsets.back(list(zip(new["begin"], new["end"])), changes):
        found = data.span_pieces(old["begin"], old["end"], *span)
        again = span == before
        pieces.append(found[-1] if again else found[0])
        goes_on.append(again and len(found) == 1)
        before = span
    return np.array(pieces, dtype=np.int64), np.array(goes_on, dtype=bool)


def relabelled(table, pieces, goes_on):
    """A table with columns O, B, I(, B, I): rows for other pieces, the B of those that go on turned to I."""
    out = table[pieces].astype(np.int64)
    for begin in range(1, table.shape[1], 2):
        out[goes_on, begin + 1] += out[goes_on, begin]
        out[goes_on, begin] = 0
    return out.clip(0, soft.LEVELS).astype(np.uint8)


def taught_copy(labels, pieces, goes_on):
    def there(first, last):
        return int(np.searchsorted(pieces, first)), int(np.searchsorted(pieces, last, "right"))

    roles = []
    for r in labels.roles:
        low, end = there(r.low, r.low + len(r.table) - 1)
        cue = [[a, b - 1] for a, b in (there(*run) for run in r.cue)]
        roles.append(soft.Roles(cue, low, relabelled(r.table, pieces[low:end] - r.low, goes_on[low:end])))
    return soft.Labels(relabelled(labels.table, pieces, goes_on), roles)


def main():
    shared, articles, features, taught, draw, at = sys.argv[1:]
    known = people.lists(shared)
    drawn_from, originals = names(known), data.read_jsonl(articles)
    changes = [edits(doc["text"], known, drawn_from, random.Random(f"{draw} {doc['id']}")) for doc in originals]
    with open(at + ".jsonl", "w", encoding="utf-8") as out:
        for doc, change in zip(originals, changes):
            print(json.dumps(copy_of(doc, change), ensure_ascii=False), file=out)
    common.pieces(at + ".jsonl", at + ".features.jsonl")
    said, found = soft.read(taught), {}
    for old, new, change in zip(data.read_jsonl(features), data.read_jsonl(at + ".features.jsonl"), changes, strict=True):
        found[old["id"]] = taught_copy(said[old["id"]], *origins(old, new, change))
    soft.write(at + ".npz", found)
    print(f"{sum(map(len, changes))} words exchanged in {len(originals)} articles")


if __name__ == "__main__":
    main()
