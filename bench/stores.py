"""Stores of made-up articles (corpus.py): making the articles, adding them, and how large a store is beside its texts."""
import json
import os
import sqlite3
import subprocess
import sys

import processes

PROJECT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROGRAM = os.path.join(PROJECT, "build", "release", "hearsay")
SHARED = os.path.join(PROJECT, "..", "shared")


def maker(program):
    """What the articles have to bear so that their statements are taken as they are."""
    empty = subprocess.run([program, "quotes", "-q", "--format=jsonl"], input="It rained.", capture_output=True, text=True, check=True)
    return json.loads(empty.stdout)["made_by"]


def make_articles(program, data, count, path):
    subprocess.run([sys.executable, os.path.join(PROJECT, "bench", "corpus.py"), f"--count={count}", f"--data={data}",
                    f"--made-by={maker(program)}", path + ".part", path + ".copies"], check=True)
    os.rename(path + ".part", path)


def add(program, store, articles, *flags):
    """-> processes.Usage"""
    return processes.run([program, "add", "--no-originals", "--quiet", f"--store={store}", *flags, articles])


def text_size(articles):
    with open(articles, encoding="utf-8") as lines:
        return sum(len(json.loads(line)["text"].encode()) for line in lines)


def over_text(store, articles):
    """How many times as large as the text a store is."""
    return round(os.path.getsize(store) / text_size(articles), 2)


def parts(store, articles):
    """{table or index: how many times the text it takes}, the largest first."""
    of = text_size(articles)
    file = sqlite3.connect(store)
    rows = file.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC").fetchall()
    file.close()
    return {name: round(size / of, 3) for name, size in rows}
