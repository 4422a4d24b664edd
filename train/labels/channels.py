#!/usr/bin/env python3
"""Through what, and how sourced: draw the articles that channels.jsonl labels, and check what it says.

usage: channels.py read POLNEAR_TRAIN.jsonl [FIRST [LAST]]   print the articles, by their place in the draw, as reading.py does
       channels.py check POLNEAR_TRAIN.jsonl                 whether all ids, offsets and values of channels.jsonl fit

channels.jsonl has a line for each article that was read whole: {"doc", "statements"}. Its `statements` are those that
the guide decides, each with its spans, `sourcing` and `via`.
"""
import os
import random
import re

import whole

HERE = os.path.dirname(os.path.abspath(__file__))
PATH = os.path.join(HERE, "channels.jsonl")
EARLIER = ("nested.jsonl", "reader_a.jsonl", "reader_b.jsonl", "scenes.jsonl", "speakers.jsonl")
SEED, DRAWN = 20161127, 40
LONGEST, STATEMENTS = 8000, 6    # of an article: characters at most, statements at least
SOURCINGS = ("none", "document", "outlet", "named", "role", "anonymous", "collective")
# Every second article is one of those with five such words and more.
TELLING = re.compile(r"\b(officials?|aides?|familiar|spokes(man|woman|person)|sources?|tweeted|interview|reported|"
                     r"told (the )?[A-Z]|anonymity)\b")


def draw(articles):
    """The articles in the order of the draw: none that another file labels."""
    by_id = {d["id"]: d for d in articles}
    known = whole.known(EARLIER)
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
    for s, name, wrong in whole.complaints(article, labelled):
        if wrong:
            yield f"{name}: {wrong}"
        if s["sourcing"] not in SOURCINGS or not isinstance(s["via"], list):
            yield f"{name}: no such sourcing or way"


def check(articles):
    return whole.check(PATH, articles, complaints)


if __name__ == "__main__":
    whole.main(__doc__, draw, check, DRAWN)
