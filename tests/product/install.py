"""An installed copy serves a program that is written against it: examples/c/quotes.c is built with
nothing but pkg-config, once with the shared library and once with the archive, and both read the
same from a page. Its manual and completion lie where man and the shells look for them."""

import os
import pathlib
import subprocess
import sys
import tempfile

SOURCE, BUILD = (pathlib.Path(os.environ[name]) for name in ("SOURCE_DIR", "BUILD_DIR"))
EXAMPLE = SOURCE / "examples/c/quotes.c"
PAGE = next(iter(sorted((SOURCE / "examples/articles").glob("*"))), None)
WRITTEN = {
    "man/man1/hearsay.1": ["man"],
    "bash-completion/completions/hearsay": ["completion", "bash"],
    "zsh/site-functions/_hearsay": ["completion", "zsh"],
    "fish/vendor_completions.d/hearsay.fish": ["completion", "fish"],
}
SKIPPED = 77


def output(*command, **environment):
    run = subprocess.run([str(word) for word in command], env={**os.environ, **environment},
                         stdout=subprocess.PIPE, text=True)
    if run.returncode != 0:
        sys.exit(f"failed with {run.returncode}: {' '.join(map(str, command))}")
    return run.stdout


def main():
    if not EXAMPLE.exists():
        print("no example yet")
        sys.exit(SKIPPED)
    with tempfile.TemporaryDirectory() as folder:
        prefix = pathlib.Path(folder)
        output("cmake", "--install", BUILD, "--prefix", prefix)
        for name, command in WRITTEN.items():
            assert (prefix / "share" / name).read_text() == output(prefix / "bin/hearsay", *command)
        library = next(prefix.glob("lib/**/libhearsay.so")).parent
        environment = {"PKG_CONFIG_PATH": str(library / "pkgconfig"),
                       "LD_LIBRARY_PATH": str(library)}

        def pkg_config(*options):
            return output("pkg-config", *options, "hearsay", **environment).split()

        # A linker takes the shared library where both are there, unless it is told.
        static = ["-l:libhearsay.a" if flag == "-lhearsay" else flag
                  for flag in pkg_config("--cflags", "--libs", "--static")]
        builds = {"shared": pkg_config("--cflags", "--libs"), "static": static}
        for name, flags in builds.items():
            output(os.environ.get("CC", "cc"), "-std=c17", "-Wall", "-Wextra", "-Wpedantic",
                   "-Werror", EXAMPLE, "-o", prefix / name, *flags, **environment)
        needed = output("ldd", prefix / "static")
        assert "libhearsay" not in needed, needed
        print("both built")

        model = prefix / "share/hearsay/hearsay.model"
        if not model.exists() or PAGE is None:
            print("not run: no model yet")
            return
        read = [output(prefix / name, PAGE, HEARSAY_MODEL=str(model), **environment)
                for name in builds]
        assert read[0] == read[1] and read[0], read
        print(read[0])

        # In a tree that was installed elsewhere than planned, library and program find their model.
        os.environ.pop("HEARSAY_MODEL", None)
        assert output(prefix / "shared", PAGE, **environment) == read[0]
        assert output(prefix / "bin/hearsay", "quotes", "-q", PAGE)


main()
