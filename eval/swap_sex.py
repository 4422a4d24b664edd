"""Men become women and women men: first names, pronouns, titles, and words such as spokesman.

A first name goes to the equally common one of the other sex; one that American lists lack goes to one of
the forty most common, always the same. It is swapped where it stands in a whole name, and alone where its
article has it in a whole name.
"""
import zlib

import following
import people
import words_of


def partner(name, known):
    """The first name of the other sex that stands for this one, or None where its sex is not known."""
    other = {"M": "F", "F": "M"}.get(known.sex.get(name))
    if other is None:
        return None
    own = known.common[known.sex[name]]
    place = own.index(name) if name in own else zlib.crc32(name.encode()) % 40
    return known.common[other][min(place, len(known.common[other]) - 1)]


def pronoun(word, text, end):
    """his, her and hers by what follows; None for other words."""
    noun = following.noun_after(text, end)
    return {"his": "her" if noun else "hers", "her": "his" if noun else "him", "hers": "his"}.get(word.lower())


def edits(text, known):
    table = words_of.pairs("sex.txt")
    found = people.people(text, known)
    firsts = {first.plain: partner(first.plain, known) for first, _ in found}
    whole, lasts = {first.begin for first, _ in found}, {last.plain for _, last in found}
    out = []
    for word in people.words(text):
        name = word.text[0].isupper() and word.plain in (lasts | firsts.keys())
        if word.begin in whole or (name and word.plain not in lasts):
            new = firsts[word.plain]
        elif name:
            new = None  # Larry King stays King
        else:
            new = pronoun(word.text, text, word.end) or table.get(word.text) or table.get(word.text.lower())
        if new:
            out.append((word.begin, word.end, words_of.like(word.text, new)))
    return out
