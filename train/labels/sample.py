#!/usr/bin/env python3
"""Draw statements of PolNeAR train to be labelled: 100 articles by a fixed seed, of each four statements: two or
three that stand by a word that tells of sourcing or occasion, as far as there are any, the rest at random.

usage: sample.py POLNEAR_TRAIN.jsonl FOLDER

Writes FOLDER/sample.jsonl, {"doc", "id", "source", "cue", "content", "drawn"} a statement, and, to be read by the
labellers, FOLDER/part1.txt ... part4.txt with 25 articles each.
"""
import json
import os
import random
import re
import sys

ARTICLES, EACH, PARTS = 100, 4, 4
TELLING = re.compile(r"\b(official|aide|familiar|spokes(man|woman|person)|sources?|tweet(ed|s)?|statement|interview|"
                     r"anonym\w+|condition|memo|letter|report|poll|survey|lawyer|adviser|strategist|allegedly|"
                     r"reportedly|rally|debate|testi\w+|court|book|podcast|press conference|briefing)s?\b", re.I)


def surroundings(text, attribution):
    spans = [s for role in ("source", "cue") for s in attribution[role]]
    begin, end = min(s for s, _ in spans), max(e for _, e in spans)
    return text[max(0, begin - 60):end + 60]


def draw(doc, rng):
    """[(attribution, how it was drawn)], in the order of the text."""
    whole = [a for a in doc["attributions"] if a["cue"] and a["content"]]
    telling = [a for a in whole if TELLING.search(surroundings(doc["text"], a))]
    chosen = {a["id"]: (a, "word") for a in rng.sample(telling, min(rng.choice((2, 3)), len(telling)))}
    rest = [a for a in whole if a["id"] not in chosen]
    for a in rng.sample(rest, min(EACH - len(chosen), len(rest))):
        chosen[a["id"]] = (a, "random")
    return sorted(chosen.values(), key=lambda x: x[0]["cue"])


def page(doc, drawn):
    words = lambda spans: " … ".join(doc["text"][s:e] for s, e in spans) or "(none)"
    head = f"##### {doc['id']}\npublisher: {doc['publisher']}; author: {doc['author']}; date: {doc['date']}\ntitle: {doc['title']}"
    asked = [f"- {a['id']}: at {a['cue'][0][0]}\n    source: {words(a['source'])}\n    cue: {words(a['cue'])}\n"
             f"    content: {words(a['content'])}" for a, _ in drawn]
    return f"{head}\n\n{doc['text']}\n\n--- statements to label\n" + "\n".join(asked) + "\n\n"


def main():
    rng = random.Random(20161108)
    with open(sys.argv[1], encoding="utf-8") as f:
        docs = [d for d in map(json.loads, f) if len(d["attributions"]) >= EACH]
    docs = rng.sample(docs, ARTICLES)
    drawn = [draw(d, rng) for d in docs]
    with open(os.path.join(sys.argv[2], "sample.jsonl"), "w", encoding="utf-8") as out:
        for d, chosen in zip(docs, drawn):
            for a, how in chosen:
                out.write(json.dumps({"doc": d["id"], "id": a["id"], "source": a["source"], "cue": a["cue"],
                                      "content": a["content"], "drawn": how}) + "\n")
    share = ARTICLES // PARTS
    for i in range(PARTS):
        with open(os.path.join(sys.argv[2], f"part{i + 1}.txt"), "w", encoding="utf-8") as out:
            out.writelines(page(d, c) for d, c in zip(docs[i * share:(i + 1) * share], drawn[i * share:(i + 1) * share]))


if __name__ == "__main__":
    main()
