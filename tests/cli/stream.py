"""A live stream: what is found in a document comes out when it is read, not when the next one comes."""

import os
import pathlib
import select
import subprocess
import sys

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


def main():
    program.need_model()
    for threads in (1, 2, 3, 8):
        test_slow_pipe(threads)
        print(f"{threads} threads: each document comes out when it is read")


main()
