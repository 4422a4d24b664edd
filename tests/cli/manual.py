"""The manual page names every option and value of every command's --help, and mandoc finds nothing
wrong with it but that it bears a version and no date."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(os.environ["SOURCE_DIR"]) / "tests/support"))
import program

NO_DATE = "WARNING: missing date"


def hearsay(*arguments):
    return program.output("hearsay", *arguments)


def words(text):
    return re.sub(r"\s+", " ", text)


def missing(page):
    """Every line of --help, but for the headings that the page has in other words."""
    shown = words(page)
    for command in program.commands():
        for paragraph in re.split(r"\n\n|\n(?= {2,6}\S)", hearsay(command, "--help")):
            text = words(re.sub(r"^(Usage|Options|Examples|Exit status|Environment): *", "", paragraph.strip()))
            if text not in shown and not all(words(line) in shown for line in paragraph.splitlines()):
                yield f"{command}: not in the manual: {text}"


def complaints(source):
    if shutil.which("mandoc") is None:
        print("not checked by mandoc, which is not installed")
        return []
    lint = subprocess.run(["mandoc", "-T", "lint"], input=source, stdout=subprocess.PIPE, text=True, check=False)
    return [line for line in lint.stdout.splitlines() if NO_DATE not in line]


def as_text(source):
    """What the reader sees, by the few rules of troff that the page needs."""
    text = re.sub(r"^\.(TH|SH|SS|TP|PP|br) ?", "", source, flags=re.MULTILINE)
    return re.sub(r"\\f[BIR]|\\&", "", text).replace("\\-", "-").replace("\\e", "\\")


def main():
    source = hearsay("man")
    wrong = [*missing(as_text(source)), *complaints(source)]
    print("\n".join(wrong) or f"{len(source.splitlines())} lines, all well")
    sys.exit(bool(wrong))


main()
