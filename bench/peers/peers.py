"""Other programs that find quotations: how each is installed, into build/peers, and called.

Each gives a function that makes the command which reads the documents of one JSONL file and writes what it found
to another, as shared/eval/score.py reads it.
"""
import hashlib
import json
import os
import subprocess
import sys
import urllib.request

PEERS = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(os.path.dirname(PEERS))
WORK = os.path.join(PROJECT, "build", "peers")
MAVEN = "https://repo1.maven.org/maven2"
ALONE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}  # what keeps numpy on one thread
SENTENCE = "“It is a very fine day,” said Ms. Ortova."
# Without what only its names and coreference need: the quotations are the same, the speakers fewer.
PLAIN_CORENLP = ("annotators=tokenize,ssplit,pos,lemma,ner,depparse,quote", "ner.applyFineGrained=false")


def write_sentence(folder):
    """One document of one sentence, for what it takes to start; one that makes a program load all that it loads late."""
    path = os.path.join(folder, "sentence.jsonl")
    with open(path, "w", encoding="utf-8") as f:
        f.write(json.dumps({"id": "sentence", "text": SENTENCE}) + "\n")
    return path


def environment(name, requirements):
    """The Python of an environment of its own, with what is wanted from PyPI; made where it is missing."""
    folder = os.path.join(WORK, name)
    python, ready = os.path.join(folder, "bin", "python"), os.path.join(folder, "ready")
    if not os.path.exists(ready):
        print(f"Installing {requirements} from PyPI into {folder} ...", flush=True)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", os.path.join(PEERS, requirements)], check=True)
        open(ready, "w").close()
    return python


def textacy(*options):
    python = environment("textacy", "requirements.txt")
    return lambda documents, found: [python, os.path.join(PEERS, "textacy_quotes.py"), documents, found, *options]


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as f:
        while block := f.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def fetch(url, path, expected):
    """A file; one that is not what it should be is refused, and does not stay."""
    part = path + ".part"
    urllib.request.urlretrieve(url, part)
    if sha256(part) != expected:
        os.unlink(part)
        raise OSError(f"{url} is not the file that it was")
    os.rename(part, path)


def corenlp(*settings, adapter="CoreNlpQuotes.java"):
    folder = os.path.join(WORK, "corenlp")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(PEERS, "corenlp.txt"), encoding="utf-8") as f:
        jars = [line.split() for line in f if not line.startswith("#")]
    missing = [(digest, place) for digest, place in jars if not os.path.exists(os.path.join(folder, os.path.basename(place)))]
    if missing:
        print(f"Fetching CoreNLP (0.5 GB) from Maven Central into {folder} ...", flush=True)
    for digest, place in missing:
        fetch(f"{MAVEN}/{place}", os.path.join(folder, os.path.basename(place)), digest)
    source = os.path.join(PEERS, adapter)
    return lambda documents, found: ["java", "-Xmx6g", "-cp", os.path.join(folder, "*"), source, documents, found, *settings]


def try_to(do, *arguments):
    """None, with a line that says why, where something cannot be installed, or fails: the others do not wait for it."""
    try:
        return do(*arguments)
    except (OSError, subprocess.CalledProcessError) as problem:
        print(f"Left out: {problem}", flush=True)
        return None
