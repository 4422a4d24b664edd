"""What the scripts of the articles that were read whole (scenes.py, channels.py) have in common."""
import json
import sys

import reading

SPANS = ("source", "cue", "content")


def read(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def complaints(article, labelled):
    """(the statement, its name, what does not fit the article or None), for each statement that is labelled"""
    given = {a["id"]: a for a in article["attributions"]}
    for s in labelled["statements"]:
        name, known = f"{article['id']} {s['id']}", given.get(s["id"])
        wrong = "no such statement" if known is None else "other spans" if any(s[k] != known[k] for k in SPANS) else None
        yield s, name, wrong


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
