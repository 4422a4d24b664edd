#!/usr/bin/env python3
"""A large body of made-up articles with their statements, so that stores of any size can be measured without the model.

usage: corpus.py --count N [--data SHARED] [--seed S] [--made-by VERSION] OUT.jsonl COPIES.jsonl

Every article is other text: its names, places, numbers and content words are drawn anew from lists (English Web Treebank's
words and the lists of names), the common ones oftener than the rare ones (Zipf). One paragraph in fifty is copied, with
its statements, from an earlier article; COPIES tells which, a line {"a": {"doc", "span"}, "b": {"doc", "span"}} each.
OUT is what `hearsay quotes --with-text` writes. An article depends on its number and the seed alone, so the first
thousand articles are the same whatever N is.
"""
import argparse
import bisect
import datetime
import hashlib
import itertools
import json
import os
import random
import re

PROJECT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
COPIED = 0.02        # share of the paragraphs
PARAGRAPHS = (6, 12)
PEOPLE, OUTLETS = 20000, 200
FIRST_DAY, DAYS = datetime.date(2015, 1, 1), 730
CUES = ("said", "told reporters", "argued", "warned", "announced", "wrote", "claimed", "suggested", "denied", "insisted")
ROLES = ("a spokesman for {body}", "a senior official", "an aide to {person}", "people familiar with the matter")
OUTLET_WORDS = ("Times", "Herald", "Post", "Tribune", "Courier", "Gazette", "Observer", "Record", "Chronicle", "Journal")
BODY_WORDS = ("Ministry", "Council", "Agency", "Institute", "Commission", "Union", "Bank", "Court")


class Drawn:
    """A list from which the Nth word is drawn with a chance like 1/N."""

    def __init__(self, words):
        self.words = words
        self.sums = list(itertools.accumulate(1 / n for n in range(1, len(words) + 1)))

    def draw(self, rng):
        return self.words[bisect.bisect_left(self.sums, rng.random() * self.sums[-1])]


def tagged_words(path):
    """{tag: words}, the most frequent first."""
    counts = {}
    with open(path, encoding="utf-8") as f:
        for line in f:
            fields = line.split("\t")
            if len(fields) == 10 and re.fullmatch(r"[a-z]{3,}", fields[1]):
                of_tag = counts.setdefault(fields[4], {})
                of_tag[fields[1]] = of_tag.get(fields[1], 0) + 1
    return {tag: sorted(of_tag, key=lambda w: (-of_tag[w], w)) for tag, of_tag in counts.items()}


def lines_of(*path):
    with open(os.path.join(*path), encoding="utf-8") as f:
        return [line.strip() for line in f if re.fullmatch(r"[A-Z][a-z]+", line.strip())]


class World:
    """What articles are made of."""

    def __init__(self, shared, seed):
        rng, names = random.Random(seed), os.path.join(shared, "data", "names")
        words = tagged_words(os.path.join(shared, "data", "ud-ewt", "train.conllu"))
        self.noun, self.nouns, self.did, self.adjective, self.adverb = (
            Drawn(words[tag]) for tag in ("NN", "NNS", "VBD", "JJ", "RB"))
        firsts, lasts = lines_of(names, "first names", "us.txt"), lines_of(names, "surnames", "us.txt")
        self.person = Drawn(sorted({f"{rng.choice(firsts)} {rng.choice(lasts)}" for _ in range(PEOPLE)}, key=hash_of))
        self.place = Drawn(rng.sample(lasts, 2000))
        self.body = Drawn([f"{rng.choice(lasts)} {rng.choice(BODY_WORDS)}" for _ in range(2000)])
        self.outlet = Drawn([f"{rng.choice(lasts)} {rng.choice(OUTLET_WORDS)}" for _ in range(OUTLETS)])


def hash_of(text):
    return hashlib.sha256(text.encode()).hexdigest()[:16]


# --- text -----------------------------------------------------------------------------------------

def clause(world, rng):
    """Some ten to twenty words that say something."""
    out = [f"the {world.adjective.draw(rng)} {world.noun.draw(rng)} {world.did.draw(rng)} the {world.nouns.draw(rng)}"]
    out += rng.sample([f"of {world.place.draw(rng)}", f"with {rng.randint(2, 9999)} {world.adjective.draw(rng)} {world.nouns.draw(rng)}",
                       f"before the {world.noun.draw(rng)} {world.adverb.draw(rng)} {world.did.draw(rng)}",
                       f"because {world.person.draw(rng)} {world.did.draw(rng)} a {world.noun.draw(rng)}"], rng.randint(1, 3))
    return " ".join(out)


def capital(text):
    return text[0].upper() + text[1:]


def reported(world, rng, people):
    """(the sentence's parts, statement without spans): parts are (role or None, text)."""
    named = rng.random() < 0.7
    speaker = rng.choice(people) if named else rng.choice(ROLES).format(body=world.body.draw(rng), person=people[0])
    sourcing = "named" if named else "role" if "spokesman" in speaker or "aide" in speaker else "anonymous"
    direct, cue, content = rng.random() < 0.5, rng.choice(CUES), clause(world, rng)
    if direct:
        parts = [("content", f"“{capital(content)},”"), (None, " "), ("source", speaker), (None, " "), ("cue", cue), (None, ".")]
    else:
        parts = [("source", capital(speaker)), (None, " "), ("cue", cue), (None, " "), ("content", f"that {content}"), (None, ".")]
    via = [world.outlet.draw(rng)] if rng.random() < 0.1 else []
    return parts, {"type": "direct" if direct else "indirect", "speaker": re.sub(r"^an? ", "", speaker),
                   "sourcing": sourcing, "via": via}


