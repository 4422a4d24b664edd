"""The program on a terminal: its width, colours, progress, and Ctrl-C."""

import fcntl
import os
import pathlib
import pty
import re
import select
import signal
import struct
import sys
import tempfile
import termios
import time

sys.path.insert(0, str(pathlib.Path(os.environ["SOURCE_DIR"]) / "tests/support"))
import program

ARTICLE = program.ROOT / "examples/articles/ferry-memo.md"
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


class Terminal:
    """The program, started on a terminal of its own, and all that it wrote there."""

    def __init__(self, *arguments, folder=".", columns=80, **variables):
        size = struct.pack("HHHH", 24, columns, 0, 0)
        self.written = b""
        self.status = None
        self.pid, self.end = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.chdir(folder)
            named = program.environment(**{"TERM": "xterm", **variables})
            os.execve(program.PROGRAM, ["hearsay", "quotes", *map(str, arguments)], named)

    def read(self, until=None, seconds=60):
        """Reads until the bytes `until` have come, or the program ends. Returns whether it did."""
        limit = time.monotonic() + seconds
        while time.monotonic() < limit and (until is None or until not in self.written):
            if select.select([self.end], [], [], 0.1)[0]:
                try:
                    piece = os.read(self.end, 65536)
                except OSError:
                    piece = b""
                if not piece:
                    self.status = os.waitpid(self.pid, 0)[1]
                    break
                self.written += piece
        return until is not None and until in self.written

    def type(self, keys):
        os.write(self.end, keys)

    def text(self):
        return self.written.decode(errors="replace").replace("\r\n", "\n")


def shown(*arguments, progress="never", **more):
    """All that the program writes; builds with instruments are slow enough to show progress."""
    terminal = Terminal(f"--progress={progress}", *arguments, **more)
    terminal.read()
    assert terminal.status == 0, terminal.text()
    return terminal.text()


def many(folder):
    """A file that takes a while to read."""
    line = '{"text": "%s"}\n' % ("“We will win,” John Smith said on Monday, and nobody laughed. " * 20)
    (pathlib.Path(folder) / "many.jsonl").write_text(line * 2000, encoding="utf-8")


def test_width():
    for columns, widest in ((40, 40), (80, 80), (200, 100)):
        lines = ESCAPE.sub("", shown("-q", ARTICLE, columns=columns)).splitlines()
        width = max(map(len, lines))
        assert widest - 15 < width <= widest, (columns, width)


def test_colours():
    assert ESCAPE.search(shown(ARTICLE))
    for variables in ({"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": ""}):
        assert not ESCAPE.search(shown(ARTICLE, **variables)), variables
    assert ESCAPE.search(shown(ARTICLE, NO_COLOR=""))
    assert ESCAPE.search(shown("--color=always", ARTICLE, TERM="dumb"))
    assert not ESCAPE.search(shown("--color=never", ARTICLE))


def test_colours_lose_nothing():
    assert ESCAPE.sub("", shown("-q", ARTICLE)) == shown("-q", "--color=never", ARTICLE)


def test_typing_a_text():
    terminal = Terminal("--color=never")
    assert terminal.read("reading from the terminal".encode())
    terminal.type("“We will win,” John Smith said on Monday.\n".encode() + b"\x04")
    terminal.read()
    assert terminal.status == 0 and "  l.1  John Smith · said" in terminal.text(), terminal.text()


def test_interrupt_while_typing():
    terminal = Terminal()
    assert terminal.read(b"reading from the terminal")
    terminal.type(b"It was\n\x03")
    terminal.read(seconds=20)
    assert terminal.status is not None and os.WTERMSIG(terminal.status) == signal.SIGINT


def test_interrupt():
    """Ctrl-C: the line goes, no half of a file stays, and the shell sees that it was a signal."""
    with tempfile.TemporaryDirectory() as folder:
        many(folder)
        terminal = Terminal("--progress", "--threads=1", "-o", "found", "many.jsonl", folder=folder)
        assert terminal.read(b" documents \xc2\xb7 "), terminal.text()
        assert len(os.listdir(folder)) == 2
        terminal.type(b"\x03")
        terminal.read(seconds=20)
        assert terminal.status is not None and os.WTERMSIG(terminal.status) == signal.SIGINT
        assert os.listdir(folder) == ["many.jsonl"]
        assert re.search(r"\r +\r$", terminal.text()), terminal.text()[-200:]


def test_progress():
    """One line, drawn over itself, not wider than the terminal; not for work that is short."""
    with tempfile.TemporaryDirectory() as folder:
        many(folder)
        terminal = Terminal("--threads=1", "-o", "found", "many.jsonl", folder=folder, columns=40)
        assert terminal.read(b" of ", seconds=20), terminal.text()
        terminal.read(seconds=1)
        os.kill(terminal.pid, signal.SIGTERM)
        terminal.read(seconds=20)
        lines = terminal.text().split("\r")
        assert "\n" not in terminal.text() and 2 < len(lines) < 20, lines
        assert max(map(len, lines)) < 40, lines
    began = time.monotonic()
    quiet = "\r" not in shown("-q", "-o", "/dev/null", ARTICLE, progress="auto")
    assert quiet or time.monotonic() - began > 1


def test_progress_within_a_document():
    with tempfile.TemporaryDirectory() as folder:
        text = "“We will win,” John Smith said on Monday, and nobody laughed. " * 4000
        (pathlib.Path(folder) / "long.txt").write_text(text, encoding="utf-8")
        terminal = Terminal("--progress", "--threads=1", "-o", "found", "long.txt", folder=folder)
        limit = time.monotonic() + 100
        while not re.search(r"\r[1-9]\d? % .* 0 documents", terminal.text()):
            assert time.monotonic() < limit and terminal.status is None, terminal.text()
            terminal.read(seconds=1)
        terminal.type(b"\x03")
        terminal.read(seconds=20)
        assert os.WTERMSIG(terminal.status) == signal.SIGINT, terminal.text()


def need_terminals():
    try:
        for end in pty.openpty():
            os.close(end)
    except OSError as error:
        print(f"skipped: this system gives no terminals ({error})")
        sys.exit(77)


def main():
    program.need_model()
    need_terminals()
    tests = [(name, test) for name, test in globals().items() if name.startswith("test_")]
    for name, test in tests:
        test()
        print(f"{name}: passed")


main()
