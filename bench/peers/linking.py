#!/usr/bin/env python3
"""Linking beside datasketch's MinHash LSH and an n-gram matcher in passim's manner, in one table.

usage: linking.py [--data SHARED] [--made 2000]

All get the same documents with the same statements: those that hearsay finds in ECB+ (eval/linking.py keeps them), and
bench/corpus.py's, with copied paragraphs at known places. Of the others every setting that is listed below is tried, and
the best figure of each kind is told, with the time of the setting whose F1 is best. Times are the processor's: of hearsay the
whole of `hearsay link`, from the store and into it, of the others what they do between reading and writing. datasketch is
installed into build/peers.
"""
import argparse
import importlib.util
import os
import re
import subprocess
import sys

PEERS = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(os.path.dirname(PEERS))
sys.path += [os.path.join(PROJECT, "bench"), os.path.join(PROJECT, "eval")]
import peers
import places

SETTINGS = {
    "minhash_links.py": [("0.4", "0.6"), ("0.55", "0.7"), ("0.7", "0.8")],
    "ngram_links.py": [("4", "1"), ("5", "1"), ("5", "3")],
}
TITLES = {"hearsay": "hearsay", "minhash_links.py": "MinHash LSH (datasketch)", "ngram_links.py": "n-grams, as passim"}
FIGURES = ("F1", "quoted found", "reprints F1", "copies: recall", "precision", "s, ECB+", "s, made")


def evaluation():
    """eval/linking.py, which has this file's name."""
    spec = importlib.util.spec_from_file_location("eval_linking", os.path.join(PROJECT, "eval", "linking.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


measured = evaluation()


# --- the programs: documents with statements -> (links, reprints, passages, seconds) ---------------

def hearsay(found, _):
    store = measured.fresh_store()
    measured.add(store, found, "--no-links")
    seconds, _ = measured.run("link", "--quiet", "--store", store)
    links, reprints = (measured.exported(store, form) for form in ("links", "reprints"))
    return links, reprints, measured.passages(measured.exported(store, "passim")), seconds


def peer(script):
    python = peers.environment("linking", "linking_requirements.txt")

    def link(found, setting):
        outputs = [os.path.join(peers.WORK, f"linking.{name}.jsonl") for name in ("links", "reprints", "passages")]
        command = [python, os.path.join(PEERS, script), found, *outputs, *setting]
        seconds = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
        return outputs[0], outputs[1], places.read(outputs[2]), float(seconds)
    return link


# --- the figures ----------------------------------------------------------------------------------

def judged(folder, script, *files):
    return subprocess.run([sys.executable, places.shared(folder, "eval", script), *files], check=True, stdout=subprocess.PIPE,
                          text=True).stdout


def number(pattern, text):
    return float(re.search(pattern + r" ([0-9.]+)", text).group(1))


def on_ecb(folder, link, setting, found):
    links, reprints, _, seconds = link(found, setting)
    ecb = {name: places.shared(folder, "data", "ecb-plus", f"{name}.jsonl")
           for name in ("links", "hard", "ignore", "documents", "reprints")}
    of_links = judged(folder, "score_links.py", ecb["links"], links, "--hard", ecb["hard"], "--ignore", ecb["ignore"],
                      "--documents", ecb["documents"])
    of_reprints = judged(folder, "score_reprints.py", ecb["reprints"], reprints, ecb["documents"], ecb["links"])
    return {"F1": number("F1", of_links), "quoted found": number("quoted links", of_links),
            "reprints F1": number("F1", of_reprints), "s, ECB+": seconds}


def on_made(link, setting, made, copies):
    _, _, passages, seconds = link(made, setting)
    recall, precision = measured.judge_copies(places.read(copies), passages)
    return {"copies: recall": 100 * recall, "precision": 100 * precision, "s, made": seconds}


def best(link, settings, folder, found, made):
    """Each setting's figures on ECB+, the best of a kind; the made articles with the setting of the best F1."""
    tried = [(on_ecb(folder, link, setting, found), setting) for setting in settings]
    figures, setting = max(tried, key=lambda t: t[0]["F1"])
    out = {name: max(t[0][name] for t in tried) for name in ("F1", "quoted found", "reprints F1")}
    return out | {"s, ECB+": figures["s, ECB+"]} | on_made(link, setting, *made)


def made_articles(folder, count):
    paths = [os.path.join(peers.WORK, f"linking.made.{count}{end}.jsonl") for end in ("", ".copies")]
    subprocess.run([sys.executable, os.path.join(PROJECT, "bench", "corpus.py"), "--data", folder, "--count", str(count),
                    "--made-by", measured.maker(), *paths], check=True)
    return paths


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=os.path.join(PROJECT, "..", "shared"))
    p.add_argument("--made", type=int, default=2000)
    a = p.parse_args()
    os.makedirs(peers.WORK, exist_ok=True)
    folder = os.path.abspath(a.data)
    found, made = measured.statements(folder), made_articles(folder, a.made)
    programs = {"hearsay": (hearsay, [()])} | {script: (peer(script), settings) for script, settings in SETTINGS.items()}
    print(f"{'':26}" + "".join(f"{name:>16}" for name in FIGURES))
    for name, (link, settings) in programs.items():
        figures = best(link, settings, folder, found, made)
        print(f"{TITLES[name]:26}" + "".join(f"{figures[f]:16.1f}" for f in FIGURES), flush=True)


if __name__ == "__main__":
    main()
