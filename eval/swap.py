#!/usr/bin/env python3
"""Articles with the names in them swapped, to see whether that changes what is found.

usage: swap.py sex|party|origin ARTICLES.jsonl SWAPPED.jsonl [--data SHARED]

swap_sex.py, swap_party.py and swap_origin.py say what is swapped. Each line written is {"id", "text",
"edits": [[begin, end, new]...]}; with the edits, offsets.py carries spans there and back. There is no
chance in it: the same articles always give the same.
"""
import argparse
import os

import offsets
import people
import places
import swap_origin
import swap_party
import swap_sex

KINDS = {"sex": swap_sex.edits, "party": swap_party.edits, "origin": swap_origin.edits}


def swapped(doc, kind, folder):
    edits = KINDS[kind](doc["text"], people.lists(folder))
    return {"id": doc["id"], "text": offsets.replaced(doc["text"], edits), "edits": edits}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("kind", choices=KINDS)
    p.add_argument("articles")
    p.add_argument("swapped")
    p.add_argument("--data", default=os.path.join(places.PROJECT, "..", "shared"))
    a = p.parse_args()
    rows = [swapped(doc, a.kind, a.data) for doc in places.read(a.articles)]
    places.write(os.path.abspath(a.swapped), rows)
    print(f"{sum(len(row['edits']) for row in rows)} edits in {len(rows)} articles")


if __name__ == "__main__":
    main()
