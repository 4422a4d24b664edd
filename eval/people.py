"""Names of people in a text, from lists: good enough to swap them, and no more.

A person is a first name that shared/data/names knows, then perhaps initials, then a capitalized word
that can be a surname.
"""
import csv
import dataclasses
import functools
import re

import places

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
ENDING = re.compile(r"['’](?:[sSd]|ll|re|ve)?$")
# First names that newspapers use more often for something else.
ELSEWHERE = set("""
    Africa Alabama Alexandria All America Angeles Any April Are Arizona Asia August Austin Baptist Bay Berlin Bin
    Bush But Can Carolina Chad Charlotte China Christian Cleveland Clinton Congress Constitution Coral Dakota Dallas
    Day Denver Early Easter England Europe Even Florence Florida France Free Gay General Georgia German Germany Han
    Her His Holland Houston India Indiana Iowa Iran Ireland Israel Italy Ivy January Japan Jersey Jordan June
    Justice Key King Korea Lady Lake Las London Long Los Madison Major March Marshall May Memphis Mexico Mia Miami
    Min Mine Miss Mississippi Montana Nevada New North Not Ohio One Ora Orlando Paris Phoenix Post Price Prince
    Professor Rica Rio Rip River Rome Russia Said Salem San Santa Savannah Senator Sha Sierra South Sri Star State
    States Sunday Sunni Super Syria Tampa Tea Texas The Tulsa Turkey Two Union Urban Utah Van Victoria Virginia Wall
    Washington Wells West Will Win York
""".split())
# Words that stand after a name without being one, and do not often stand in lower case.
NO_SURNAME = set("""
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September
    October November December President Senator Democrat Democrats Republican Republicans American Americans Tower Towers
    Foundation University Campaign Street Avenue Park City County School
    College Center Institute Energy State Act
""".split())


@dataclasses.dataclass(frozen=True)
class Word:
    begin: int
    end: int
    text: str  # without 's, 'll and the like

    @property
    def plain(self):
        """As lists have it: headlines shout, and apostrophes curl."""
        text = self.text.replace("’", "'")
        return text.capitalize() if text.isupper() and len(text) > 2 else text


@dataclasses.dataclass(frozen=True)
class Lists:
    """sex: {first name: "M", "F" or "?"}; english: first names of the United States and Britain; common: {"M", "F": the
    American ones, the most common first}; surnames."""
    sex: dict
    english: set
    common: dict
    surnames: set


@functools.cache
def lists(folder):
    names = places.shared(folder, "data", "names")
    sex, english, american = {}, set(), {"M": [], "F": []}
    with open(places.shared(names, "firstnames", "firstnames.csv"), encoding="utf-8") as f:
        for row in csv.DictReader(f, delimiter=";"):
            name, kind = row["name"], row["gender"].strip("?1") or "?"
            if not re.fullmatch(r"[A-Z][a-zà-ÿ]{2,}", name):
                continue
            how_common = int(row["U.S.A."] or -99)  # a logarithm
            if name not in sex or row["gender"] == kind:  # a name of both sexes is of the one that is less doubtful
                sex[name] = kind
            if any(row[country] for country in ("U.S.A.", "Great Britain", "Ireland")):
                english.add(name)
            if row["gender"] in american and how_common > -99:
                american[kind].append((-how_common, name))
    with open(places.shared(names, "surnames", "us.txt"), encoding="utf-8") as f:
        surnames = {line.strip() for line in f}
    return Lists(sex, english, {kind: [name for _, name in sorted(names)] for kind, names in american.items()}, surnames)


def words(text):
    out = []
    for match in WORD.finditer(text):
        bare = ENDING.sub("", match[0])
        out.append(Word(match.start(), match.start() + len(bare), bare))
    return out


def people(text, known):
    """[(first, last)], both Word."""
    every = words(text)
    lower = {w.text for w in every if w.text.islower()}
    out, skip = [], 0
    for i, first in enumerate(every):
        if i < skip or first.plain not in known.sex or first.plain in ELSEWHERE or not first.text[0].isupper():
            continue
        last = surname_after(every, i, text, known, lower)
        if last:
            out.append((first, every[last]))
            skip = last + 1
    return out


def surname_after(every, i, text, known, lower):
    """The index of the surname that goes with the first name at `i`, or None."""
    at = i + 1
    while at < len(every) and len(every[at].text) == 1 and text[every[at].end:][:1] == ".":
        at += 1  # initials
    return at if is_surname(every, at, text, known, lower) else None


def is_surname(every, at, text, known, lower):
    if at >= len(every):
        return False
    word, gap = every[at], text[every[at - 1].end:every[at].begin]
    return (gap in (" ", ". ") and (gap == " " or len(every[at - 1].text) == 1) and word.text[0].isupper()
            and len(word.text) > 1 and word.plain not in NO_SURNAME
            and (word.plain in known.surnames or not (word.text.isupper() or word.text.lower() in lower)))
