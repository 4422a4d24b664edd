#!/usr/bin/env python3
"""Whether the program agrees with PyTorch, and with PyPI's tokenizers; part of `make eval`.

usage: agreement.py --data SHARED [--checkpoint MODEL.pt]
"""
import argparse
import glob
import json
import os

import common


def against_torch(shared, checkpoint):
    features = common.features(shared, "dev")
    print("\n== Scores of the program against PyTorch")
    scores = os.path.join(common.WORK, "dev.scores.jsonl")
    with open(scores, "w", encoding="utf-8") as out:
        common.run([os.path.join(common.BUILD, "hearsay-scores"), common.MODEL, features], stdout=out)
    common.python("compare_scores.py", checkpoint, features, scores)
    found = {"the program's scores": os.path.join(common.WORK, "dev.decoded.jsonl"),
             "PyTorch's": os.path.join(common.WORK, "dev.torch.jsonl")}
    for path, source in zip(found.values(), (scores, checkpoint)):
        common.python("predict.py", source, features, path, "--window", common.WINDOW)
    f1 = {name: 100 * json.loads(common.scores(shared, path, "--flat", "--json"))["relation"][2] for name, path in found.items()}
    print("relation F1, decoded alike, without rules or a floor: " + ", ".join(f"{name} {figure:.1f}" for name, figure in f1.items()))


def newest_checkpoint():
    """Of a round of `make train`; the teachers, whose checkpoints lie there too, are other networks."""
    found = glob.glob(os.path.join(common.WORK, "round*", "model.pt"))
    return max(found, key=os.path.getmtime, default=None)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", required=True)
    p.add_argument("--checkpoint", help="the weights that models/hearsay.model was made of; else the newest in build/train")
    a = p.parse_args()
    os.makedirs(common.WORK, exist_ok=True)
    checkpoint = a.checkpoint or newest_checkpoint()
    if checkpoint:
        against_torch(a.data, checkpoint)
    else:
        print("\n== No checkpoint: `make train` leaves one, to hold the program against PyTorch")
    print("\n== Pieces and offsets against PyPI's tokenizers")
    common.python("compare_pieces.py", a.data)


if __name__ == "__main__":
    main()
