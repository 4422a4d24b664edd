#!/usr/bin/env python3
"""How fast `hearsay quotes` is and what memory it takes, each figure beside its bar.

usage: run.py [--data SHARED] [--build FOLDER] [--model FILE] [--sizes 1,10,100]

Reads PolNeAR dev's articles; every run is a whole process, each figure the median of five, the runs of one
thread on one core. What it takes to start (the same with one sentence to read) is taken off. textacy reads the
same articles between these runs, a paragraph at a time, and besides in the fastest way that we know
(bench/peers/textacy_quotes.py); it is installed where it is not yet. The share of the peak counts the operations
of every product with weights that is made (tools/operations.c), and the peak is the best of a fixed sweep of
shapes, measured here too (tools/peak.c). Times are the clock's; beside them what they would be by the
processor's time, which other work disturbs less.

With --sizes, instead, time and memory for texts of so many MB; 100 MB take over half an hour.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile

import figures
import processes
import sizes

PROJECT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(PROJECT, "bench", "peers"))
import peers

RUNS = 5
SHORT_ARTICLE = os.path.join(PROJECT, "examples", "articles", "museum-correction.txt")


class Program:
    """The program as it is measured: a build's folder and a model."""

    def __init__(self, build, model):
        self.build, self.model = os.path.abspath(build), os.path.abspath(model)

    def tool(self, name, *arguments):
        """What one of our own programs prints, from JSON lines."""
        command = processes.on_one_core([os.path.join(self.build, f"hearsay-{name}"), *arguments])
        printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
        return [json.loads(line) for line in printed.splitlines()]

    def quotes(self, path, *options):
        """The command that reads a file and writes to nowhere."""
        return [os.path.join(self.build, "hearsay"), "quotes", "--quiet", "--progress", "never", "--model", self.model,
                "--format", "jsonl", "-o", "/dev/null", *options, path]

    def first(self, style):
        command = [os.path.join(self.build, "hearsay"), "quotes", "--quiet", "--model", self.model, "--format", style,
                   SHORT_ARTICLE]
        return statistics.median(processes.first_output(command) for _ in range(2 * RUNS + 1))


def usages(by_name):
    """{name: median Usage} of commands: each of them once, then each again, so that all see the same weather."""
    runs = {name: [] for name in by_name}
    for _ in range(RUNS):
        for name, command in by_name.items():
            runs[name].append(processes.run(command, peers.ALONE))
    return {name: processes.median(each) for name, each in runs.items()}


def commands(program, articles, sentence, others):
    one = ("--threads", "1")
    out = {
        "one thread: start": processes.on_one_core(program.quotes(sentence, *one)),
        "one thread": processes.on_one_core(program.quotes(articles, *one)),
        "two threads: start": program.quotes(sentence, "--threads", "2"),
        "two threads": program.quotes(articles, "--threads", "2"),
    }
    for name, command in others.items():
        if command:
            out[f"{name}: start"] = processes.on_one_core(command(sentence, "/dev/null"))
            out[name] = processes.on_one_core(command(articles, "/dev/null"))
    return out


def less_start(seconds, name):
    return seconds[name] - seconds[f"{name}: start"]


def speeds(used, words, operations, peak_gops, clock):
    """{name: value} of the figures that are made of times; `clock` is "wall" or "processor"."""
    seconds = {name: getattr(usage, clock) for name, usage in used.items()}
    one = less_start(seconds, "one thread")
    out = {"peak_share": figures.peak_share(operations, one, peak_gops), "speed": figures.rate(words, one)}
    if "textacy" in seconds:
        out["against_textacy"] = figures.rate(less_start(seconds, "textacy"), one)
    if clock == "wall":
        out["two_threads"] = figures.rate(one, less_start(seconds, "two threads"))
        out["memory"] = used["two threads"].memory
    return out


def passes(work):
    """What is read and done, counted in passes of the encoder over the text."""
    once, again, resolving = (work[f"{name}_seconds"] for name in ("encoder", "again", "resolve"))
    rest = work["seconds"] - once - again - resolving
    return (f"In passes of the encoder over the text: contents read again {figures.rate(work['pieces_again'], work['pieces']):.2f} "
            f"by their pieces (bar 0.6), {figures.rate(again, once):.2f} by time, with the relations found there; resolving "
            f"{figures.rate(resolving, once):.2f} (bar 0.2), the other relations and all else {figures.rate(rest, once):.2f}")


def show_details(used, words, peak, work):
    best = f"{peak['rows']} x {peak['depth']} x {peak['columns']}"
    inside = 100 * figures.rate(work["product_seconds"], work["seconds"])
    print(f"oneDNN's int8 peak on one thread: {peak['gops']:.0f} GOPS, at {best}")
    print(f"Products with weights: {work['operations'] / 1e9:.0f} billion operations for {words} words, {inside:.0f} % of the time")
    print(passes(work))
    print(f"\n{'median of ' + str(RUNS):22}{'clock s':>9}{'processor s':>13}{'peak MB':>9}{'words/s':>9}{'by processor':>14}")
    for name, usage in used.items():
        line = f"{name:22}{usage.wall:9.2f}{usage.processor:13.2f}{usage.memory:9.0f}"
        if f"{name}: start" in used:
            spent = processes.without(usage, used[f"{name}: start"])
            line += f"{figures.rate(words, spent.wall):9,.0f}{figures.rate(words, spent.processor):14,.0f}"
        print(line)


def show_figures(program, articles, folder):
    with open(articles, encoding="utf-8") as f:
        words = sum(len(json.loads(line)["text"].split()) for line in f)
    others = {"textacy": peers.try_to(peers.textacy), "textacy, fast": peers.try_to(peers.textacy, "--fast")}
    sentence = peers.write_sentence(folder)
    peak = max(program.tool("peak"), key=lambda shape: shape["gops"])
    [work] = program.tool("operations", program.model, articles)
    used = usages(commands(program, articles, sentence, others))
    show_details(used, words, peak, work)
    by_clock, by_processor = (speeds(used, words, work["operations"], peak["gops"], clock)
                              for clock in ("wall", "processor"))
    first = {f"first_{style}": program.first(style) for style in ("jsonl", "list")}
    print()
    print("\n".join(figures.table(by_clock | first, by_processor)))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=os.path.join(PROJECT, "..", "shared"))
    p.add_argument("--build", default=os.path.join(PROJECT, "build", "release"))
    p.add_argument("--model", default=os.path.join(PROJECT, "models", "hearsay.model"))
    p.add_argument("--sizes", help="in MB, joined by commas")
    a = p.parse_args()
    program, articles = Program(a.build, a.model), os.path.join(a.data, "data", "polnear", "dev.jsonl")
    print(processes.machine(), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        if a.sizes:
            sizes.show(program.quotes, [int(x) for x in a.sizes.split(",")], folder)
        elif os.path.exists(articles):
            show_figures(program, articles, folder)
        else:
            sys.exit(f"{articles} is missing: say where the labelled data lie, as in `make bench DATA=../shared`")


if __name__ == "__main__":
    main()
