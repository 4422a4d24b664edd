#!/usr/bin/env python3
"""Every figure of linking, and beside it the bar that was set for it.

usage: linking.py [--data SHARED] [--counts 1000,10000]

ECB+: `hearsay add` finds the statements and links them, `hearsay export` writes what is linked, and
shared/eval/score_links.py and score_reprints.py judge that, over all labelled topics, over those that
data/link/weights.txt is fitted on, and over the four kept out. The ceiling is the share of gold links both of whose ends
are near a content, or a quotation within one, that was found: a perfect linker would reach it. Then bench/corpus.py
makes articles with copied paragraphs at known places: how many of these are found and how many of those found are copies
(a passage is one if either covers half of the other at both ends), the processor's time of `hearsay link` for the last
hundred articles, the memory it takes, and what the tables of links add to the store. Standard library only.
"""
import argparse
import collections
import importlib.util
import itertools
import json
import os
import re
import subprocess
import sys

import places

KEPT_OUT = {"14", "27", "35", "41"}  # as in train/links.py
LAST = 100  # made articles whose linking is measured


def run(*arguments, output=None):
    """Runs hearsay; -> (seconds of the processor, peak of memory in bytes)."""
    with open(output or os.devnull, "wb") as out:
        process = subprocess.Popen([places.HEARSAY, *arguments], stdout=out)
        _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"hearsay {' '.join(arguments)}: status {status}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def fresh_store():
    path = places.output("linking.db")
    for end in ("", "-wal", "-shm"):
        if os.path.exists(path + end):
            os.unlink(path + end)
    return path


def add(store, documents, *options):
    run("add", "--quiet", "--no-originals", "--store", store, "--model", places.MODEL, *options, documents)


def exported(store, form):
    path = places.output(f"linking.{form}.jsonl")
    run("export", "--store", store, f"--format={form}", output=path)
    return path


def statements(folder):
    """What the program finds in ECB+, with the texts; made anew when the program or its model is."""
    found = places.output("linking.found.jsonl")
    newest = max(os.path.getmtime(path) for path in (places.HEARSAY, places.MODEL))
    if not os.path.exists(found) or os.path.getmtime(found) < newest:
        subprocess.run([places.HEARSAY, "quotes", "--model", places.MODEL, "--format", "jsonl", "--with-text", "--quiet",
                        "-o", found, places.shared(folder, "data", "ecb-plus", "documents.jsonl")], check=True)
    return found