def paragraph(world, rng, people):
    """(text, [(statement, {role: span})]) with spans counted from the paragraph's begin."""
    text, statements = "", []
    for _ in range(rng.randint(1, 4)):
        text += " " if text else ""
        if rng.random() < 0.45:
            parts, statement = reported(world, rng, people)
            spans = {}
            for role, words in parts:
                if role:
                    spans[role] = [len(text), len(text) + len(words)]
                text += words
            statements.append((statement, spans))
        else:
            text += capital(clause(world, rng)) + "."
    return text, statements


# --- articles -------------------------------------------------------------------------------------

def plan(seed, number):
    """For each paragraph of an article, None or the (article, paragraph) that it copies."""
    rng = random.Random(f"{seed} plan {number}")
    copied = [number > 0 and rng.random() < COPIED for _ in range(rng.randint(*PARAGRAPHS))]
    return [(rng.randrange(number), rng.random()) if yes else None for yes in copied]


def own_paragraph(world, seed, number, place):
    rng = random.Random(f"{seed} people {number}")
    people = [world.person.draw(rng) for _ in range(rng.randint(2, 5))]
    return paragraph(world, random.Random(f"{seed} text {number} {place}"), people)


def original(seed, number, where):
    """A paragraph of an article that is not itself a copy: its place, or None."""
    own = [place for place, copied in enumerate(plan(seed, number)) if copied is None]
    return own[int(where * len(own))] if own else None


def paragraphs(world, seed, number):
    """[(text, statements, (article, place) it is copied from, or None)]"""
    out = []
    for place, copied in enumerate(plan(seed, number)):
        source = copied and original(seed, *copied)
        of = (number, place) if source is None else (copied[0], source)
        out.append((*own_paragraph(world, seed, *of), None if of[0] == number else of))
    return out


def name_of(number):
    return f"made-{number:06d}"


def record(document, statement, spans, at):
    spans = {role: [[s + at, e + at]] for role, (s, e) in spans.items()}
    speaker = statement["speaker"]
    return {"id": hash_of(f"{document} {spans}"), **{role: spans[role] for role in ("source", "cue", "content")},
            "type": statement["type"], "kind": "statement", "polarity": "asserted", "parent": None, "speaker": speaker,
            "speaker_id": hash_of(speaker if statement["sourcing"] == "named" else document + speaker),
            "sourcing": statement["sourcing"], "via": statement["via"], "occasion": None, "date": None, "anonymity": None,
            "confidence": {"relation": 0.9, "speaker": 0.9, "sourcing": 0.9}, "why": []}


def article(world, seed, number):
    """(document, {paragraph's place: its span}, [(place, what it copies)])"""
    rng, name = random.Random(f"{seed} about {number}"), name_of(number)
    text, statements, spans, copies = "", [], {}, []
    for place, (words, found, copied) in enumerate(paragraphs(world, seed, number)):
        text += "\n\n" if text else ""
        spans[place] = [len(text), len(text) + len(words)]
        statements += [record(name, statement, where, len(text)) for statement, where in found]
        text += words
        if copied:
            copies.append((place, copied))
    day = FIRST_DAY + datetime.timedelta(days=rng.randrange(DAYS))
    outlet = world.outlet.draw(rng)
    site = outlet.lower().replace(" ", "-")
    document = {"id": name, "title": capital(clause(world, rng)), "author": world.person.draw(rng), "publisher": outlet,
                "url": f"https://{site}.example/{name}", "date": day.isoformat(), "language": "en", "text": text,
                "statements": statements, "own_voice": [], "flags": []}
    return document, spans, copies


def span_of(world, seed, number, place):
    """Where a paragraph of an article lies."""
    begin = 0
    for at, (text, *_) in enumerate(paragraphs(world, seed, number)):
        if at == place:
            return [begin, begin + len(text)]
        begin += len(text) + 2


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("out"), p.add_argument("copies")
    p.add_argument("--count", type=int, required=True)
    p.add_argument("--data", default=os.path.join(PROJECT, "..", "shared"))
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--made-by", help='what hearsay tells as "made_by", so that hearsay add takes the statements')
    a = p.parse_args()
    world = World(a.data, a.seed)
    with open(a.out, "w", encoding="utf-8") as out, open(a.copies, "w", encoding="utf-8") as told:
        for number in range(a.count):
            document, spans, copies = article(world, a.seed, number)
            document["made_by"] = a.made_by
            print(json.dumps(document, ensure_ascii=False), file=out)
            for place, (other, there) in copies:
                pair = {"a": {"doc": name_of(other), "span": span_of(world, a.seed, other, there)},
                        "b": {"doc": name_of(number), "span": spans[place]}}
                print(json.dumps(pair), file=told)


if __name__ == "__main__":
    main()
