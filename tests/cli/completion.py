"""The shells take their scripts, and a press of Tab completes: in bash and zsh as typed on a
terminal, in fish as it tells when it is asked. A shell that is not installed is left out."""

import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(os.environ["SOURCE_DIR"]) / "tests/support"))
import program

# What is typed before Tab, and what stands there afterwards.
TYPED = {
    "hearsay quo": "hearsay quotes ",
    "hearsay --ver": "hearsay --version ",
    "hearsay quotes --min": "hearsay quotes --min-confidence=",
    "hearsay quotes --format=js": "hearsay quotes --format=jsonl ",
    "hearsay quotes --format ht": "hearsay quotes --format html ",
    "hearsay quotes --color=al": "hearsay quotes --color=always ",
    "hearsay quotes -o art": "hearsay quotes -o article.txt ",
    "hearsay quotes --quiet art": "hearsay quotes --quiet article.txt ",
    "hearsay completion z": "hearsay completion zsh ",
    "hearsay help com": "hearsay help completion ",
}
SHELLS = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
}
BEGIN = {
    "bash": "PS1='> '; bind 'set bell-style none'; bind 'set enable-bracketed-paste off'\n",
    "zsh": "PS1='> '; unsetopt beep; autoload -U compinit; compinit -D; unset zle_bracketed_paste\n",
}
PATIENCE = 60  # seconds: much else may run on the machine


class Terminal:
    """A shell that believes that somebody types."""

    def __init__(self, shell, folder):
        self.child, self.file = pty.fork()
        if self.child == 0:
            os.chdir(folder)
            os.execvpe(shell, SHELLS[shell], program.environment(TERM="dumb", HOME=folder))

    def type(self, text):
        os.write(self.file, text.encode())

    def wait_for(self, pattern):
        """What was shown until then; all of it where the time is up."""
        shown, end = "", time.monotonic() + PATIENCE
        while time.monotonic() < end and not re.search(pattern, shown):
            if select.select([self.file], [], [], 0.1)[0]:
                shown += os.read(self.file, 4096).decode(errors="replace")
        return shown

    def close(self):
        os.close(self.file)
        os.waitpid(self.child, 0)


def wrong_on_terminal(shell, script, folder):
    """The completed line becomes the word that a function of our own prints, so that what is looked
    at is what the shell would run, and not how it drew it."""
    terminal = Terminal(shell, folder)
    terminal.type(BEGIN[shell] + f"source {script}\n")
    terminal.type("hearsay() { printf '<%s>' hearsay \"$@\"; echo; }; echo rea''dy\n")
    terminal.wait_for("ready")
    for typed, wanted in TYPED.items():
        terminal.type(typed + "\t!\n")  # the mark shows whether a space came before it
        line = "".join(f"<{word}>" for word in f"{wanted}!".split(" "))
        shown = terminal.wait_for(r"<hearsay>.*>\r?\n")
        if line not in shown:
            yield f"{shell}: {typed!r} and Tab: {line} was not run: {shown!r}"
    terminal.close()


def wrong_in_fish(script, folder):
    for typed, wanted in TYPED.items():
        ask = subprocess.run(["fish", "--no-config", "-c", f"source {script}; complete -C {typed!r}"],
                             cwd=folder, env=program.environment(HOME=folder), capture_output=True, text=True, check=False)
        offered = [line.split("\t")[0] for line in ask.stdout.splitlines()]
        if wanted.split(" ")[-2 if wanted.endswith(" ") else -1].rstrip("=") not in offered:
            yield f"fish: {typed!r}: {offered} {ask.stderr}"


def wrong(shell, folder):
    script = pathlib.Path(folder) / f"hearsay.{shell}"
    script.write_text(program.output("hearsay", "completion", shell))
    read = subprocess.run([shell, "-n", script], capture_output=True, text=True, check=False)
    if read.returncode != 0 or read.stderr:
        yield f"{shell} does not take its script: {read.stderr}"
    elif shell == "fish":
        yield from wrong_in_fish(script, folder)
    else:
        yield from wrong_on_terminal(shell, script, folder)


def main():
    found = []
    for shell in ["bash", "zsh", "fish"]:
        if shutil.which(shell) is None:
            print(f"{shell} is not installed")
            continue
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "article.txt").touch()
            found += wrong(shell, folder)
    print("\n".join(found) or "every shell completes")
    sys.exit(bool(found))


main()
