#!/usr/bin/env python3
"""What the model scores, from the program: every figure, and beside it the bar that was set for it.

usage: main.py [--data SHARED] [--model FILE] [PART...]

PARTs, all of them by default: relations (with where they are lost, and by publisher), confidence,
links, gum, swaps, resolution, processors. Each says in its own file what its figures mean: relations.py,
confidence.py, links.py, gum.py, robustness.py, resolution.py. The figures are also written to build/eval/figures.json,
and beside it what the program found. Standard library only; `make eval` also holds the program against
PyTorch (train/agreement.py).
"""
import argparse
import filecmp
import json
import os

import confidence
import gum
import links
import places
import relations
import resolution
import robustness

# What is asked for, by the name of the figure.
BARS = {
    "relation": 74, "strict": 55, "source_exact": 78, "cue_exact": 75, "content_exact": 66, "direct_found": 97,
    "direct_speaker": 94, "links_covered": 96, "calibration_error": 0.06, "roc_area": 0.70, "swapped_sex": 2,
    "swapped_party": 2, "swapped_origin": 2,
}
# The bars for what is recorded of statements, over all articles: from gold spans, and end to end.
RESOLUTION_BARS = {
    "speaker": (88, 85), "fullname": (92, 90), "sourcing": (90, 88), "sourcing_macro": (78, 75), "unnamed": (75, 72),
    "polarity": (94, 93), "polarity_marked": (75, 72), "kind": (88, 88), "type": (99, 97), "occasion_marked": (70, 66),
    "via": (75, 70), "date": (75, 70), "nested": (None, 65), "whole": (80, 55),
}
LOWER_IS_BETTER = ("calibration_error", "swapped_sex", "swapped_party", "swapped_origin")


class Run:
    """The shared folder, the model, and what was found in PolNeAR dev, which several parts look at."""

    def __init__(self, folder, model):
        self.folder, self.model = folder, model
        self.whole = places.quotes(model, places.dev(folder), places.output("dev.found.jsonl"))
        self.found = relations.flat(places.scorer(folder), places.read(self.whole))
        self.path = places.write(places.output("dev.flat.jsonl"), self.found)
        self.documents = places.read(places.dev(folder))


def show_relations(run):
    gold = places.dev(run.folder)
    print(places.score(run.folder, gold, run.path), end="")
    print(places.score(run.folder, gold, run.path, "--direct"), end="")
    print("\nWhere relations are lost, percent of the gold ones:")
    print(relations.where_lost(run.folder, run.path))
    print(f"{'by publisher':14}{'gold':>6}{'relation':>10}{'strict':>8}{'source':>8}{'cue':>6}{'content':>9}"
          f"{'quoted: found':>15}{'right speaker':>15}")
    for name, (_, gold_count, f) in relations.by_publisher(run.folder, run.path).items():
        print(f"{name:14}{gold_count:6}{f['relation']:10.1f}{f['strict']:8.1f}{f['source_exact']:8.1f}{f['cue_exact']:6.1f}"
              f"{f['content_exact']:9.1f}{f['direct_found']:15.1f}{f['direct_speaker']:15.1f}")
    return relations.figures(run.folder, gold, run.path)


def show_confidence(run):
    score = places.scorer(run.folder)
    pairs = confidence.judged(score, run.documents, run.found)
    for floor in (0, 0.5, 0.7, 0.9):
        left = confidence.judged(score, run.documents, confidence.at_least(run.found, floor))
        print(f"at least {floor:3}: {len(left):5} remain, {100 * confidence.precision(left):5.1f} % right")
    print("bin by bin (how many, mean confidence, share right): "
          + "; ".join(f"{n} {mean:.2f} {right:.2f}" for n, mean, right in confidence.table(pairs)))
    out = {"calibration_error": round(confidence.calibration_error(pairs), 3), "roc_area": round(confidence.roc_area(pairs), 3)}
    print(f"calibration error {out['calibration_error']}, area under the ROC curve {out['roc_area']}")
    return out


def show_links(run):
    hits, total = links.measure(run.folder, run.model)
    print(f"{hits} of {total} spans covered, {100 * hits / total:.1f} %")
    return {"links_covered": round(100 * hits / total, 1)}


