"""Word lists in eval/words/, and how a word that is swapped keeps its capitals."""
import os

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "words")


def lines(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8") as f:
        return [line.strip() for line in f if line.strip() and not line.startswith("#")]


def pairs(name):
    """{word: its partner} of a list with `a = b` and `a > b`."""
    out = {}
    for line in lines(name):
        if " = " in line:
            a, b = line.split(" = ")
            out[b] = a
        else:
            a, b = line.split(" > ")
        out[a] = b
    return out


def like(model, word):
    """`word` with the capitals of `model`, which it replaces."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    if model[0].isupper():
        return word[0].upper() + word[1:]
    return word
