"""Democrats become Republicans and Republicans Democrats: the parties, their people, their wings.

eval/words/party.txt holds who stands for whom. Pronouns stay as they are, since one cannot tell whose
they are; titles before a candidate's name follow the name.
"""
import re

import following
import people
import words_of

PARTY_WORDS = ("Republican", "GOP", "G.O.P.")
BODIES = {"National", "Party", "Convention", "Congress", "Senate", "House", "Governors"}


def party_word(word, text, end, known):
    """Republican and GOP: as an adjective, before a person's name, and as a noun."""
    noun = following.noun_after(text, end)
    if word == "Republican":
        person = noun and noun in known.sex and noun not in BODIES
        return "Democratic" if noun and not person and not noun.endswith("ed") else "Democrat"
    return "Democratic" if noun and text[end] == " " else "Democratic Party"


def edits(text, known):
    table = words_of.pairs("party.txt")
    known_words = sorted([*table, *PARTY_WORDS], key=len, reverse=True)
    shouted = {word.upper(): word for word in table if word[0].isupper() and len(word) > 4}
    pattern = re.compile(r"(?<![\w.])(" + "|".join(map(re.escape, [*known_words, *shouted])) + r")(?!\w)")
    out = []
    for match in pattern.finditer(text):
        word = match[0]
        new = party_word(word, text, match.end(), known) if word in PARTY_WORDS else table.get(word)
        out.append((*match.span(), new or table[shouted[word]].upper()))
    return out
