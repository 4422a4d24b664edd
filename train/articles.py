#!/usr/bin/env python3
"""Articles that nobody labelled, for teachers to label: a document a line.

usage: articles.py SHARED > ARTICLES.jsonl

ECB+ and TimeBank (news), ScrapingHub's pages (their text), and GUM's training part, its genres with a free licence.
"""
import glob
import json
import os
import re
import sys

GENRES = ("bio", "court", "interview", "news", "speech", "voyage")
SENTENCE = "# text = "


def ecb(data):
    with open(os.path.join(data, "ecb-plus", "documents.jsonl"), encoding="utf-8") as f:
        for document in map(json.loads, f):
            yield document["id"], document["text"]


def timebank(data):
    for path in sorted(glob.glob(os.path.join(data, "timebank", "*", "*.tml"))):
        with open(path, encoding="utf-8", errors="replace") as f:
            text = re.search(r"<TEXT>(.*?)</TEXT>", f.read(), re.S)
        plain = re.sub(r"<[^>]*>", "", text[1]) if text else ""
        yield os.path.basename(path), plain.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").strip()


def scrapinghub(data):
    with open(os.path.join(data, "html", "scrapinghub", "ground-truth.json"), encoding="utf-8") as f:
        for name, page in sorted(json.load(f).items()):
            yield name, page["articleBody"]


def gum(data):
    with open(os.path.join(data, "gum", "dev.txt"), encoding="utf-8") as f:
        kept = set(f.read().split())
    for path in sorted(glob.glob(os.path.join(data, "gum", "dep", "*.conllu"))):
        name = os.path.basename(path).removesuffix(".conllu")
        if name.split("_")[1] in GENRES and name not in kept:
            with open(path, encoding="utf-8") as f:
                blocks = re.split(r"^# newpar.*$", f.read(), flags=re.M)
            paragraphs = [" ".join(re.findall(f"^{SENTENCE}(.*)$", block, re.M)) for block in blocks]
            yield name, "\n\n".join(p for p in paragraphs if p)


def main():
    data = os.path.join(sys.argv[1], "data")
    for source in (ecb, timebank, scrapinghub, gum):
        for name, text in source(data):
            print(json.dumps({"id": name, "text": text}, ensure_ascii=False))


if __name__ == "__main__":
    main()
