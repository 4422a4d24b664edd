"""A store that lies where nothing may be written is read there."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(os.environ["SOURCE_DIR"]) / "tests/support"))
import program

NOBODY = 65534


def run(folder, *arguments):
    """As somebody who may not write there, since root may write anywhere.

    Nor may they write into build/, where a build for coverage puts its counts: these go beside the folder."""
    other = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    environment = program.environment(GCOV_PREFIX=str(pathlib.Path(folder).parent / "counts"))
    return subprocess.run([program.PROGRAM, *arguments], cwd=folder, env=environment,
                          capture_output=True, text=True, check=False, **other)


def need_another_user(folder):
    try:
        able = run(folder, "--version").returncode == 0 and not os.environ["HEARSAY"].startswith("/root")
    except (OSError, subprocess.SubprocessError):
        able = False
    if not able:
        print("skipped: there is no other user to be")
        sys.exit(program.SKIPPED)


def lock(folder):
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(0o555)


def main():
    program.need_model()
    with tempfile.TemporaryDirectory() as place:
        pathlib.Path(place).chmod(0o755)
        counts = pathlib.Path(place) / "counts"
        counts.mkdir()
        counts.chmod(0o777)
        folder = pathlib.Path(place) / "a share?#%"
        folder.mkdir()
        need_another_user(folder)
        (folder / "a.txt").write_text("“We will win,” John Smith said.\n")
        subprocess.run([program.PROGRAM, "add", "-q", "a.txt"], cwd=folder, env=program.environment(), check=True)
        lock(folder)
        for command in (["list"], ["find", "win"], ["who", "Smith"], ["export"], ["check", "-q"]):
            done = run(folder, *command)
            assert done.returncode == 0 and done.stderr == "", (command, done)
        done = run(folder, "edit", "--title=A", "0")
        assert done.returncode == 2 and "read-only" in done.stderr, done

        folder.chmod(0o755)
        copy = folder / "hearsay.db-wal"
        copy.write_bytes(b"what was added last")
        lock(folder)
        done = run(folder, "list")
        assert done.returncode == 2 and "hearsay.db-wal" in done.stderr and "copy" in done.stderr, done
        folder.chmod(0o755)
        shutil.rmtree(folder)


main()
