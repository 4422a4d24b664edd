"""Runs the program as its users do, for the tests in tests/cli/.

A case is written as tests/cases/README.md says; its sections are a script for sh, what it prints,
what it prints on standard error, and its exit status (0 if that is left out)."""

import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ["SOURCE_DIR"])
PROGRAM = pathlib.Path(os.environ["HEARSAY"])
SKIPPED = 77
TIME = re.compile(rb" in [0-9.]+ s( \([0-9,]+ words/s\))?")


def need_model():
    """Ends the test, as skipped, where there is no model to read with."""
    if not os.path.exists(os.environ["HEARSAY_MODEL"]):
        print(f"skipped: there is no {os.environ['HEARSAY_MODEL']}")
        sys.exit(SKIPPED)


def environment(**more):
    kept = {name: os.environ[name] for name in ("HOME", "HEARSAY_MODEL", "ASAN_OPTIONS", "TSAN_OPTIONS") if name in os.environ}
    path = f"{PROGRAM.parent}:{os.environ['PATH']}"
    return {"PATH": path, "LC_ALL": "C.UTF-8", "ROOT": str(ROOT), **kept, **more}


def output(*command):
    """What a command prints that goes well."""
    return subprocess.run(command, env=environment(), stdout=subprocess.PIPE, text=True, check=True).stdout


def commands():
    """The names in the list of commands, but for help."""
    overview = output("hearsay", "--help")
    names = re.findall(r"^  (\w+) ", overview.split("Commands:")[1].split("Options:")[0], re.MULTILINE)
    assert "quotes" in names, overview
    return [name for name in names if name != "help"]


def cases(stage):
    """(place, name, sections) of every case; bytes."""
    for file in sorted((ROOT / "tests/cases" / stage).glob("*.txt")):
        for part in re.split(rb"^=== ", file.read_bytes(), flags=re.MULTILINE)[1:]:
            name, _, rest = part.partition(b"\n")
            sections = [s.strip(b"\n") for s in re.split(rb"^---(?:\n|\Z)", rest, flags=re.MULTILINE)]
            written = re.compile(rb"<0x([0-9A-F]{2})>")
            yield file.name, name.decode(), [
                written.sub(lambda byte: bytes.fromhex(byte[1].decode()), s) for s in sections]


def run(script):
    """What a script prints, on both, and its status; in an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(["sh"], input=script, cwd=folder, env=environment(),
                              capture_output=True, timeout=120, check=False)
        return done.stdout, done.stderr, done.returncode


def differences(title, wanted, got):
    if wanted == got:
        return []
    lines = difflib.unified_diff(wanted.decode(errors="replace").splitlines(),
                                 got.decode(errors="replace").splitlines(), "expected", "got", lineterm="")
    return [f"  {title}:", *(f"    {line!r}"[:-1] for line in lines)]


def run_cases(stage):
    """Runs them all and ends the test. A time that the program took is written ` in TIME`."""
    count, wrong = 0, 0
    for file, name, sections in cases(stage):
        sections += [b""] * (4 - len(sections))
        out, errors, status = run(sections[0])
        told = [*differences("output", sections[1], out.strip(b"\n")),
                *differences("standard error", sections[2], TIME.sub(b" in TIME", errors).strip(b"\n")),
                *differences("exit status", sections[3] or b"0", str(status).encode())]
        count += 1
        if told:
            wrong += 1
            print(f"{file}: {name}", *told, sep="\n")
    print(f"{count} cases, {wrong} failed")
    sys.exit(wrong > 0 or count == 0)
