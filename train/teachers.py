#!/usr/bin/env python3
"""`make teach`: fit the teachers and write down what they say, in train/taught/. Resumes where it was stopped.

usage: teachers.py --data SHARED [--at-once N]
"""
import argparse
import os
import subprocess
import sys

import common

FOLDS = 4
# Two teachers a fold, which differ in their seed and in how fast they learn.
PACES = (("--rate", "5e-5", "--head-rate", "5e-4"), ("--rate", "8e-5", "--head-rate", "8e-4"))
SETTINGS = ("--kind", "teacher", "--window", "512", "--epochs", "5", "--masked", "0.1", "--retyped", "0.2", "--doubtful",
            "--average", "0.995")


def side_by_side(commands, at_once):
    """Run them all, so many at once; stop at the first that fails."""
    waiting, running = list(commands), []
    while waiting or running:
        while waiting and len(running) < at_once:
            running.append(subprocess.Popen([sys.executable, *map(str, waiting.pop(0))]))
        first = running.pop(0)
        if first.wait():
            for other in running:
                other.terminate()
            sys.exit(f"{first.args[1]} failed")


def fits(data, features):
    """-> (the commands that fit the teachers, the checkpoints of all: fold by fold, and once more)"""
    commands, made = [], []
    for round_, pace in enumerate(PACES, 1):
        for fold in range(FOLDS):
            out = os.path.join(common.WORK, f"teacher{round_}{fold}")
            made.append(os.path.join(out, "model.pt"))
            commands.append([os.path.join(common.HERE, "fit.py"), *SETTINGS, *pace, "--fold", f"{fold}/{FOLDS}",
                             "--seed", f"{round_}{fold}", "--weights", common.mpnet(), "--features", features,
                             "--gold", common.polnear(data, "train"), "--out", out])
    return commands, made


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", required=True)
    p.add_argument("--at-once", type=int, default=1, help="teachers fitted side by side; 8 fit on a large GPU")
    a = p.parse_args()
    features = common.features(a.data, "train")
    commands, teachers = fits(a.data, features)
    side_by_side(commands, a.at_once)
    teach = os.path.join(common.HERE, "teach.py")
    side_by_side([
        [teach, "--features", features, "--gold", common.polnear(a.data, "train"), "--folds", FOLDS,
         "--out", common.taught("polnear-train"), *teachers],
        [teach, "--features", common.features(a.data, "articles"), "--out", common.taught("articles"), *teachers],
    ], a.at_once)


if __name__ == "__main__":
    main()
