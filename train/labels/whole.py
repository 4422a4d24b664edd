"""What the scripts of the articles that were read whole (scenes.py, channels.py, sourced.py) have in common."""
import json
import os
import sys

import reading

HERE = os.path.dirname(os.path.abspath(__file__))
SPANS = ("source", "cue", "content")
LATER = ("telling", "telling-kept", "later", "later-kept")  # parts of scenes.jsonl that were drawn when all other files were


def read(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def known(names):
    """The articles that these files label, so that another draw leaves them out. Those that came later do not count, as a
    draw must stay what it was."""
    rows = [row for name in names for row in read(os.path.join(HERE, name))]
    return {row.get("doc") or row["id"] for row in rows if row.get("part") not in LATER}


def complaints(article, labelled):
    """(the statement, its name, what does not fit the article or None), for each statement that is labelled"""
    given = {a["id"]: a for a in article["attributions"]}
    for s in labelled["statements"]:
        name, known = f"{article['id']} {s['id']}", given.get(s["id"])
        wrong = "no such statement" if known is None else "other spans" if any(s[k] != known[k] for k in SPANS) else None
        yield s, name, wrong


def check(path, articles, complaints_of, part_of=None):
    """Checks all labels: `complaints_of` an article and what is labelled in it, `part_of` a place among what was drawn, where
    articles are of parts; -> the exit status."""
    labels = {d["doc"]: d for d in read(path)}
    drawn = {a["id"]: a for a in articles}
    found = [c for i, d in labels.items() if i in drawn for c in complaints_of(drawn[i], d)]
    found += [f"{i}: not drawn" for i in labels.keys() - drawn.keys()]
    found += [f"{a['id']}: its part is {part_of(n)}" for n, a in enumerate(articles)
              if part_of and a["id"] in labels and labels[a["id"]]["part"] != part_of(n)]
    return tell(found, labels)


def tell(found, labels):
    """Prints what is wrong, or that nothing is; -> the exit status."""
    print("\n".join(found) or f"{len(labels)} articles, {sum(len(d['statements']) for d in labels.values())} statements: all fit")
    return 1 if found else 0


def main(doc, draw, check, drawn):
    """The command line: `draw` chooses from all articles of PolNeAR train, `check` takes what was drawn."""
    if len(sys.argv) < 3 or sys.argv[1] not in ("read", "check"):
        sys.exit(doc)
    articles = draw(read(sys.argv[2]))
    if sys.argv[1] == "check":
        sys.exit(check(articles))
    first, last = (int(n) for n in (sys.argv[3:] + ["1", str(drawn)][len(sys.argv) - 3:]))
    for article in articles[first - 1:last]:
        print(reading.page(article))
