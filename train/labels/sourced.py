#!/usr/bin/env python3
"""Who is behind it, where that is hard to say: draw the articles that sourced.jsonl labels, and check what it says.

usage: sourced.py read POLNEAR_TRAIN.jsonl [FIRST [LAST]]   print the articles, by their place in the draw, as reading.py does
       sourced.py check POLNEAR_TRAIN.jsonl                 whether all ids, offsets and values of sourced.jsonl fit

sourced.jsonl has a line for each article that was read whole: {"doc", "part", "statements"}. Its `statements` are those
that the guide decides, each with its spans, `speaker` and `sourcing`.
"""
import os
import random
import re

import whole

HERE = os.path.dirname(os.path.abspath(__file__))
PATH = os.path.join(HERE, "sourced.jsonl")
EARLIER = ("nested.jsonl", "reader_a.jsonl", "reader_b.jsonl", "scenes.jsonl", "speakers.jsonl", "channels.jsonl")
SEED, DRAWN = 20161109, 36
LONGEST, STATEMENTS = 7000, 7    # of an article: characters at most, statements at least
SOURCINGS = ("none", "document", "outlet", "named", "role", "anonymous", "collective")
# What makes it hard to say who speaks. The draw goes round these and takes one article that has much of each.
HARD = (
    r"\b(an?|the|one|another|two|three|several|senior|former) ([\w.'’-]+ ){0,3}(officials?|aides?|sources?|insiders?|"
    r"advis[eo]rs?|strategists?|operatives?|lawmakers?|staffers?|diplomats?|allies)\b|anonymity|not authorized|familiar with",
    r"\b(spokes(man|woman|person|people)|lawyers?|attorneys?|narrator|representatives?) (for|of|said|says|told)\b",
    r"\b[Tt]hey\b",
    r"\b(police|prosecutors?|court|judge|lawsuit|indict\w+|arrest\w*|investigators?|sheriff|FBI agents?|witness\w*)\b",
    r"\b(I|my|we|our)\b",
    r"\b(voters?|supporters?|residents?|a (man|woman|student|teacher|veteran|professor)|his (wife|brother|father|son)|"
    r"her (husband|mother|daughter|brother)|the (senator|governor|candidate|nominee|businessman|billionaire))\b",
)


def draw(articles):
    """The articles in the order of the draw: none that another file labels, and in turn the hard ones of each kind."""
    by_id = {d["id"]: d for d in articles}
    known = whole.known(EARLIER)
    pool = sorted(i for i, d in by_id.items()
                  if i not in known and len(d["text"]) <= LONGEST and len(d["attributions"]) >= STATEMENTS)
    random.Random(SEED).shuffle(pool)

    def hardness(pattern, i):
        return len(re.findall(pattern, by_id[i]["text"])) / len(by_id[i]["text"])

    hard, taken = [sorted(pool, key=lambda i, p=p: -hardness(p, i))[:len(pool) // 5] for p in HARD], []
    order = {i: n for n, i in enumerate(pool)}
    while len(taken) < DRAWN:
        for some in hard:
            taken.append(min((i for i in some if i not in taken), key=order.get))
    return [by_id[i] for i in taken[:DRAWN]]


def part_of(place):
    """Every third article is kept out of tuning."""
    return "kept" if place // len(HARD) % 3 == 2 else "training"


def complaints(article, labelled):
    """What does not fit the article, in words."""
    for s, name, wrong in whole.complaints(article, labelled):
        if wrong:
            yield f"{name}: {wrong}"
        if s["sourcing"] not in SOURCINGS or not (s["speaker"] is None or s["speaker"]):
            yield f"{name}: no such speaker or sourcing"


def check(articles):
    return whole.check(PATH, articles, complaints, part_of)


if __name__ == "__main__":
    whole.main(__doc__, draw, check, DRAWN)
