"""A file includes its own folder, base/, the public header, and the headline header (X/X.h) of
folders to its left in the order of the data. cli/ and examples/ see only what a user sees, which
proves that the public header suffices; cli/ may use base/ besides."""

import os
import pathlib
import re
import sys

ROOT = pathlib.Path(os.environ.get("SOURCE_DIR", "."))
STAGES = ["read", "segment", "model", "attribute", "resolve", "identify", "link", "reason", "store", "engine"]


def allowed(folder, header):
    if header == "hearsay.h":
        return True
    if header.startswith(f"{folder}/") or (header.startswith("base/") and folder != "examples"):
        return True
    if folder in STAGES:
        return header in [f"{left}/{left}.h" for left in STAGES[: STAGES.index(folder)]]
    return False


def main():
    wrong = []
    files = [*ROOT.glob("src/**/*.[ch]"), *ROOT.glob("examples/**/*.[ch]")]
    for file in sorted(files):
        place = file.relative_to(ROOT)
        folder = place.parts[0] if place.parts[0] == "examples" else place.parts[1]
        if folder not in [*STAGES, "base", "cli", "examples"]:
            wrong.append(f"{place}: {folder}/ is not a stage")
        for number, line in enumerate(file.read_text().splitlines(), 1):
            include = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
            if include and not allowed(folder, include[1]):
                wrong.append(f"{place}:{number}: {folder}/ must not include {include[1]}")
    print("\n".join(wrong) or f"{len(files)} files keep the directions")
    sys.exit(bool(wrong) or not files)


main()
