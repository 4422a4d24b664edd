#!/usr/bin/env python3
"""Speakers across documents: are those that are one joined, and is what is joined one?

usage: speakers.py [--shared FOLDER] [--sample N] [--seed N] [--held-out]

Reads ECB+ and PolNeAR dev, joins their speakers as a store would, and prints

  joined   of the pairs of ecb-plus/links.jsonl where both ends were found (the content of a statement holds
           half of the span's letters and digits; of several the shortest) and have a named speaker (sourcing
           "named"), the share with one speaker across documents. `bodies` counts too where both ends name a
           body or country; `right` are the pairs of the first figure where both found speakers bear the name
           that the link gives, so that what is missed there is missed across documents, and not within one. Four topics were kept out of all tuning; they are shown by themselves.
  sample   N pairs of speakers of different documents that are one, drawn at random, with what a reader needs to
           judge them: names, roles, documents. Pairs of which both documents are of one ECB+ topic are drawn
           as often as there are.
"""
import argparse
import itertools
import json
import os
import random
import subprocess

import links
import places

HELD_OUT = {"14", "27", "35", "41"}  # chosen by number, every fourth of the sixteen, before anybody looked


def found_at(end, documents):
    """The statement that was found where a link ends, or None."""
    document = documents[end["doc"].lower()]
    wanted = links.letters([end["span"]], document["text"])
    best = None
    for statement in document["statements"]:
        held = links.letters(statement["content"], document["text"])
        if 2 * len(wanted & held) >= max(1, len(wanted)) and (best is None or len(held) < best[0]):
            best = (len(held), statement)
    return best and best[1]


class People:
    """Who the speakers of documents are, across them."""

    def __init__(self, documents, groups):
        self.group = {(g["document"], g["id"]): g["group"] for g in groups}
        self.speakers = {(d["id"], s["id"]): s for d in documents for s in d["speakers"]}

    def of(self, document, speaker_id):
        """A set that is the same for the same people. Of several who speak together those count that are
        described only, and those that can be known again."""
        members = self.speakers[document, speaker_id]["members"] or [speaker_id]
        if len(members) > 1:
            members = [m for m in members if (document, m) in self.group
                       or self.speakers[document, m]["type"] == "unnamed"] or members
        return frozenset(self.group.get((document, m), (document, m)) for m in members)

    def is_named(self, document, speaker_id):
        return self.speakers[document, speaker_id]["type"] not in ("unnamed", "author")


def judged_pairs(wanted, documents, people):
    """(topic, both named by sourcing, joined, link, statements) of the links that count."""
    for link in wanted:
        ends = [link["a"], link["b"]]
        pair = [found_at(end, documents) for end in ends]
        ids = [documents[end["doc"].lower()]["id"] for end in ends]
        if not all(s and s["speaker_id"] and people.is_named(i, s["speaker_id"]) for s, i in zip(pair, ids)):
            continue
        named = all(s["sourcing"] == "named" for s in pair)
        who = [people.of(i, s["speaker_id"]) for s, i in zip(pair, ids)]
        yield link["topic"], named, who[0] == who[1], link, pair


def bears(statement, link):
    """Whether the last word of the name that the link gives is one of the speaker's."""
    name = link["speaker"].split("(")[0].split()
    return bool(name) and name[-1].lower() in statement["speaker"].lower().replace(";", " ").split()


def share(rows):
    hits = sum(row[2] for row in rows)
    return f"{hits} of {len(rows)} ({100 * hits / max(1, len(rows)):.1f} %)"


def report(rows):
    for title, keep in (("tuned on", lambda t: t not in HELD_OUT), ("held out", lambda t: t in HELD_OUT),
                        ("all", lambda t: True)):
        mine = [row for row in rows if keep(row[0])]
        named = [row for row in mine if row[1]]
        right = [row for row in named if all(bears(s, row[3]) for s in row[4])]
        print(f"{title:9} joined {share(named)}, with bodies {share(mine)}, right {share(right)}")


def all_joins(documents, people):
    """Every pair of speakers of different documents that are one."""
    groups = {}
    for key, group in sorted(people.group.items()):
        groups.setdefault(group, []).append(key)
    for members in groups.values():
        for a, b in itertools.combinations(members, 2):
            if a[0] != b[0]:
                yield a, b


def describe(key, people):
    speaker = people.speakers[key]
    others = [n for n in speaker["names"] if n != speaker["name"]]
    return f"{speaker['name']} {others} {speaker['roles']} in {key[0]}"


def read(folder, hearsay, identify):
    documents = []
    for name in ("ecb-plus/documents.jsonl", "polnear/dev.jsonl"):
        out = places.output("speakers." + name.split("/")[0] + ".jsonl")
        with open(out, "w", encoding="utf-8") as f:
            subprocess.run([hearsay, "quotes", "--format", "jsonl", "--with-text", places.shared(folder, "data", name)],
                           stdout=f, stderr=subprocess.DEVNULL, check=True)
        documents.append(out)
    made = subprocess.run([identify, *documents], stdout=subprocess.PIPE, check=True, text=True).stdout
    return [d for path in documents for d in places.read(path)], [json.loads(line) for line in made.splitlines()]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--shared", default=None)
    p.add_argument("--build", default="build/release", help="where hearsay and hearsay-identify are")
    p.add_argument("--sample", type=int, default=200)
    p.add_argument("--seed", type=int, default=6)
    p.add_argument("--missed", action="store_true", help="print the pairs that were not joined, of topics tuned on")
    a = p.parse_args()
    shared = a.shared or os.path.join(places.PROJECT, "..", "shared")
    documents, groups = read(shared, os.path.join(a.build, "hearsay"), os.path.join(a.build, "hearsay-identify"))
    people = People(documents, groups)
    by_id = {d["id"].lower(): d for d in documents}
    wanted = places.read(places.shared(shared, "data", "ecb-plus", "links.jsonl"))
    rows = list(judged_pairs(wanted, by_id, people))
    report(rows)
    if a.missed:
        for topic, named, hit, link, pair in rows:
            if not hit and topic not in HELD_OUT:
                print(topic, "named" if named else "body", "|", link["speaker"], "|", pair[0]["speaker"], "|", pair[1]["speaker"])
    joins = list(all_joins(documents, people))
    drawn = random.Random(a.seed).sample(joins, min(a.sample, len(joins)))
    print(f"{len(joins)} pairs are joined; {len(drawn)} of them:")
    for number, (left, right) in enumerate(drawn, 1):
        print(f"{number}. {describe(left, people)}\n   {describe(right, people)}")


if __name__ == "__main__":
    main()
