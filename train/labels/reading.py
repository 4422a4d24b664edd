#!/usr/bin/env python3
"""Print articles as a labeller reads them: the text with its statements numbered.

usage: reading.py ARTICLES.jsonl [ID...]

Of each statement the content stands in braces with its id, {E3: ...}, and its cue in brackets, [E3 said]. What is
already labelled of it follows the cue in angle brackets. ARTICLES is PolNeAR (`attributions`) or in the form of
shared/annotation.md (`statements`).
"""
import json
import signal
import sys


def marks(spans, before, after):
    """(place, order, mark): at one place what closes comes before what opens, and inner before outer."""
    for begin, end in spans:
        yield end, 0, begin, after
        yield begin, 1, -end, before


def label(statement):
    parts = [*statement.get("via", []), statement.get("occasion"), statement.get("date")]
    parts = [p for p in parts if p]
    return f"<{'; '.join(parts)}>" if parts else ""


def page(article):
    """The article as text."""
    text = article["text"]
    all_marks = []
    for statement in article.get("statements") or article["attributions"]:
        cue = statement["cue"] or [[s, s] for s, _ in statement["content"][:1]]
        all_marks += marks(statement["content"], f"{{{statement['id']}: ", "}")
        all_marks += marks(cue, f"[{statement['id']} ", f"]{label(statement)}")
    out, at = [], 0
    for place, _, _, mark in sorted(all_marks):
        out += [text[at:place], mark]
        at = place
    head = f"##### {article['id']}\n{article['publisher']}; {article['author']}; {article['date']}\n{article['title']}\n"
    return head + "".join(out) + text[at:] + "\n"


def main():
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    with open(sys.argv[1], encoding="utf-8") as f:
        for article in map(json.loads, f):
            if len(sys.argv) == 2 or article["id"] in sys.argv[2:]:
                print(page(article))


if __name__ == "__main__":
    main()
