"""eval/findings.py: what is shown of a place, and what is drawn."""
import os
import random
import sys

sys.path.insert(0, os.path.join(os.environ["SOURCE_DIR"], "eval"))
import findings


def test_a_place_is_shown_in_its_paragraph():
    text = "First paragraph.\n\nThe line will close, she said. Nobody was surprised.\n\nLast one."
    begin = text.index("will")
    assert findings.marked(text, [[begin, begin + 10]]) == "The line [[will close]], she said. Nobody was surprised."


def test_spans_are_marked_one_by_one():
    assert findings.marked("He said, again, no.", [[3, 7], [16, 18]]) == "He [[said]], again, [[no]]."


def test_a_long_paragraph_is_cut_at_words():
    text = "word " * 500 + "here" + " word" * 500
    begin = text.index("here")
    shown = findings.marked(text, [[begin, begin + 4]])
    assert len(shown) <= 2 * findings.AROUND + 10 and set(shown.replace("[[here]]", "word").split()) == {"word"}


class Store:
    """A store of three statements: another document has something on the second, and nobody said the third."""

    def statements(self):
        return [({"id": "a"}, {"id": name}) for name in ("s1", "s2", "s3")]

    def ask(self, command, *arguments):
        if command == "conflicts":
            return [{"kind": "number", "evidence": []}] * 5
        there = "b" if arguments[-1] == "s2" else "a"
        told = {"evidence": [{"document_id": "a", "role": "reports"}, {"document_id": there, "role": "reports"},
                             {"document_id": "c", "role": "similar"}], "marks": [],
                "origin": "not said" if arguments[-1] == "s3" else "named"}
        return [{"chain": told, "corroboration": told}]


def test_only_what_others_have_is_corroboration():
    looked_at, drawn = findings.draw_traced(Store(), "corroboration", 2, random.Random(1))
    assert looked_at == 3 and [asked[1]["id"] for asked, _ in drawn] == ["s2"]


def test_no_more_than_wanted_are_drawn_and_none_twice():
    looked_at, drawn = findings.draw_traced(Store(), "chain", 2, random.Random(1))
    assert looked_at in (2, 3) and {asked[1]["id"] for asked, _ in drawn} == {"s1", "s2"}
    assert len(findings.draw_conflicts(Store(), 3, random.Random(1))[1]) == 3
    assert findings.draw_conflicts(Store(), 9, random.Random(1))[0] == len(findings.draw_conflicts(Store(), 9, random.Random(1))[1]) == 5


for name, test in list(globals().items()):
    if name.startswith("test_"):
        test()
        print(name)
