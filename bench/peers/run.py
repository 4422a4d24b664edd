#!/usr/bin/env python3
"""hearsay beside other programs on PolNeAR dev's articles, in one table.

usage: run.py [--data SHARED] [--build FOLDER] [--model FILE] [hearsay] [textacy] [corenlp]

All of them by default, which takes about ten minutes; what is missing is installed into build/peers. The figures
are those of shared/eval/score.py (--flat): F1 of relations, and of sources, cues and contents that are right to
the letter; of wholly quoted statements the share found, and found with the right speaker. Each program runs by
itself on one core; what it takes to start (the same with one sentence to read) is taken off, and words/s are told
by the clock and by the processor's time. Memory is the largest resident set. Of Citron there is no package: its
rows are those of shared/peers.md.
"""
import argparse
import os
import re
import sys
from typing import Callable, NamedTuple

PEERS = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(os.path.dirname(PEERS))
sys.path += [os.path.join(PROJECT, "bench"), os.path.join(PROJECT, "eval")]
import figures
import peers
import places
import processes
import relations

HEADER = ("", "relation", "source", "cue", "content", "found", "speaker", "words/s", "by processor", "peak MB")
QUOTED = "Citron"


class Peer(NamedTuple):
    program: str  # as it is named on the command line
    title: str
    install: Callable  # -> what makes its command
    options: tuple = ()
    runs: int = 3  # of which the median is told
    marks_cues: bool = True


def hearsay(build, model):
    program = os.path.join(build, "hearsay")
    return lambda documents, found: [program, "quotes", "--quiet", "--progress", "never", "--model", model, "--threads", "1",
                                     "--format", "jsonl", "-o", found, documents]


def all_peers(build, model):
    return [
        Peer("hearsay", "hearsay", hearsay, (build, model)),
        Peer("textacy", "textacy, a paragraph at a time", peers.textacy),
        Peer("textacy", "textacy, together, no names", peers.textacy, ("--fast",)),
        Peer("corenlp", "CoreNLP quote", peers.corenlp, runs=1, marks_cues=False),
        Peer("corenlp", "CoreNLP, no coreference", peers.corenlp, peers.PLAIN_CORENLP, runs=1, marks_cues=False),
    ]


def row(peer, folder, gold, words):
    """What is told of a peer, cell by cell."""
    command = peer.install(*peer.options)
    found = os.path.join(peers.WORK, peer.title.replace(",", "").replace(" ", "-") + ".jsonl")
    sentence = peers.write_sentence(peers.WORK)
    start, used = (
        processes.median(processes.run(processes.on_one_core(command(documents, out)), peers.ALONE) for _ in range(peer.runs))
        for documents, out in ((sentence, "/dev/null"), (gold, found))
    )
    spent = processes.without(used, start)
    f = relations.figures(folder, gold, found, "--flat")
    cue = f"{f['cue_exact']:.1f}" if peer.marks_cues else "-"
    return [peer.title, f"{f['relation']:.1f}", f"{f['source_exact']:.1f}", cue, f"{f['content_exact']:.1f}",
            f"{f['direct_found']:.1f}", f"{f['direct_speaker']:.1f}", f"{figures.rate(words, spent.wall):,.0f}",
            f"{figures.rate(words, spent.processor):,.0f}", f"{used.memory:,.0f}"]


def quoted_rows(page, name):
    """Those rows of the table in shared/peers.md that begin with the name, as ours and with their title marked, without
    the figures for the test split, which stand in brackets."""
    for line in page.splitlines():
        if line.startswith("| " + name):
            title, relation, _, exact, quoted, speed, memory = re.sub(r" ?\([^)]*\)", "", line).strip("| ").split(" | ")
            title = ", ".join(title.split(", ")[:2]) + " *"
            yield [title, relation, *exact.split(" / "), *quoted.split(" / "), speed, "-", memory.removesuffix(" MB")]


def show(rows):
    widths = [max(len(row[i]) for row in [HEADER, *rows]) for i in range(len(HEADER))]
    for cells in [HEADER, *rows]:
        print(cells[0].ljust(widths[0]) + "".join("  " + cell.rjust(width) for cell, width in zip(cells[1:], widths[1:])))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("programs", nargs="*", metavar="PROGRAM", help="hearsay, textacy, corenlp")
    p.add_argument("--data", default=os.path.join(PROJECT, "..", "shared"))
    p.add_argument("--build", default=os.path.join(PROJECT, "build", "release"))
    p.add_argument("--model", default=places.MODEL)
    a = p.parse_args()
    wanted = [peer for peer in all_peers(a.build, a.model) if not a.programs or peer.program in a.programs]
    gold = places.dev(a.data)
    words = sum(len(document["text"].split()) for document in places.read(gold))
    with open(places.shared(a.data, "peers.md"), encoding="utf-8") as f:
        quoted = list(quoted_rows(f.read(), QUOTED))
    os.makedirs(peers.WORK, exist_ok=True)
    print(processes.machine(), flush=True)
    rows = [told for peer in wanted if (told := peers.try_to(row, peer, a.data, gold, words))]
    print(f"\nPolNeAR dev, {words} words; source, cue, content: exact; wholly quoted: found, and with the right speaker\n")
    show(rows + quoted)
    print(f"\n* as {os.path.join('shared', 'peers.md')} has it, measured on another machine; not run here")


if __name__ == "__main__":
    main()
