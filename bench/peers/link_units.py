"""What the peers of linking have in common: units of a text, and what they write.

A word is a run of letters and digits in small letters. A statement's units are the spans of its content, and each quotation
in them, as hearsay compares them.
"""
import collections
import json
import re

WORD = re.compile(r"[^\W_]+")
QUOTATION = re.compile(r"[“\"]([^“”\"]+)[”\"]")
SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?]+(?=\s|[\"”’)]|$)|(?=\n)|$|[.!?]+)")


class Unit:
    def __init__(self, document, text, span, quoted=False):
        self.document, self.span, self.quoted = document, span, quoted
        found = list(WORD.finditer(text, *span))
        self.words = [m.group().lower() for m in found]
        self.places = [m.span() for m in found]


def read(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def statements(document):
    """[Unit], each place once."""
    text, out = document["text"], {}
    for statement in document["statements"]:
        for begin, end in statement["content"]:
            out[begin, end] = Unit(document["id"], text, (begin, end), statement["type"] == "direct")
            for m in QUOTATION.finditer(text, begin, end) if statement["type"] == "mixed" else ():
                out[m.span(1)] = Unit(document["id"], text, m.span(1), True)
    return [unit for unit in out.values() if unit.words]


def sentences(document):
    """[Unit] of four words or more."""
    units = (Unit(document["id"], document["text"], m.span()) for m in SENTENCE.finditer(document["text"]))
    return [unit for unit in units if len(unit.words) >= 4]


def kind(a, b):
    if a.words == b.words:
        return "identical"
    if not (a.quoted and b.quoted):
        return "paraphrase"
    x, y = (f" {' '.join(unit.words)} " for unit in (a, b))
    return "truncated" if x in y or y in x else "edited"


def end(document, span):
    return {"doc": document, "span": list(span)}


def link(a, b):
    return {"a": end(a.document, a.span), "b": end(b.document, b.span), "kind": kind(a, b)}


def reprints(copied, least):
    """Documents that share so many sentences: `copied` holds a pair of documents for each."""
    return [{"a": a, "b": b} for (a, b), count in collections.Counter(copied).items() if count >= least]


def write(path, rows):
    with open(path, "w", encoding="utf-8") as f:
        f.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
