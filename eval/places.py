"""Where things lie, and how the program and the scorers are called."""
import importlib.util
import json
import os
import subprocess
import sys

PROJECT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HEARSAY = os.path.join(PROJECT, "build", "release", "hearsay")
MODEL = os.path.join(PROJECT, "models", "hearsay.model")
WORK = os.path.join(PROJECT, "build", "eval")


def shared(folder, *parts):
    """A file of the labelled data, which must be there."""
    path = os.path.join(folder, *parts)
    if not os.path.exists(path):
        sys.exit(f"{path} is missing: say where the labelled data lie, as in `make eval DATA=../shared`")
    return path


def dev(folder):
    return shared(folder, "data", "polnear", "dev.jsonl")


def read(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def write(path, rows):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as f:
        f.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return path


def output(name):
    """Where what was made along the way is left for a look."""
    os.makedirs(WORK, exist_ok=True)
    return os.path.join(WORK, name)


def quotes(model, documents, found, environment=None, relations=None):
    """Runs the program on the documents of a file; -> what it found, a document a line. With `relations`
    it takes the statements' spans from that file."""
    command = [HEARSAY, "quotes", "--model", model, "--format", "jsonl", "--quiet", "--progress", "never",
               "-o", found, documents, *(["--relations", relations] if relations else [])]
    subprocess.run(command, check=True, env={**os.environ, **(environment or {})})
    return found


def score(folder, gold, found, *options):
    """What shared/eval/score.py prints."""
    command = [sys.executable, shared(folder, "eval", "score.py"), gold, found, *options]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def scorer(folder):
    """shared/eval/score.py as a module, for its alignment and its `relation`."""
    spec = importlib.util.spec_from_file_location("score", shared(folder, "eval", "score.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
