#!/usr/bin/env python3
"""Makes data/store/phrasebook.zdict: words and short phrases that news is made of, which texts in a store are packed beside.

usage: phrasebook.py [--data SHARED] --number N

Words, pairs and threes of words that many of PolNeAR's training articles have, the commonest last, after a header of zstd's that
tells how often what is not in them has which form. N is the number that each packed text bears. A store needs the phrasebook that
it was packed beside for ever: one that was released never changes, and another gets another number. Needs libzstd, and no package.
"""
import argparse
import collections
import ctypes
import json
import os
import re

PROJECT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SIZE = 32768
DOCUMENTS = (6, 20, 40)  # that have a word, a pair, three words: at least
LEVEL = 12  # src/store/pack.c


def articles(data):
    with open(os.path.join(data, "data", "polnear", "train.jsonl"), encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def counted(texts):
    """How many texts have what, for each number of words; a word has the space before it."""
    counts = [collections.Counter() for _ in DOCUMENTS]
    for text in texts:
        words = [word.replace("\n", " ") for word in re.findall(r"\s?\S+", text)]
        for size, count in enumerate(counts, start=1):
            count.update({"".join(words[i:i + size]) for i in range(len(words) - size + 1)})
    return counts


def chosen(counts):
    """What spares most, at the end; nothing that is part of something longer."""
    found, have = [], ""
    for count, least in reversed(list(zip(counts, DOCUMENTS))):
        for phrase, documents in sorted(count.items(), key=lambda item: (-item[1], item[0])):
            if documents >= least and phrase not in have:
                found.append((documents * (len(phrase) - 2), phrase))
                have += phrase + "\n"
    lines, size = [], 0
    for _, phrase in sorted(found, reverse=True):
        if size + len(phrase.encode()) + 1 <= SIZE:
            lines.append(phrase)
            size += len(phrase.encode()) + 1
    return "\n".join(reversed(lines)).encode()


class Parameters(ctypes.Structure):
    """ZDICT_params_t"""
    _fields_ = [("level", ctypes.c_int), ("notifications", ctypes.c_uint), ("number", ctypes.c_uint)]


def with_header(content, texts, number):
    zstd = ctypes.CDLL("libzstd.so.1")
    zstd.ZDICT_finalizeDictionary.restype = ctypes.c_size_t
    out = ctypes.create_string_buffer(len(content) + 4096)
    sizes = (ctypes.c_size_t * len(texts))(*map(len, texts))
    size = zstd.ZDICT_finalizeDictionary(out, ctypes.c_size_t(len(out)), content, ctypes.c_size_t(len(content)), b"".join(texts),
                                         sizes, ctypes.c_uint(len(texts)), Parameters(LEVEL, 0, number))
    assert not zstd.ZDICT_isError(ctypes.c_size_t(size)), size
    return out.raw[:size]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=os.path.join(PROJECT, "..", "shared"))
    p.add_argument("--number", type=int, required=True)
    a = p.parse_args()
    texts = articles(a.data)
    made = with_header(chosen(counted(texts)), [text.encode() for text in texts], a.number)
    with open(os.path.join(PROJECT, "data", "store", "phrasebook.zdict"), "wb") as out:
        out.write(made)


if __name__ == "__main__":
    main()
