"""bench/peers/: what does not need the other programs themselves."""
import os
import sys
import tempfile
import types

FOLDER = os.path.join(os.environ["SOURCE_DIR"], "bench", "peers")
sys.path.insert(0, FOLDER)
import peers
import run


def test_rows_of_another_page():
    page = """| | relation F1 | strict F1 | exact | quoted | words/s | peak memory |
|---|---|---|---|---|---|---|
| Any (XYZ), as published, on a Monday | 12.3 (45.6) | 1.2 (3.4) | 5.1 / 5.2 / 5.3 | 6.1 / 6.2 (7.1 / 7.2) | 1,600 | 406 MB |
| Other | 1 | 2 | 3 / 4 / 5 | 6 / 7 | 8 | 9 MB |
"""
    [row] = run.quoted_rows(page, "Any")
    assert row == ["Any, as published *", "12.3", "5.1", "5.2", "5.3", "6.1", "6.2", "1,600", "-", "406"]
    assert [len(row) for row in run.quoted_rows(page, "Other")] == [len(run.HEADER)]


def test_a_file_that_changed_is_refused():
    with tempfile.TemporaryDirectory() as folder:
        source, copy = os.path.join(folder, "source"), os.path.join(folder, "copy")
        with open(source, "w", encoding="utf-8") as f:
            f.write("abc")
        good = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"  # SHA-256 of "abc", FIPS 180-2
        try:
            peers.fetch("file://" + source, copy, good[::-1])
            raise AssertionError("a wrong file was taken")
        except OSError:
            assert os.listdir(folder) == ["source"]
        peers.fetch("file://" + source, copy, good)
        with open(copy, encoding="utf-8") as f:
            assert f.read() == "abc"


def test_what_cannot_be_installed_is_left_out():
    def fails(*_):
        raise OSError("no network")
    assert peers.try_to(fails) is None
    assert peers.try_to(lambda *options: options, "--fast") == ("--fast",)


def adapter():
    """The adapter of textacy, without textacy."""
    for name in ("spacy", "textacy", "textacy.extract"):
        sys.modules[name] = types.ModuleType(name)
    sys.modules["textacy.extract"].direct_quotations = lambda doc: doc
    import textacy_quotes
    return textacy_quotes


class Token:
    def __init__(self, i, idx, length):
        self.i, self.idx, self.length = i, idx, length

    def __len__(self):
        return self.length


def test_tokens_that_follow_each_other_are_one_span():
    spans_of = adapter().spans_of
    ms, ortova, and_, others = Token(0, 0, 3), Token(1, 4, 6), Token(2, 11, 3), Token(3, 15, 6)
    assert spans_of([ms, ortova, others], 100) == [[100, 110], [115, 121]]
    assert spans_of([ms, ortova, and_, others], 0) == [[0, 21]]
    assert spans_of([], 5) == []


for name, test in list(globals().items()):
    if name.startswith("test_"):
        test()
        print(name)
