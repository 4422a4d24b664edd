"""Names of English origin become names of others, and others English.

A person's name is English if lists of first names of the United States, Britain or Ireland have the first
and the table of other origins (eval/words/origin.txt) has not the last. The new name is of the same sex,
and always the same for the same name; within an article a surname keeps its new form wherever it stands.
"""
import zlib

import people
import words_of


def table():
    """[(origin, {"M", "F", "surname": names})], English first."""
    rows = [line.split("; ") for line in words_of.lines("origin.txt")]
    return [(row[0], dict(zip(("M", "F", "surname"), (names.split() for names in row[1:])))) for row in rows]


def pick(names, name):
    return names[zlib.crc32(name.encode()) % len(names)]


def is_english(first, last, known, others):
    foreign = any(last in names["surname"] or first in names["M"] + names["F"] for _, names in others)
    return first in known.english and not foreign


def edits(text, known):
    english, *others = table()
    firsts, lasts, whole = {}, {}, {}
    for first, last in people.people(text, known):
        origin = pick(others, last.plain) if is_english(first.plain, last.plain, known, others) else english
        sex = known.sex[first.plain] if known.sex[first.plain] in "MF" else "M"
        whole[first.begin] = firsts.setdefault(first.plain, pick(origin[1][sex], first.plain))
        whole[last.begin] = lasts.setdefault(last.plain, pick(origin[1]["surname"], last.plain))
    out = []
    for word in people.words(text):
        new = whole.get(word.begin) or (lasts | firsts).get(word.plain) if word.text[0].isupper() else None
        if new:
            out.append((word.begin, word.end, words_of.like(word.text, new)))
    return out
