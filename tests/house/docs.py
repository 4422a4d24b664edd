"""What docs/ show is so: the C on its pages is part of examples/c/quotes.c, the names on them are in
the header, and the JSON of docs/format.md has the keys, in their order, that documents are written
with (tests/cases/engine/json.txt, which the engine's own test checks)."""

import json
import os
import pathlib
import re
import sys

ROOT = pathlib.Path(os.environ.get("SOURCE_DIR", "."))
PAGES = [*ROOT.glob("docs/*.md"), *ROOT.glob("*.md")]


def blocks(page, language):
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(), re.DOTALL | re.MULTILINE)


def wrong_code(example):
    for page in PAGES:
        for block in blocks(page, "c"):
            if block not in example:
                yield f"{page.name}: not in examples/c/quotes.c: {block.splitlines()[0]}"


def wrong_names(header):
    known = set(re.findall(r"\w+", header))
    for page in PAGES:
        for name in set(re.findall(r"\b(?:hearsay_\w*[a-z]|HEARSAY_WITH_\w+)\b", page.read_text())):
            if name not in known:
                yield f"{page.name}: hearsay.h has no {name}"


def shape(value):
    """Objects as pairs, so that order counts; lists by their first item; no values."""
    if isinstance(value, dict):
        return [(key, shape(inner)) for key, inner in value.items()]
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [shape(value[0])]
    return None


def wrong_json(page, cases):
    shown = json.loads(blocks(page, "json")[0])
    del shown["text"]  # written on demand only
    for each in shown["statements"]:
        each["why"] = []  # the cases are not resolved
    lines = [json.loads(line) for line in cases.read_text().splitlines() if line.startswith("{")]
    written = next(line for line in lines if line["statements"] and not line["flags"])
    if shape(shown) != shape(written):
        yield f"{page.name}: the example's keys are not those that are written"


def main():
    wrong = [
        *wrong_code((ROOT / "examples/c/quotes.c").read_text()),
        *wrong_names((ROOT / "include/hearsay.h").read_text()),
        *wrong_json(ROOT / "docs/format.md", ROOT / "tests/cases/engine/json.txt"),
    ]
    print("\n".join(wrong) or f"{len(PAGES)} pages tell what is so")
    sys.exit(bool(wrong))


main()
