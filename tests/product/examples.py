"""What the program finds in examples/ against the statements marked by hand, and alike on every processor.

A found statement is right if its content and a marked one's share half their letters and digits, both
together, and if their sources share a character or are both absent; each marked one counts once. The
floors lie a little below what the present model reaches: they catch what breaks, and do not praise it.
"""
import json
import os
import subprocess
import sys
import tempfile

HEARSAY, MODEL = os.environ["HEARSAY"], os.environ["HEARSAY_MODEL"]
EXPECTED = os.path.join(os.environ["SOURCE_DIR"], "examples", "expected", "statements.jsonl")
RECALL_FLOOR, PRECISION_FLOOR = 0.62, 0.82


def quotes(path, **environment):
    out = subprocess.run([HEARSAY, "quotes", "--quiet", "--format", "jsonl", path], check=True,
                         stdout=subprocess.PIPE, env={**os.environ, **environment})
    return [json.loads(line) for line in out.stdout.splitlines()]


def letters(spans, text):
    return {i for s, e in spans for i in range(s, e) if text[i].isalnum()}


def same(found, marked, text):
    a, b = letters(found["content"], text), letters(marked["content"], text)
    c, d = letters(found["source"], text), letters(marked["source"], text)
    return a | b and len(a & b) >= 0.5 * len(a | b) and (bool(c & d) or not (c or d))


def score(found, expected):
    right = total_found = total_marked = 0
    for doc, gold in zip(found, expected):
        assert doc["id"] == gold["id"], (doc["id"], gold["id"])
        left = list(gold["statements"])
        total_found, total_marked = total_found + len(doc["statements"]), total_marked + len(left)
        for statement in doc["statements"]:
            match = next((m for m in left if same(statement, m, gold["text"])), None)
            if match:
                right += 1
                left.remove(match)
    return right / total_marked, right / total_found


def main():
    if not os.path.exists(MODEL):
        sys.exit("the model is missing: " + MODEL)
    with open(EXPECTED, encoding="utf-8") as f:
        expected = [json.loads(line) for line in f]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "texts.jsonl")
        with open(path, "w", encoding="utf-8") as f:
            for d in expected:
                f.write(json.dumps({"id": d["id"], "text": d["text"]}) + "\n")
        found = quotes(path)
        recall, precision = score(found, expected)
        print(f"recall {recall:.3f}, precision {precision:.3f}")
        assert recall >= RECALL_FLOOR and precision >= PRECISION_FLOOR
        for isa in ("AVX2", "SSE41"):
            assert quotes(path, ONEDNN_MAX_CPU_ISA=isa) == found, isa
            print("the same statements and confidences under", isa)


main()
