#!/usr/bin/env python3
"""`make eval`: what the model scores, and whether the program agrees with PyTorch.

usage: eval.py --data SHARED [--checkpoint MODEL.pt]
"""
import argparse
import filecmp
import glob
import json
import os

import common


def relations(shared):
    predicted = os.path.join(common.WORK, "dev.predicted.jsonl")
    dev = common.polnear(shared, "dev")
    common.quotes(common.MODEL, predicted, dev)
    print("== PolNeAR dev, from the program")
    print(common.scores(shared, predicted), end="")
    print(common.scores(shared, predicted, "--direct"), end="")
    print("== where relations are lost")
    common.python(os.path.join(os.path.abspath(shared), "eval", "where_lost.py"), dev, predicted)
    other = os.path.join(common.WORK, "dev.avx2.jsonl")
    common.quotes(common.MODEL, other, dev, environment={"ONEDNN_MAX_CPU_ISA": "AVX2"})
    print("== the same statements under ONEDNN_MAX_CPU_ISA=AVX2:", "yes, byte for byte" if filecmp.cmp(predicted, other, shallow=False) else "NO")
    return json.loads(common.scores(shared, predicted, "--json"))


def against_torch(shared, checkpoint, ours):
    features = common.features(shared, "dev")
    print("== scores of the program against PyTorch")
    scores = os.path.join(common.WORK, "dev.scores.jsonl")
    with open(scores, "w", encoding="utf-8") as out:
        common.run([os.path.join(common.BUILD, "hearsay-scores"), common.MODEL, features], stdout=out)
    common.python("compare_scores.py", checkpoint, features, scores)
    predicted = os.path.join(common.WORK, "dev.torch.jsonl")
    common.python("predict.py", checkpoint, features, predicted, "--window", common.WINDOW)
    theirs = json.loads(common.scores(shared, predicted, "--json"))
    print(f"relation F1: program {100 * ours['relation'][2]:.1f}, PyTorch {100 * theirs['relation'][2]:.1f}")


def newest_checkpoint():
    found = sorted(glob.glob(os.path.join(common.WORK, "*", "model.pt")), key=os.path.getmtime)
    return found[-1] if found else None


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", required=True)
    p.add_argument("--checkpoint", help="the weights that models/hearsay.model was made of; else the newest in build/train")
    a = p.parse_args()
    os.makedirs(common.WORK, exist_ok=True)
    ours = relations(a.data)
    checkpoint = a.checkpoint or newest_checkpoint()
    if checkpoint:
        against_torch(a.data, checkpoint, ours)
    else:
        print("== no checkpoint: `make train` leaves one, to hold the program against PyTorch")
    print("== pieces and offsets against PyPI's tokenizers")
    common.python("compare_pieces.py", a.data)


if __name__ == "__main__":
    main()
