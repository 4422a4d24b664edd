#!/usr/bin/env python3
"""Where and when statements were made: draw the articles that scenes.jsonl labels, and check what it says.

usage: scenes.py read POLNEAR_TRAIN.jsonl [FIRST [LAST]]   print the articles, by their place in the draw, as reading.py does
       scenes.py check POLNEAR_TRAIN.jsonl                 whether all ids, offsets and values of scenes.jsonl fit

scenes.jsonl has a line for each article that was read whole: {"doc", "part", "statements"}. Its `statements` are those
that have a `via`, `occasion` or `date`, each with its spans; all others of the article have none.
"""
import os
import random
import re

import whole

HERE = os.path.dirname(os.path.abspath(__file__))
PATH = os.path.join(HERE, "scenes.jsonl")
EARLIER = ("channels.jsonl", "nested.jsonl", "reader_a.jsonl", "reader_b.jsonl", "speakers.jsonl")
SEED, DRAWN, MORE, LATER = 20161127, 80, 30, 60
KEPT = {*range(28, 40), *range(72, 80)}  # the places in the draw, from 0, of the articles that are kept out of tuning
LONGEST, STATEMENTS, WORDS = 7000, 10, 6  # of the articles drawn later: characters at most, statements and telling words at least
KEPT_LATER = 40          # of those drawn last: as many are looked at, the others are kept out
TELLING = re.compile(r"\b(interview|rally|speech|tweeted|statement|hearing|debate|news conference|CNN|MSNBC|Fox News|"
                     r"told (the )?[A-Z]|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
# What the last draw takes in turn with an article at random: of what was said to outlets, on them and on platforms.
CHANNELS = re.compile(r"\b(interview(ed)?|tweet(ed|s)?|told (the )?[A-Z][\w.]*|(on|in|to|with) (the )?(CNN|MSNBC|Fox News|ABC|"
                      r"NBC|CBS|NPR|BBC|Washington Post|New York Times|Wall Street Journal|Post|Times)|statement|rally|"
                      r"hearing|debate|news conference|Facebook|radio|(appear|report|publish)ed (on|by|in))\b")
SHORTEST, STATEMENTS_LATER, CHANNELS_AT_LEAST = 1500, 8, 4
OCCASIONS = ("interview", "speech", "press conference", "debate", "written statement", "letter", "post", "testimony",
             "court filing", "report", "book", "call", "meeting", "poll", None)
DATE = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?|\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d|--\d\d(-\d\d)?)$")


def draw(articles):
    """The articles in the order of the draw: first of all, then of those that tell much of where and when."""
    by_id = {d["id"]: d for d in articles}
    ids = random.Random(SEED).sample(sorted(by_id), DRAWN)
    known = whole.known(EARLIER)
    pool = sorted(i for i, d in by_id.items() if i not in known and i not in ids and len(d["text"]) <= LONGEST
                  and len(d["attributions"]) >= STATEMENTS and len(TELLING.findall(d["text"])) >= WORDS)
    random.Random(SEED).shuffle(pool)
    ids += pool[:MORE]
    return [by_id[i] for i in ids + draw_later(by_id, known | set(ids))]


def draw_later(by_id, known):
    """Sixty more that no other file labels: one at random and one that tells much of outlets, in turn."""
    known = known | whole.known(("sourced.jsonl",))
    pool = sorted(i for i, d in by_id.items() if i not in known and SHORTEST < len(d["text"]) <= LONGEST
                  and len(d["attributions"]) >= STATEMENTS_LATER)
    random.Random(SEED + 1).shuffle(pool)
    telling, taken = [i for i in pool if len(CHANNELS.findall(by_id[i]["text"])) >= CHANNELS_AT_LEAST], []
    while len(taken) < LATER:
        for some in (pool, telling):
            taken.append(next(i for i in some if i not in taken))
    return taken


def part(place):
    """Of the articles that were drawn for what they tell every third is kept out."""
    if place >= DRAWN + MORE:
        return "later" if place < DRAWN + MORE + KEPT_LATER else "later-kept"
    if place < DRAWN:
        return "kept" if place in KEPT else "training"
    return "telling-kept" if place % 3 == 0 else "telling"


def complaints(article, labelled):
    """What does not fit the article, in words."""
    for s, name, wrong in whole.complaints(article, labelled):
        if wrong:
            yield f"{name}: {wrong}"
        if s["occasion"] not in OCCASIONS or (s["date"] and not DATE.match(s["date"])):
            yield f"{name}: no such occasion or date"
        if not (s["via"] or s["occasion"] or s["date"]):
            yield f"{name}: nothing is said of it"


def check(articles):
    return whole.check(PATH, articles, complaints, part)


if __name__ == "__main__":
    whole.main(__doc__, draw, check, DRAWN + MORE + LATER)
