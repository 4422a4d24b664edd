#!/usr/bin/env python3
"""How well the article, and what a page says of itself, is taken from web pages; and how fast.

usage: pages.py [--data SHARED] [--without-peers] [--show FIELD]

  - the text of data/html/scrapinghub, by shared/eval/score_html.py
  - the text of data/html/readability: the median over pages of token F1 (multisets of \\w+)
  - there, title, byline and date where they are given. They are right as `same_title`, `same_author` say; a date's day
    is the one that is written
  - pages a second on one core, against trafilatura in the same run, on scrapinghub

The weights of the program were fitted on these pages: what it reaches on pages that it has not seen is shown by
train/pages.py, which cross-validates. trafilatura and readability-lxml are installed from PyPI into build/peers/pages.
"""
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

import places

TOOL = os.path.join(places.PROJECT, "build", "release", "hearsay-pages")
PEERS = os.path.join(places.PROJECT, "bench", "peers")
FOLDER = os.path.join(places.WORK, "pages")
BREAKING = set("p div li ul ol h1 h2 h3 h4 h5 h6 td th tr table blockquote pre br section article header footer figure "
               "figcaption dt dd dl hr".split())
BARS = {"scrapinghub F1": 0.965, "title": 90, "byline": 85, "date": 90, "times trafilatura's speed": 20}
SEPARATORS = r"\s*(?:[|_«»·/]|::|\s[-–—:]\s)\s*"


class Text(html.parser.HTMLParser):
    """The text of a piece of HTML, its blocks apart."""

    def __init__(self):
        super().__init__()
        self.parts, self.hidden = [], 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in ("script", "style")
        self.parts.append("\n" if tag in BREAKING else "")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style")
        self.parts.append("\n" if tag in BREAKING else "")

    def handle_data(self, data):
        self.parts.append("" if self.hidden else data)


def text_of(page):
    parser = Text()
    parser.feed(page)
    return "".join(parser.parts)


def token_f1(a, b):
    a, b = (collections.Counter(re.findall(r"\w+", text or "")) for text in (a, b))
    both = sum((a & b).values())
    return 2 * both / (sum(a.values()) + sum(b.values())) if a or b else 1.0


def letters(text):
    return "".join(re.findall(r"\w", text or "")).lower()


def same_title(expected, found, site):
    """The same letters; or the expected title has, beyond them, a last or first part that a separator sets off: some
    of the expected titles keep a site's name, and no title should."""
    ours = letters(found)
    if letters(expected) == ours:
        return True
    parts = re.split(SEPARATORS, expected)
    for cut in range(1, len(parts)):
        if ours and ours in (letters("".join(parts[:cut])), letters("".join(parts[cut:]))):
            return True
    return bool(ours) and bool(site) and ours in (letters(expected.replace(site, "")),)


def same_author(expected, found):
    """The same letters but for "by" and the order of several; or the expected line, which may hold a date or an office,
    has the whole name in it."""
    words = re.findall(r"\w+", (expected or "").lower())
    ours = re.findall(r"\w+", (found or "").lower())
    small = ("by", "par", "von", "and", "written", "edited", "avec", "et")
    if sorted(w for w in words if w not in small) == sorted(w for w in ours if w not in small):
        return True
    return len(ours) > 1 and letters(found) in letters(expected)


def unpack(data):
    """The paths of both sets' pages, unpacked under the names of their ids."""
    paths = {"scrapinghub": [], "readability": []}
    for name in paths:
        os.makedirs(os.path.join(FOLDER, name), exist_ok=True)
    folder = places.shared(data, "data", "html", "scrapinghub", "html")
    for name in sorted(os.listdir(folder)):
        path = os.path.join(FOLDER, "scrapinghub", name.removesuffix(".html.gz"))
        with gzip.open(os.path.join(folder, name)) as packed, open(path, "wb") as out:
            out.write(packed.read())
        paths["scrapinghub"].append(path)
    folder = places.shared(data, "data", "html", "readability")
    for name in sorted(os.listdir(folder)):
        source, path = os.path.join(folder, name, "source.html"), os.path.join(FOLDER, "readability", name)
        if os.path.exists(source):
            if os.path.lexists(path):
                os.remove(path)
            os.symlink(os.path.abspath(source), path)
            paths["readability"].append(path)
    return paths


def ours(paths):
    done = subprocess.run([TOOL, *paths], capture_output=True, text=True, check=True)
    return {page["id"]: page for page in map(json.loads, done.stdout.splitlines())}


def our_speed(paths):
    done = subprocess.run([TOOL, "--time", *paths], capture_output=True, text=True, check=True)
    figures = json.loads(done.stdout)
    return figures["pages"] / figures["seconds"]


