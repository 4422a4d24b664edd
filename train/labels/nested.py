#!/usr/bin/env python3
"""What is reported inside of what is reported, in articles of PolNeAR train: for people to label, and put in order.

usage: nested.py show SHARED FIRST LAST            the articles so numbered, of those drawn: each statement's content
       nested.py join SHARED LABELLED.txt...       > nested.jsonl

LABELLED has, for each article read, a line `== ID`, and under it a line for each nested statement:
  E12 | they | thought | that it would do
the statement in whose content it lies (or `+3`: the article's third line here, for one more level), source, cue and
content, in the words of the text; source may be empty; the spans of one role are parted by ` … `; `she#2` is the second
"she" in that content. nested.jsonl has ids and offsets only: {"id", "read": [E...], "nested": [{"parent", "source",
"cue", "content"}]}, `read` naming the statements that were read, `parent` being one of these, or the number of an entry.
"""
import json
import os
import random
import re
import sys

SEED, DRAWN, WORDS_MIN = 6, 160, 4


def articles(shared):
    with open(os.path.join(shared, "data", "polnear", "train.jsonl"), encoding="utf-8") as f:
        every = [json.loads(line) for line in f]
    return random.Random(SEED).sample(every, DRAWN)


def readable(article):
    """The statements long enough to hold another."""
    return [a for a in article["attributions"]
            if sum(len(article["text"][s:e].split()) for s, e in a["content"]) >= WORDS_MIN]


def quoted(text, spans):
    return " … ".join(" ".join(text[s:e].split()) for s, e in spans)


def show(shared, first, last):
    for article in articles(shared)[int(first):int(last)]:
        print(f"== {article['id']}")
        for a in readable(article):
            source, cue, content = (quoted(article["text"], a[r]) for r in ("source", "cue", "content"))
            print(f"{a['id']} [{source} / {cue}]: {content}")


def spans_of(text, within, words, where):
    """The place of each part of `words` inside the spans `within`."""
    out = []
    for part in filter(None, (w.strip() for w in words.split(" … "))):
        part, _, number = part.partition("#") if part.rpartition("#")[2].isdigit() else (part, "", "")
        wanted = part.split()
        found = [hit for s, e in within for hit in places(text, s, e, wanted)]
        if len(found) < int(number or 1):
            sys.exit(f"{where}: {part!r} is not in the content {quoted(text, within)!r}")
        out.append(found[int(number or 1) - 1])
    return sorted(out)


def places(text, begin, end, wanted):
    """Where the words stand, whatever the white space between them."""
    pattern = r"(?<!\w)" * wanted[0][0].isalnum() + r"\s+".join(map(re.escape, wanted)) + r"(?!\w)" * wanted[-1][-1].isalnum()
    return [[m.start(), m.end()] for m in re.finditer(pattern, text[:end]) if m.start() >= begin]


def entry(article, line, known, where):
    fields = [f.strip() for f in line.split("|")]
    if len(fields) != 4 or fields[0].lstrip("+") == "":
        sys.exit(f"{where}: not `PARENT | source | cue | content`: {line!r}")
    parent, source, cue, content = fields
    if parent.startswith("+"):
        parent = int(parent[1:]) - 1
        within = known[parent]["content"]
    else:
        within = next((a["content"] for a in article["attributions"] if a["id"] == parent), None)
        if within is None:
            sys.exit(f"{where}: no statement {parent}")
    source, cue, content = (spans_of(article["text"], within, words, where) for words in (source, cue, content))
    if not cue or not content:
        sys.exit(f"{where}: without a cue or a content")
    return {"parent": parent, "source": source, "cue": cue, "content": content}


def join(shared, *files):
    known = {a["id"]: a for a in articles(shared)}
    for path in files:
        article, found = None, []
        with open(path, encoding="utf-8") as f:
            for number, line in enumerate([*f, "== "], 1):
                line, where = line.strip(), f"{path}:{number}"
                if line.startswith("=="):
                    if article:
                        read = [a["id"] for a in readable(article)]
                        print(json.dumps({"id": article["id"], "read": read, "nested": found}))
                    article, found = known.get(line[2:].strip()), []
                elif line and not line.startswith("#"):
                    found.append(entry(article, line, found, where))


if __name__ == "__main__":
    {"show": show, "join": join}[sys.argv[1]](*sys.argv[2:])
