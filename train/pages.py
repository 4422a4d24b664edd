#!/usr/bin/env python3
"""Fits the weights by which the program judges whether a block of a web page belongs to the article.

usage: pages.py [--data SHARED] [--folds N] [--write]

Two logistic models (src/read/html_features.h), fitted by Newton's method with a penalty on the squares: of a block
alone, and of a block among others, for which the program is run with the first. What is learned from: the pages of
data/html/scrapinghub with their gold text, and those of data/html/readability with the expected text, captions apart,
as that keeps them and articles of hearsay do not. A block counts as its article's where its words stand in that text.

Without --write the figures of cross-validation are shown: every page is judged by a model that has not seen it. With
it, src/read/html_weights.c is written, fitted on all pages.
"""
import os
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
import argparse
import collections
import gzip
import html.parser
import json
import os
import re
import statistics
import subprocess
import sys

import numpy as np

import logistic

PROJECT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WORK = os.path.join(PROJECT, "build", "pages")
BLOCKS = os.path.join(PROJECT, "build", "release", "hearsay-blocks")
ALONE = 123                          # HTML_ALONE
CAPTION = [36, 63, 80]             # in a <figcaption>, a <figure>, something named a picture
STACKED = 40                         # HTML_STACKED
BREAKING = set("p div li ul ol h1 h2 h3 h4 h5 h6 td th tr table blockquote pre br section article header footer figure "
               "figcaption dt dd dl hr".split())


class Text(html.parser.HTMLParser):
    """The text of a page, its blocks apart."""

    def __init__(self):
        super().__init__()
        self.parts, self.hidden, self.caption = [], 0, 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in ("script", "style")
        if tag in BREAKING:
            self.parts.append("\n")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style")
        if tag in BREAKING:
            self.parts.append("\n")

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def text_of(page):
    parser = Text()
    parser.feed(page)
    return "".join(parser.parts)


def words(text):
    return re.findall(r"\w+", text)


def pages(data):
    """(set, path of the page, its article's text) of each; the files of one set are unpacked first."""
    os.makedirs(WORK, exist_ok=True)
    folder = os.path.join(data, "data", "html", "scrapinghub")
    with open(os.path.join(folder, "ground-truth.json"), encoding="utf-8") as f:
        gold = json.load(f)
    for name in sorted(gold):
        path = os.path.join(WORK, name + ".html")
        with gzip.open(os.path.join(folder, "html", name + ".html.gz")) as packed, open(path, "wb") as out:
            out.write(packed.read())
        yield "scrapinghub", path, gold[name]["articleBody"]
    folder = os.path.join(data, "data", "html", "readability")
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name, "source.html")
        if os.path.exists(path):
            with open(os.path.join(folder, name, "expected.html"), encoding="utf-8") as f:
                yield "readability", path, text_of(f.read())


def find(gold, piece, begin, end):
    for i in range(begin, min(end, len(gold) - len(piece) + 1)):
        if gold[i:i + len(piece)] == piece:
            return i
    return -1


def labels(blocks, text):
    """Whether each block stands in the text: long ones by four words in a row, short ones between the long ones."""
    gold = words(text)
    fours = collections.defaultdict(list)
    for i in range(len(gold) - 3):
        fours[tuple(gold[i:i + 4])].append(i)
    places, pieces = [None] * len(blocks), [words(b) for b in blocks]
    for n, piece in enumerate(pieces):
        grams = [tuple(piece[i:i + 4]) for i in range(len(piece) - 3)]
        hits = [fours[g][0] for g in grams if g in fours]
        if len(piece) >= 6 and len(hits) * 2 >= len(grams):
            places[n] = (hits[0], hits[-1] + 4)
    out, at = [place is not None for place in places], 0
    for n, piece in enumerate(pieces):
        if places[n]:
            at = places[n][1]
        elif piece and len(piece) < 6:
            following = [p[0] for p in places[n + 1:] if p and p[0] >= at]
            found = find(gold, piece, at, following[0] if following else at + 60)
            if found >= 0:
                out[n], at = True, found + len(piece)
    return np.array(out, float)


class Page:
    def __init__(self, origin, path, text):
        self.origin, self.path, self.text = origin, path, text

    def take(self, record, features):
        self.blocks, self.features = record["blocks"], features
        if not hasattr(self, "labels"):
            self.labels = labels(self.blocks, self.text)
            size = np.array([len(words(b)) for b in self.blocks], float)
            right = max(float((size * self.labels).sum()), 30.0)
            self.weights = 0.3 + 40 * np.minimum(size / right, 0.5)
            if self.origin == "readability":
                self.weights[features[:, CAPTION].any(axis=1)] = 0


