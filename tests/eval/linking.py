"""eval/linking.py: what counts as a copy found, and the ceiling."""
import os
import sys

sys.path.insert(0, os.path.join(os.environ["SOURCE_DIR"], "eval"))
import linking


def pair(a, s, b, t):
    return {"a": {"doc": a, "span": s}, "b": {"doc": b, "span": t}}


COPIES = [pair("x", [0, 100], "y", [50, 150]), pair("x", [0, 100], "z", [10, 110])]


def test_copies_of_one_paragraph_are_copies_of_each_other():
    found = [pair("y", [50, 150], "x", [0, 100]), pair("z", [10, 110], "y", [55, 150]), pair("x", [0, 90], "z", [10, 110])]
    assert linking.judge_copies(COPIES, found) == (1, 1)


def test_a_passage_elsewhere_is_no_copy():
    found = [pair("x", [0, 100], "y", [50, 150]), pair("x", [200, 300], "y", [50, 150])]
    assert linking.judge_copies(COPIES, found) == (1 / 3, 1 / 2)


def test_a_sentence_of_a_copied_paragraph_is_too_little():
    assert linking.judge_copies(COPIES, [pair("x", [0, 40], "y", [50, 90])]) == (0, 0)


def test_quotations_within_a_content_are_ends_too():
    text = 'He called it “a grave mistake” and left.'
    assert [text[slice(*span)] for span in linking.quotations(text, [0, len(text)])] == ["a grave mistake"]


for test in [f for name, f in sorted(globals().items()) if name.startswith("test_")]:
    test()
