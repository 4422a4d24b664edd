#!/usr/bin/env python3
"""Through what, and how sourced: draw the articles that channels.jsonl labels, and check what it says.

usage: channels.py read POLNEAR_TRAIN.jsonl [FIRST [LAST]]   print the articles, by their place in the draw, as reading.py does
       channels.py check POLNEAR_TRAIN.jsonl                 whether all ids, offsets and values of channels.jsonl fit

channels.jsonl has a line for each article that was read whole: {"doc", "statements"}. Its `statements` are those that
the guide decides, each with its spans, `sourcing` and `via`.
"""
import json
import os
import random
import re
import sys

import reading

HERE = os.path.dirname(os.path.abspath(__file__))
PATH = os.path.join(HERE, "channels.jsonl")
EARLIER = ("nested.jsonl", "reader_a.jsonl", "reader_b.jsonl", "scenes.jsonl", "speakers.jsonl")
SEED, DRAWN = 20161127, 40
LONGEST, STATEMENTS = 8000, 6    # of an article: characters at most, statements at least
SPANS = ("source", "cue", "content")
SOURCINGS = ("none", "document", "outlet", "named", "role", "anonymous", "collective")
# Every second article is one of those with five such words and more.
TELLING = re.compile(r"\b(officials?|aides?|familiar|spokes(man|woman|person)|sources?|tweeted|interview|reported|"
                     r"told (the )?[A-Z]|anonymity)\b")


def read(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def draw(articles):
    """The articles in the order of the draw: none that another file labels."""
    by_id = {d["id"]: d for d in articles}
    known = {row.get("doc") or row["id"] for name in EARLIER for row in read(os.path.join(HERE, name))}
    pool = sorted(i for i, d in by_id.items()
                  if i not in known and len(d["text"]) <= LONGEST and len(d["attributions"]) >= STATEMENTS)
    random.Random(SEED).shuffle(pool)
    telling = [i for i in pool if len(TELLING.findall(by_id[i]["text"])) >= 5][:36]
    others = [i for i in pool if i not in telling]
    ids = [i for pair in zip(telling[:24], others) for i in pair]
    ids += telling[len(ids) // 2:]
    return [by_id[i] for i in ids[:DRAWN]]


def complaints(article, labelled):
    """What does not fit the article, in words."""
    given = {a["id"]: a for a in article["attributions"]}
    for s in labelled["statements"]:
        name = f"{article['id']} {s['id']}"
        if s["id"] not in given:
            yield f"{name}: no such statement"
        elif any(s[k] != given[s["id"]][k] for k in SPANS):
            yield f"{name}: other spans"
        if s["sourcing"] not in SOURCINGS or not isinstance(s["via"], list):
            yield f"{name}: no such sourcing or way"


def check(articles):
    labels = {d["doc"]: d for d in read(PATH)}
    drawn = {a["id"]: a for a in draw(articles)}
    found = [c for i, d in labels.items() if i in drawn for c in complaints(drawn[i], d)]
    found += [f"{i}: not drawn" for i in labels.keys() - drawn.keys()]
    print("\n".join(found) or f"{len(labels)} articles, {sum(len(d['statements']) for d in labels.values())} statements: all fit")
    return 1 if found else 0


def main():
    if len(sys.argv) < 3 or sys.argv[1] not in ("read", "check"):
        sys.exit(__doc__)
    articles = read(sys.argv[2])
    if sys.argv[1] == "check":
        sys.exit(check(articles))
    first, last = (int(n) for n in (sys.argv[3:] + ["1", str(DRAWN)][len(sys.argv) - 3:]))
    for article in draw(articles)[first - 1:last]:
        print(reading.page(article))


if __name__ == "__main__":
    main()
