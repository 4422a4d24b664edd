#!/usr/bin/env python3
"""Findings of reasoning, drawn at random and written so that a person can judge them.

usage: findings.py --store S --kind chains|corroboration|conflicts [--count N] [--seed N] [--hearsay PROGRAM]

  chains         of statements drawn at random: `hearsay trace --chain`. Where nobody is said to have said it
                 (origin "not said"), or it may be no statement at all ("unsure"), none is drawn.
  corroboration  of statements drawn at random, those for which another document tells something: `hearsay trace
                 --corroboration`. One that nobody else has is no finding. Places of the role `similar` come last,
                 and only of findings that have others: they claim to be worth reading, no more.
  conflicts      of all that `hearsay conflicts` tells of the store.

Each is written with its number, and each place that it rests on with its document, ids, what is claimed of it, and the
words, marked [[ ]], within the paragraph around them. Whoever reads it answers `right` or `wrong` for every number:
right is a finding all of whose lines a careful reader of the texts would sign. The first lines tell what was drawn from
how many. Nothing is drawn twice, and the same seed draws the same of the same store. Standard library only.
"""
import argparse
import json
import os
import random
import subprocess
import sys
import textwrap

import places

LEAST = 0.35  # confidence of statements that the program tells of
AROUND = 250  # characters shown on each side of a place, at most
WIDTH = 110


class Store:
    def __init__(self, path, program):
        self.path, self.program = path, program
        self.documents = {d["id"]: d for d in map(json.loads, self.run("export"))}

    def run(self, command, *arguments):
        done = subprocess.run([self.program, command, "--store", self.path, *arguments], stdout=subprocess.PIPE, text=True,
                              encoding="utf-8", check=False)
        if done.returncode not in (0, 1):
            sys.exit(f"hearsay {command}: status {done.returncode}")
        return done.stdout.splitlines()

    def ask(self, command, *arguments):
        return [json.loads(line) for line in self.run(command, "--format=jsonl", *arguments)]

    def statements(self):
        """(document, statement) of all that are told."""
        return [(d, s) for d in self.documents.values() for s in d["statements"] or [] if s["confidence"]["relation"] >= LEAST]


# --- drawing --------------------------------------------------------------------------------------

SIMILAR = "  similar: may say the same in other words, and is not counted as saying it; shown for a reader to look at:"


def others(finding, document):
    """Places of a finding in other documents than the one that was asked about, but for those that may say the same."""
    return [e for e in finding["evidence"] if e["document_id"] != document and e["role"] != "similar"]


def is_chain(finding):
    return finding["origin"] != "not said" and "unsure" not in finding["marks"]


def draw_traced(store, kind, count, rng):
    """(how many were looked at, [(statement, finding)]) in the order in which statements are drawn."""
    pool, drawn, looked_at = store.statements(), [], 0
    rng.shuffle(pool)
    for document, statement in pool:
        if len(drawn) == count:
            break
        looked_at += 1
        flag = "--chain" if kind == "chain" else "--corroboration"
        for told in store.ask("trace", flag, statement["id"]):
            if is_chain(told[kind]) if kind == "chain" else others(told[kind], document["id"]):
                drawn.append(((document, statement), told[kind]))
    return looked_at, drawn


def draw_conflicts(store, count, rng):
    told = store.ask("conflicts")
    return len(told), [(None, told[i]) for i in sorted(rng.sample(range(len(told)), min(count, len(told))))]


# --- writing --------------------------------------------------------------------------------------

def window(text, spans):
    """What is shown around the spans: their paragraphs, cut at spaces where these are long."""
    begin, end = spans[0][0], spans[-1][1]
    first = max(text.rfind("\n\n", 0, begin) + 2 if "\n\n" in text[:begin] else 0, begin - AROUND)
    last = text.find("\n\n", end)
    last = min(len(text) if last < 0 else last, end + AROUND)
    while 0 < first < begin and not text[first - 1].isspace():
        first += 1
    while end < last < len(text) and not text[last].isspace():
        last -= 1
    return first, last


def marked(text, spans):
    """The window with each span in [[ ]]."""
    first, last = window(text, spans)
    out, at = [], first
    for begin, end in spans:
        out += [text[at:begin], "[[", text[begin:end], "]]"]
        at = end
    out.append(text[at:last])
    return " ".join("".join(out).split())


def wrapped(words, indent):
    return textwrap.fill(words, WIDTH, initial_indent=indent, subsequent_indent=indent)


def head(document):
    known = [document[key] for key in ("id", "publisher", "author", "date", "title") if document.get(key)]
    return " · ".join(known)


def lines_of_place(store, place, shown):
    """`shown`: (document, spans) of what stands above it already."""
    told = [place["role"], place["name"] or "(nobody)"]
    told += [f"{key} {place[key]}" for key in ("sourcing", "date") if place[key]]
    if place["page_id"] and place["page_id"] != place["document_id"]:
        told.append(f"to {place['page_id']}")
    told += [place["note"]] if place["note"] else []
    yield "  - " + ", ".join(told)
    document = store.documents.get(place["document_id"])
    where = head(document) if document else place["document_id"]
    yield f"      in {where}" + (f" · statement {place['statement_id']}" if place["statement_id"] else "")
    if shown == (place["document_id"], place["spans"]):
        return
    if document and place["spans"]:
        yield wrapped(marked(document["text"], place["spans"]), "      | ")
    elif place["words"]:
        yield wrapped(place["words"], "      | ")


def lines_of(store, number, asked, finding):
    yield f"\n=== {number} · {finding['kind']}" + (f" · {finding['about']}" if finding["about"] else "")
    if asked:
        document, statement = asked
        yield f"  asked: statement {statement['id']} in {head(document)}"
        yield f"      speaker {statement['speaker']}, {statement['sourcing']}, {statement['type']}, {statement['polarity']}"
        yield wrapped(marked(document["text"], statement["content"]), "      | ")
    told = [f"origin {finding['origin']}"] if finding["origin"] else []
    told += finding["marks"]
    told += [f"{finding['count']} separate"] if finding["kind"] == "corroboration" else []
    if told:
        yield "  told: " + ", ".join(told)
    shown = (asked[0]["id"], asked[1]["content"]) if asked else None
    for at, place in enumerate(finding["evidence"]):
        if place["role"] == "similar" and finding["evidence"][at - 1]["role"] != "similar":
            yield SIMILAR
        yield from lines_of_place(store, place, shown)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--store", required=True)
    p.add_argument("--kind", required=True, choices=("chains", "corroboration", "conflicts"))
    p.add_argument("--count", type=int, default=100)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--hearsay", default=places.HEARSAY)
    a = p.parse_args()
    os.environ.setdefault("HEARSAY_MODEL", places.MODEL)
    store, rng = Store(a.store, a.hearsay), random.Random(a.seed)
    if a.kind == "conflicts":
        of, drawn = draw_conflicts(store, a.count, rng)
        print(f"{len(drawn)} of the {of} conflicts among {len(store.documents)} documents, seed {a.seed}")
    else:
        of, drawn = draw_traced(store, a.kind.removesuffix("s"), a.count, rng)
        print(f"{len(drawn)} {a.kind}, of {of} of the {len(store.statements())} statements of {len(store.documents)} documents, "
              f"seed {a.seed}")
    for number, (asked, finding) in enumerate(drawn, 1):
        print("\n".join(lines_of(store, number, asked, finding)))


if __name__ == "__main__":
    main()