def show_gum(run):
    counts = gum.measure(run.folder, run.model)
    print(f"{'genre':14}{'attributions':>13}{'covered %':>11}{'in full %':>11}")
    counts["all"] = [sum(column) for column in zip(*counts.values())]
    for genre, (n, content, full) in counts.items():
        print(f"{genre:14}{n:13}{100 * content / max(n, 1):11.1f}{100 * full / max(n, 1):11.1f}")
    n, content, full = counts["all"]
    return {"gum_covered": round(100 * content / n, 1), "gum_covered_in_full": round(100 * full / n, 1)}


def show_swaps(run):
    out = {}
    for kind, (n, lost, edits) in robustness.measure(run.folder, run.model, run.documents, run.found).items():
        out[f"swapped_{kind}"] = round(100 * lost / n, 2)
        print(f"{kind:7} {edits:5} words swapped: {lost} of {n} relations have no counterpart, {100 * lost / n:.2f} %")
    return out


def show_resolution(run):
    figures, trusted = resolution.measure(run.folder, run.model)
    print(f"{'':24}" + "".join(f"{name:>16}" for name in resolution.FIELDS))
    for name, of in figures.items():
        print(f"{name:24}" + "".join(f"{of[field]:16.1f}" if field in of else f"{'':16}" for field in resolution.FIELDS))
    for place, name in enumerate(("gold spans", "end to end")):
        print(f"bar, {name:19}" + "".join(f"{RESOLUTION_BARS[field][place] or '-':>16}" for field in resolution.FIELDS))
    print(f"\n{'calibration error / ROC area':36}{'speaker':>16}{'sourcing':>16}")
    for name, of in trusted.items():
        print(f"{name:36}" + "".join(f"{f'{error} / {area}':>16}" for error, area in of.values()))
    print(f"{'bar, cross-fitted (train/hints.py)':36}{'0.06 / 0.70':>16}{'0.06 / 0.70':>16}")
    return {"resolution": figures, "trust": trusted}


def show_processors(run):
    other = places.quotes(run.model, places.dev(run.folder), places.output("dev.avx2.jsonl"), {"ONEDNN_MAX_CPU_ISA": "AVX2"})
    same = filecmp.cmp(run.whole, other, shallow=False)
    print("yes, byte for byte" if same else "NO")
    return {"same_under_avx2": same}


PARTS = {
    "relations": ("PolNeAR dev", show_relations),
    "confidence": ("Confidence of the relations found in PolNeAR dev", show_confidence),
    "links": ("Spans of ecb-plus/links.jsonl that a found content covers by half", show_links),
    "gum": ("Attributions of GUM dev that a found statement covers", show_gum),
    "swaps": ("Relations of PolNeAR dev that go when names are swapped", show_swaps),
    "resolution": ("What is recorded of statements, on resolution/dev.jsonl", show_resolution),
    "processors": ("The same statements under ONEDNN_MAX_CPU_ISA=AVX2", show_processors),
}


def show_bars(figures):
    print(f"\n== Against the bars\n{'':20}{'measured':>10}{'bar':>8}")
    for name, bar in BARS.items():
        if name in figures:
            met = figures[name] <= bar if name in LOWER_IS_BETTER else figures[name] >= bar
            print(f"{name:20}{figures[name]:10}{bar:8}  {'met' if met else 'not met'}")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    p.add_argument("--data", default=os.path.join(places.PROJECT, "..", "shared"))
    p.add_argument("--model", default=places.MODEL)
    a = p.parse_args()
    unknown = set(a.parts) - set(PARTS)
    if unknown:
        p.error(f"no such part: {', '.join(unknown)}")
    run, figures = Run(os.path.abspath(a.data), a.model), {}
    for part in a.parts or PARTS:
        title, show = PARTS[part]
        print(f"\n== {title}", flush=True)
        figures |= show(run)
    show_bars(figures)
    with open(places.output("figures.json"), "w", encoding="utf-8") as f:
        json.dump(figures, f, indent=2)
        f.write("\n")


if __name__ == "__main__":
    main()
