#!/usr/bin/env python3
"""Hold the program's word pieces against PyPI's `tokenizers`: the same pieces at the same places.

usage: compare_pieces.py SHARED [--pieces PROGRAM]     every text in SHARED/data and SHARED/seeds
       compare_pieces.py --sample VOCABULARY CASES     writes what tests/cases/segment/pieces.txt expects

Both are given what the program shows of a text, so that Markdown plays no part. `tokenizers` knows
no special tokens here: "[SEP]" in a text is three words, as a text must not act.
"""
import argparse
import gzip
import itertools
import json
import os
import re
import subprocess
import sys

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

import common

SHOWN = 20  # differences that are told
BATCH = 4_000_000  # characters that are compared at a time


def tokenizer(vocabulary):
    with open(vocabulary, encoding="utf-8") as f:
        ids = {piece: i for i, piece in enumerate(f.read().split("\n")) if piece}
    made = Tokenizer(models.WordPiece(ids, unk_token="[UNK]", max_input_chars_per_word=100))
    made.normalizer = normalizers.BertNormalizer(clean_text=True, handle_chinese_chars=True, lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


def read(path):
    opened = gzip.open if path.endswith(".gz") else open
    try:
        with opened(path, "rb") as f:
            return f.read().decode("utf-8")
    except (UnicodeDecodeError, OSError, EOFError):
        return None  # a picture, an archive, another encoding


def texts_of(path):
    whole = read(path)
    if whole is None:
        return []
    if path.endswith(".jsonl"):
        documents = [json.loads(line) for line in whole.splitlines()]
        return [d["text"] for d in documents if isinstance(d.get("text"), str)]
    if path.endswith(".conllu"):
        return ["\n".join(re.findall(r"^# text = (.*)$", whole, re.M))]
    return [whole]


def files(folder):
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(place, name)
            if not re.search(r"/gum/(coref|rst)/", path):  # the texts of /gum/dep/ once more
                yield path


def segmented(program, texts):
    """What the program shows of each text, with its pieces."""
    lines = "".join(json.dumps({"id": str(i), "text": t}) + "\n" for i, t in enumerate(texts))
    vocabulary = os.path.join(common.minilm(), "vocab.txt")
    done = subprocess.run([program, "--shown", vocabulary, common.ABBREVIATIONS, "-"], input=lines.encode(),
                          stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def pieces(ids, begin, end):
    return list(zip(ids, begin, end))


def first_difference(shown, ours, theirs):
    for a, b in itertools.zip_longest(ours, theirs):
        if a != b:
            at = min(x[1] for x in (a, b) if x)
            return f"{a} here, {b} there, in {ascii(shown[max(0, at - 10):at + 15])}"


def batches(folder):
    """Lists of (path, text)."""
    batch, size = [], 0
    for path in files(folder):
        for text in texts_of(path):
            batch.append((path, text))
            size += len(text)
        if size > BATCH:
            yield batch
            batch, size = [], 0
    yield batch


def compare(make, program, folder):
    texts, count, wrong = 0, 0, []
    for batch in batches(folder):
        texts += len(batch)
        for (path, _), doc in zip(batch, segmented(program, [text for _, text in batch]), strict=True):
            theirs = make.encode(doc["shown"])
            theirs = pieces(theirs.ids, (b for b, _ in theirs.offsets), (e for _, e in theirs.offsets))
            ours = pieces(doc["ids"], doc["begin"], doc["end"])
            count += len(ours)
            if ours != theirs:
                wrong.append(f"{os.path.relpath(path, folder)}: {first_difference(doc['shown'], ours, theirs)}")
    print(f"{os.path.basename(folder):20} {texts:5} texts {count:9} pieces, {len(wrong)} texts differ", flush=True)
    for line in wrong[:SHOWN]:
        print("   ", line)
    return len(wrong)


def sample(vocabulary, cases):
    """Writes the second section of every case anew: begin, end in bytes, and piece."""
    make = tokenizer(vocabulary)
    with open(cases, encoding="utf-8", newline="") as f:
        head, *rest = re.split(r"^(?==== )", f.read(), flags=re.M)
    with open(cases, "w", encoding="utf-8", newline="") as f:
        f.write(head)
        for case in rest:
            name, _, text = case.split("\n---\n")[0].rstrip("\n").partition("\n")
            f.write(f"{name}\n{text}\n---\n{expected(make, unescaped(text))}\n")


def unescaped(text):
    raw = re.sub(rb"<0x([0-9A-Fa-f]{2})>", lambda m: bytes([int(m[1], 16)]), text.encode())
    return raw.decode()


def expected(make, text):
    found = make.encode(text)
    at = lambda position: len(text[:position].encode())
    return "".join(f"{at(b)} {at(e)} {make.id_to_token(i)}\n" for i, (b, e) in zip(found.ids, found.offsets))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("shared", nargs="?")
    p.add_argument("--pieces", default=os.path.join(common.BUILD, "hearsay-pieces"))
    p.add_argument("--sample", nargs=2, metavar=("VOCABULARY", "CASES"))
    a = p.parse_args()
    if a.sample:
        return sample(*a.sample)
    if not a.shared:
        p.error("which folder?")
    make = tokenizer(os.path.join(common.minilm(), "vocab.txt"))
    data = os.path.join(a.shared, "data")
    folders = [os.path.join(data, name) for name in sorted(os.listdir(data))] + [os.path.join(a.shared, "seeds")]
    wrong = sum([compare(make, a.pieces, folder) for folder in folders])
    print("all pieces are the same" if wrong == 0 else f"{wrong} texts differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