def scorer(folder):
    spec = importlib.util.spec_from_file_location("score_links", places.shared(folder, "eval", "score_links.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# --- links ----------------------------------------------------------------------------------------

def quotations(text, span):
    """The parts of a span that stand in double quotation marks."""
    return [[span[0] + m.start(1), span[0] + m.end(1)] for m in re.finditer(r"[“\"]([^“”\"]+)[”\"]", text[slice(*span)])]


def ceiling(score, gold, found):
    """The percentage of gold links both of whose ends could be linked: {"all", "quoted", "edited"}."""
    ends = {}
    for d in found:
        spans = [span for s in d["statements"] for span in s["content"]]
        ends[d["id"].lower()] = spans + [q for span in spans for q in quotations(d["text"], span)]

    def there(end):
        return any(score.near(end, {"doc": end["doc"], "span": span}) for span in ends[end["doc"].lower()])
    parts = {"all": gold, "quoted": [g for g in gold if g["kind"] != "paraphrase"],
             "edited": [g for g in gold if g["kind"] == "edited"]}
    return {name: round(100 * sum(there(g["a"]) and there(g["b"]) for g in part) / max(len(part), 1), 1)
            for name, part in parts.items()}


def show_links(folder, title, topics, links):
    ecb = os.path.join(folder, "data", "ecb-plus")
    files = {name: places.write(places.output(f"linking.gold.{name}.jsonl"),
                                [row for row in places.read(os.path.join(ecb, f"{name}.jsonl")) if row["topic"] in topics])
             for name in ("links", "hard", "ignore")}
    print(f"\n{title}: topics {', '.join(sorted(topics, key=int))}")
    command = [sys.executable, places.shared(folder, "eval", "score_links.py"), files["links"], links, "--hard", files["hard"],
               "--ignore", files["ignore"], "--documents", os.path.join(ecb, "documents.jsonl")]
    print(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout, end="")


def show_ecb(folder):
    found, store = statements(folder), fresh_store()
    add(store, found)
    links = exported(store, "links")
    gold = places.read(places.shared(folder, "data", "ecb-plus", "links.jsonl"))
    topics = {g["topic"] for g in gold}
    print("== Links of ECB+ (bars: F1 76, quoted links 87, edited 77, kind right 85, hard 3 %)")
    for title, part in (("all", topics), ("fitted on", topics - KEPT_OUT), ("kept out", topics & KEPT_OUT)):
        show_links(folder, title, part, links)
    documents = places.read(found)
    print(f"\nceiling, percent of gold links with both ends found: {ceiling(scorer(folder), gold, documents)}")
    reprints = exported(store, "reprints")
    ecb = os.path.join(folder, "data", "ecb-plus")
    print("\n== Reprints of ECB+ (bar: F1 88)", flush=True)
    subprocess.run([sys.executable, places.shared(folder, "eval", "score_reprints.py"), os.path.join(ecb, "reprints.jsonl"),
                    reprints, os.path.join(ecb, "documents.jsonl"), os.path.join(ecb, "links.jsonl")], check=True)


# --- the generator's copies -----------------------------------------------------------------------

def copied_pairs(copies):
    """All pairs of places with one text: what was copied twice is thrice there. {documents: [{document: span}]}"""
    families = collections.defaultdict(set)
    for copy in copies:
        first = (copy["a"]["doc"], tuple(copy["a"]["span"]))
        families[first] |= {first, (copy["b"]["doc"], tuple(copy["b"]["span"]))}
    out = collections.defaultdict(list)
    for family in families.values():
        for a, b in itertools.combinations(sorted(family), 2):
            if a[0] != b[0]:
                out[frozenset((a[0], b[0]))].append({a[0]: a[1], b[0]: b[1]})
    return out


def matches(passage, pair):
    def covered(end):
        (s, e), (t, f) = end["span"], pair[end["doc"]]
        return 2 * (min(e, f) - max(s, t)) >= max(e - s, f - t)
    return covered(passage["a"]) and covered(passage["b"])


def judge_copies(copies, passages):
    """(share of copies found, share of passages that are copies)"""
    gold, hit, right = copied_pairs(copies), set(), 0
    for passage in passages:
        documents = frozenset((passage["a"]["doc"], passage["b"]["doc"]))
        found = [(documents, i) for i, pair in enumerate(gold.get(documents, [])) if matches(passage, pair)]
        hit.update(found)
        right += bool(found)
    return len(hit) / max(sum(map(len, gold.values())), 1), right / max(len(passages), 1)


def passages(path):
    """Every two places of a cluster that `export --format passim` wrote, in different documents."""
    clusters = collections.defaultdict(list)
    for row in places.read(path):
        clusters[row["cluster"]].append({"doc": row["id"], "span": [row["begin"], row["end"]]})
    return [{"a": a, "b": b} for members in clusters.values() for a, b in itertools.combinations(members, 2)
            if a["doc"] != b["doc"]]


def split(path, count):
    """The made articles but for the last hundred, and these, as files; and the bytes of their texts."""
    parts, size = [places.output(f"made.{name}.jsonl") for name in ("most", "last")], 0
    with open(path, encoding="utf-8") as lines, open(parts[0], "w", encoding="utf-8") as most, \
            open(parts[1], "w", encoding="utf-8") as last:
        for number, line in enumerate(lines):
            size += len(json.loads(line)["text"].encode())
            (most if number < count - LAST else last).write(line)
    return (*parts, size)


def maker():
    """What names this version, so that made articles bring their statements with them."""
    empty = subprocess.run([places.HEARSAY, "quotes", "-q", "--format=jsonl", "--model", places.MODEL], input="It rained.",
                           capture_output=True, text=True, check=True)
    return json.loads(empty.stdout)["made_by"]


def show_made(folder, counts):
    print("\n== Copied passages of bench/corpus.py (bars: recall 98 %, precision 99 %; 1.5 times the time a step)")
    for count in counts:
        made, copies = places.output(f"made.{count}.jsonl"), places.output(f"made.{count}.copies.jsonl")
        subprocess.run([sys.executable, os.path.join(places.PROJECT, "bench", "corpus.py"), "--data", folder, "--count",
                        str(count), "--made-by", maker(), made, copies], check=True)
        most, last, size = split(made, count)
        store = fresh_store()
        add(store, most, "--no-links")
        bare = os.path.getsize(store)
        before, memory = run("link", "--quiet", "--store", store)
        more = os.path.getsize(store) - bare
        add(store, last, "--no-links")
        after, _ = run("link", "--quiet", "--store", store)
        recall, precision = judge_copies(places.read(copies), passages(exported(store, "passim")))
        print(f"{count:7} documents: recall {100 * recall:.1f} %, precision {100 * precision:.1f} %; ms a document: "
              f"{1000 * before / (count - LAST):.2f} for the first, {1000 * after / LAST:.2f} for the last {LAST}; "
              f"{memory / 2**20:.0f} MB; {more / size:.2f} times the text more in the store", flush=True)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=os.path.join(places.PROJECT, "..", "shared"))
    p.add_argument("--counts", default="1000,10000")
    a = p.parse_args()
    folder = os.path.abspath(a.data)
    show_ecb(folder)
    show_made(folder, [int(count) for count in a.counts.split(",") if count])


if __name__ == "__main__":
    main()