def peer(name, paths):
    """What another program found, and its pages a second."""
    folder = os.path.join(places.PROJECT, "build", "peers", "pages")
    python, ready = os.path.join(folder, "bin", "python"), os.path.join(folder, "ready")
    if not os.path.exists(ready):
        print(f"Installing trafilatura and readability-lxml from PyPI into {folder} ...", flush=True)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--upgrade", "pip"], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", os.path.join(PEERS, "pages_requirements.txt")], check=True)
        open(ready, "w").close()
    listed, found = places.output("pages.txt"), places.output(f"pages.{name}.jsonl")
    with open(listed, "w", encoding="utf-8") as f:
        f.write("\n".join(paths))
    subprocess.run([python, os.path.join(PEERS, "pages.py"), name, listed, found], check=True)
    *pages, figures = places.read(found)
    for page in pages:
        page["text"] = text_of(page["html"]) if "html" in page else page.get("text")
    return {page["id"]: page for page in pages}, figures["pages"] / figures["seconds"]


def scrapinghub_f1(data, found, name):
    path = places.write(places.output(f"scrapinghub.{name}.jsonl"), [{"id": key, "text": page.get("text")} for key, page in found.items()])
    gold = places.shared(data, "data", "html", "scrapinghub", "ground-truth.json")
    done = subprocess.run([sys.executable, places.shared(data, "eval", "score_html.py"), gold, path],
                          capture_output=True, text=True, check=True)
    print(f"{name:20} {done.stdout.strip()}", flush=True)
    return float(re.search(r"F1 ([\d.]+)", done.stdout)[1])


def expected(data):
    folder = places.shared(data, "data", "html", "readability")
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name, "expected.html")
        if os.path.exists(path):
            with open(path, encoding="utf-8") as f, open(os.path.join(folder, name, "expected-metadata.json"), encoding="utf-8") as g:
                yield name, text_of(f.read()), json.load(g)


def readability_f1(gold, found, name):
    f1 = [token_f1(found.get(page, {}).get("text"), text) for page, text, _ in gold]
    print(f"{name:20} median token F1 {statistics.median(f1):.4f}, mean {statistics.mean(f1):.4f}", flush=True)
    return statistics.median(f1)


def metadata(gold, found, name, show=None):
    """Percent right of title, byline and date."""
    right = {"title": [], "byline": [], "date": []}
    for page, _, told in gold:
        f = found.get(page, {})
        if told.get("title"):
            right["title"].append((same_title(told["title"], f.get("title"), told.get("siteName")), page, told["title"], f.get("title")))
        if told.get("byline"):
            right["byline"].append((same_author(told["byline"], f.get("author")), page, told["byline"], f.get("author")))
        if told.get("publishedTime"):
            right["date"].append(((f.get("date") or "")[:10] == told["publishedTime"][:10], page, told["publishedTime"], f.get("date")))
    for good, page, wanted, got in right.get(show, []):
        if not good:
            print(f"    {page}: {wanted!r}, not {got!r}")
    out = {field: 100 * sum(r[0] for r in rows) / len(rows) for field, rows in right.items()}
    print(f"{name:20} " + ", ".join(f"{field} {out[field]:.1f} % of {len(rows)}" for field, rows in right.items()))
    return out


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=os.path.join(places.PROJECT, "..", "shared"))
    p.add_argument("--without-peers", action="store_true")
    p.add_argument("--show", choices=("title", "byline", "date"), help="where the program is wrong in this")
    a = p.parse_args()
    paths, gold = unpack(a.data), list(expected(a.data))
    found = {name: ours(paths[name]) for name in paths}
    figures = {"scrapinghub F1": scrapinghub_f1(a.data, found["scrapinghub"], "hearsay")}
    figures["readability F1"] = readability_f1(gold, found["readability"], "hearsay")
    figures |= metadata(gold, found["readability"], "hearsay", a.show)
    speed = our_speed(paths["scrapinghub"])
    print(f"{'hearsay':20} {speed:.0f} pages/s")
    bars = dict(BARS)
    if not a.without_peers:
        best = []
        for name in ("trafilatura", "readability"):
            texts, rate = peer(name, paths["scrapinghub"])
            scrapinghub_f1(a.data, texts, name)
            other, _ = peer(name, paths["readability"])
            best.append(readability_f1(gold, other, name))
            metadata(gold, other, name)
            print(f"{name:20} {rate:.0f} pages/s")
            if name == "trafilatura":
                figures["times trafilatura's speed"] = our_speed(paths["scrapinghub"]) / rate
        bars["readability F1"] = max(best)
    print(f"\n== Against the bars\n{'':28}{'measured':>10}{'bar':>8}")
    for name, bar in bars.items():
        if name in figures:
            print(f"{name:28}{figures[name]:10.4g}{bar:8.4g}  {'met' if figures[name] >= bar else 'not met'}")


if __name__ == "__main__":
    main()
