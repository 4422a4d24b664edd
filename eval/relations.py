"""PolNeAR dev, as shared/eval/score.py and where_lost.py count it: all of it, and publisher by publisher."""
import json
import re
import subprocess
import sys

import places

SHOWN = ("relation", "strict", "source_exact", "cue_exact", "content_exact")


def flat(score, documents):
    """The documents without statements that are reported in others, which PolNeAR does not label; what score.py
    does with --flat."""
    out = []
    for document in documents:
        by_id = {s["id"]: s for s in document["statements"]}
        out.append(document | {"statements": [s for s in document["statements"] if not score.nested(s, by_id)]})
    return out


def figures(folder, gold, found, *options):
    """{name: percent}: F1 of SHOWN, and of --direct what was found, and found with the right speaker."""
    scores = json.loads(places.score(folder, gold, found, "--json", *options))
    direct = re.findall(r"([\d.]+) %", places.score(folder, gold, found, "--direct", *options))
    out = {name: round(100 * scores[name][2], 1) for name in SHOWN}
    return out | {"direct_found": float(direct[0]), "direct_speaker": float(direct[1])}


def by_publisher(folder, found):
    """{publisher: (documents, relations, figures)}"""
    groups = {}
    for doc in places.read(places.dev(folder)):
        groups.setdefault(doc["publisher"], []).append(doc)
    out = {}
    for publisher, docs in sorted(groups.items()):
        gold = places.write(places.output(f"dev.{publisher}.jsonl"), docs)
        out[publisher] = (len(docs), sum(len(d["attributions"]) for d in docs), figures(folder, gold, found))
    return out


def where_lost(folder, found):
    command = [sys.executable, places.shared(folder, "eval", "where_lost.py"), places.dev(folder), found]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
