"""What the libraries show to those who link them: hearsay_* and nothing else, in the shared library
and in the archive, and just what the public header declares."""

import os
import pathlib
import re
import subprocess
import sys

SOURCE, BUILD = (pathlib.Path(os.environ[name]) for name in ("SOURCE_DIR", "BUILD_DIR"))


def shown(*nm_arguments):
    lines = subprocess.run(["nm", "--defined-only", "--format=posix", *nm_arguments],
                           check=True, capture_output=True, text=True).stdout.splitlines()
    return {line.split()[0] for line in lines if len(line.split()) > 1}


def declared():
    header = (SOURCE / "include/hearsay.h").read_text()
    return set(re.findall(r"^HEARSAY_API\b[^;]*?\b(hearsay_\w+)\(", header, re.MULTILINE))


def main():
    wrong = []
    for library, symbols in {
        "libhearsay.so": shown("--dynamic", BUILD / "libhearsay.so"),
        "libhearsay.a": shown("--extern-only", BUILD / "libhearsay.a"),
    }.items():
        wrong += [f"{library} shows {name}" for name in sorted(symbols - declared())]
        wrong += [f"{library} lacks {name}" for name in sorted(declared() - symbols)]
        print(f"{library}: {len(symbols)} symbols")
    print("\n".join(wrong))
    sys.exit(bool(wrong))


main()
