"""A live stream: what is found in a document comes out when it is read, not when the next one comes.
And a long document that nobody waits for any more is given up."""

import os
import pathlib
import select
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(os.environ["SOURCE_DIR"]) / "tests/support"))
import program

LINES = [b'{"id": "%d", "text": "\xe2\x80\x9cWe will win,\xe2\x80\x9d John Smith said on Monday."}\n' % i
         for i in range(5)]
PATIENCE = 60  # seconds: a build with instruments is slow


def read_line(pipe):
    """The next line, or nothing where none comes."""
    line = b""
    while not line.endswith(b"\n") and select.select([pipe], [], [], PATIENCE)[0]:
        piece = os.read(pipe.fileno(), 1)
        if not piece:
            break
        line += piece
    return line


def test_slow_pipe(threads):
    command = [program.PROGRAM, "quotes", "-q", "--format=jsonl", f"--threads={threads}"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          env=program.environment()) as started:
        for number, line in enumerate(LINES):
            started.stdin.write(line)
            started.stdin.flush()
            got = read_line(started.stdout)
            if b'"id":"%d"' % number not in got:
                started.kill()
                sys.exit(f"{threads} threads: document {number} did not come out, but {got!r}")
        started.stdin.close()
        assert started.stdout.read() == b"" and started.wait() == 0


def test_nobody_reads():
    """It would take minutes to read to the end."""
    text = "“We will win,” John Smith said on Monday, and nobody laughed. " * 100000
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write(text)
        file.flush()
        command = [program.PROGRAM, "quotes", "--format=jsonl", file.name]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env=program.environment()) as started:
            started.stdout.close()
            status = started.wait(PATIENCE)
            assert (status, started.stderr.read()) == (0, b""), status


def main():
    program.need_model()
    for threads in (1, 2, 3, 8):
        test_slow_pipe(threads)
        print(f"{threads} threads: each document comes out when it is read")
    test_nobody_reads()
    print("a closed pipe ends the reading")


main()
