#!/usr/bin/env python3
"""Makes data/link/rarity.txt: how rare words are in English news and other prose, for linking.

usage: rarity.py [--data SHARED]

A word's rarity is ln(documents / documents that have it), counted over PolNeAR's training articles, TimeBank, GUM and
the English Web Treebank. Words of fewer than three documents are left out: the program takes them for the rarest. ECB+,
on which linking is measured, is not among the sources. Standard library only.
"""
import argparse
import collections
import glob
import json
import math
import os
import re
import unicodedata

PROJECT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LEAST = 3  # documents


def words(text):
    """As src/link/terms.c normalizes them."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", plain)


def polnear(data):
    with open(os.path.join(data, "polnear", "train.jsonl"), encoding="utf-8") as f:
        yield from (json.loads(line)["text"] for line in f)


def timebank(data):
    for path in sorted(glob.glob(os.path.join(data, "timebank", "**", "*.tml"), recursive=True)):
        with open(path, encoding="utf-8", errors="replace") as f:
            yield re.sub(r"<[^>]*>", " ", f.read())


def treebank(paths):
    """Documents of CoNLL-U files, told apart by `# newdoc`."""
    for path in paths:
        with open(path, encoding="utf-8") as f:
            for document in re.split(r"^# newdoc.*$", f.read(), flags=re.M):
                yield " ".join(re.findall(r"^# text = (.*)$", document, flags=re.M))


def counted(texts):
    counts, total = collections.Counter(), 0
    for text in texts:
        found = set(words(text))
        counts.update(found)
        total += bool(found)
    return counts, total


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=os.path.join(PROJECT, "..", "shared"))
    data = os.path.join(p.parse_args().data, "data")
    trees = sorted(glob.glob(os.path.join(data, "gum", "dep", "*.conllu"))) + \
        sorted(glob.glob(os.path.join(data, "ud-ewt", "*.conllu")))
    counts, total = counted(text for source in (polnear(data), timebank(data), treebank(trees)) for text in source)
    rows = sorted((word.encode(), math.log(total / n)) for word, n in counts.items() if n >= LEAST)
    os.makedirs(os.path.join(PROJECT, "data", "link"), exist_ok=True)
    with open(os.path.join(PROJECT, "data", "link", "rarity.txt"), "wb") as out:
        out.write(f"""# How rare words are: ln({total} / documents that have the word), by train/rarity.py, from the
# words of PolNeAR's training articles, TimeBank, GUM and the English Web Treebank. Words that are
# in fewer than {LEAST} of these {total} documents are not listed.
""".encode())
        out.writelines(b"%s\t%.1f\n" % row for row in rows)


if __name__ == "__main__":
    main()