def judge(all_pages, weights):
    """Runs the program over pages, with these weights."""
    path, features = os.path.join(WORK, "weights.txt"), os.path.join(WORK, "features")
    with open(path, "w", encoding="utf-8") as f:
        f.write(" ".join(f"{w:.6g}" for w in weights))
    command = [BLOCKS, path, features, *[p.path for p in all_pages]]
    records = [json.loads(line) for line in subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()]
    rows = np.fromfile(features, np.float32).reshape(sum(len(r["blocks"]) for r in records), -1).astype(float)
    at = 0
    for page, record in zip(all_pages, records):
        page.take(record, rows[at:at + len(record["blocks"])])
        at += len(record["blocks"])


def newton(x, y, counts, penalty):
    return logistic.fit(x, y, np.full(x.shape[1], float(penalty)), rounds=15, counts=counts)


def stack(some, columns):
    x = np.concatenate([p.features[:, :columns] for p in some])
    return x, np.concatenate([p.labels for p in some]), np.concatenate([p.weights for p in some])


def fit(train, everything):
    """Both models of the pages to train on; the features of everything are then those of the first."""
    width = everything[0].features.shape[1]
    alone = newton(*stack(train, ALONE), penalty=8)
    judge(everything, np.concatenate([alone, np.zeros(width)]))
    stacked = newton(*stack(train, width), penalty=3)
    return alone, stacked


def token_f1(a, b):
    a, b = collections.Counter(words(a)), collections.Counter(words(b))
    both = sum((a & b).values())
    return 2 * both / max(sum(a.values()) + sum(b.values()), 1) if a or b else 1.0


def show(some, chosen, data):
    """The figures of the bars, of texts put together from chosen blocks."""
    path = os.path.join(WORK, "predicted.jsonl")
    with open(path, "w", encoding="utf-8") as f:
        for page, mask in zip(some, chosen):
            page.predicted = "\n\n".join(b for b, yes in zip(page.blocks, mask) if yes)
            if page.origin == "scrapinghub":
                f.write(json.dumps({"id": os.path.basename(page.path)[:-5], "text": page.predicted}) + "\n")
    gold = os.path.join(data, "data", "html", "scrapinghub", "ground-truth.json")
    subprocess.run([sys.executable, os.path.join(data, "eval", "score_html.py"), gold, path], check=True)
    f1 = [token_f1(p.predicted, p.text) for p in some if p.origin == "readability"]
    print(f"readability: median token F1 {statistics.median(f1):.4f}, mean {statistics.mean(f1):.4f}")


def write(alone, stacked):
    def numbers(values):
        lines = [", ".join(f"{v:.4f}F" for v in values[i:i + 8]) for i in range(0, len(values), 8)]
        return "".join(f"        {line},\n" for line in lines)
    with open(os.path.join(PROJECT, "src", "read", "html_weights.c"), "w", encoding="utf-8") as f:
        f.write("/* Made by train/pages.py of the pages in shared/data/html, scrapinghub (MIT) and readability (Apache\n"
                " * 2.0), and their texts. In the order in which html_features.c and\n"
                " * html_features_stacked.c put the features. */\n"
                '#include "read/html_article.h"\n\n'
                "const html_model HTML_MODEL = {\n    .alone = {\n" + numbers(alone) + "    },\n    .stacked = {\n"
                + numbers(stacked) + "    },\n};\n")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=os.path.join(PROJECT, "..", "shared"))
    p.add_argument("--folds", type=int, default=5)
    p.add_argument("--write", action="store_true")
    a = p.parse_args()
    everything = [Page(*each) for each in pages(a.data)]
    judge(everything, np.zeros(2 * ALONE + STACKED))
    print("with every block right:")
    show(everything, [p.labels > 0.5 for p in everything], a.data)
    if a.write:
        alone, stacked = fit(everything, everything)
        write(alone, stacked)
        print("all pages, by what was fitted on them:")
        show(everything, [p.features @ stacked > 0 for p in everything], a.data)
        return
    chosen = [None] * len(everything)
    for fold in range(a.folds):
        _, stacked = fit([p for i, p in enumerate(everything) if i % a.folds != fold], everything)
        for i in range(fold, len(everything), a.folds):
            chosen[i] = everything[i].features @ stacked > 0
    print(f"{a.folds} folds, each page by what was fitted on others:")
    show(everything, chosen, a.data)
    with open(os.path.join(WORK, "judged.json"), "w", encoding="utf-8") as f:
        json.dump([{"path": p.path, "blocks": [[int(l), bool(c), b] for l, c, b in zip(p.labels, m, p.blocks)]}
                   for p, m in zip(everything, chosen)], f)


if __name__ == "__main__":
    main()
