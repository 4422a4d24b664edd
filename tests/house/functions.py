"""No function is longer than a screen, 60 lines, without `/* long: reason */` just above it.

clang-format keeps the code in a form that needs no parser: a function begins with an unindented
line, its body opens at the end of an unindented line and closes with a `}` of its own."""

import os
import pathlib
import re
import sys

ROOT = pathlib.Path(os.environ.get("SOURCE_DIR", "."))
FOLDERS = ["src", "include", "examples", "tests", "bench", "fuzz"]
LIMIT = 60
OPENS = re.compile(r"(?!struct\b|enum\b|union\b|typedef\b|extern\b)[A-Za-z_\s].*\)\s*\{$")


def functions(lines):
    """The first and last line (from 0) of each function."""
    begin = None
    for number, line in enumerate(lines):
        if begin is None and OPENS.match(line):
            begin = number
            while begin > 0 and re.match(r"[A-Za-z_\s].*[^;}:]$", lines[begin - 1]):
                begin -= 1
        elif begin is not None and line.startswith("}"):
            yield begin, number
            begin = None


def has_reason(lines, begin):
    above = "\n".join(lines[max(0, begin - 5) : begin])
    return re.search(r"/\* long: [^/]+\*/\s*$", above) is not None


def main():
    wrong, lengths = [], []
    for file in sorted(f for folder in FOLDERS for f in (ROOT / folder).glob("**/*.[ch]")):
        lines = file.read_text().splitlines()
        for begin, end in functions(lines):
            lengths.append(end - begin + 1)
            if lengths[-1] > LIMIT and not has_reason(lines, begin):
                place = file.relative_to(ROOT)
                wrong.append(f"{place}:{begin + 1}: a function of {lengths[-1]} lines")
    lengths.sort()
    print("\n".join(wrong) or "no function is too long")
    print(f"{len(lengths)} functions, median {lengths[len(lengths) // 2]} lines, "
          f"90th percentile {lengths[len(lengths) * 9 // 10]}, longest {lengths[-1]}")
    sys.exit(bool(wrong))


main()
