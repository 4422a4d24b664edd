"""eval/offsets.py: spans go into a text with replaced parts and come back."""
import os
import random
import sys

sys.path.insert(0, os.path.join(os.environ["SOURCE_DIR"], "eval"))
import offsets

TEXT = "Mr. Smith said he would go. Mrs. Smith did not."
EDITS = [(0, 2, "Ms"), (4, 9, "Okonkwo"), (15, 17, "she"), (28, 31, "Mr"), (33, 38, "Li")]


def test_the_replaced_text():
    assert offsets.replaced(TEXT, EDITS) == "Ms. Okonkwo said she would go. Mr. Li did not."


def test_a_span_within_an_edit_is_the_whole_of_it():
    new = offsets.replaced(TEXT, EDITS)
    at = new.index("konk")
    assert offsets.back([[at, at + 4]], EDITS) == [[4, 9]]
    assert offsets.there([[5, 6]], EDITS) == [[4, 11]]


def test_edges_beside_edits_stay_beside_them():
    new = offsets.replaced(TEXT, EDITS)
    for part, same in (("Ms. Okonkwo", "Mr. Smith"), (" said ", " said "), ("she would go.", "he would go."),
                       (". Li", ". Smith"), ("Li", "Smith did"[:5]), (" did not.", " did not.")):
        begin = new.index(part)
        [[first, last]] = offsets.back([[begin, begin + len(part)]], EDITS)
        assert TEXT[first:last] == same, (part, TEXT[first:last])


def test_round_trip():
    """Whatever does not end inside an edit comes back as it was."""
    draw = random.Random(1)
    for _ in range(300):
        size = draw.randrange(1, 60)
        cuts = sorted(draw.sample(range(size + 1), min(size + 1, 2 * draw.randrange(6))))
        edits = [(a, b, "x" * draw.randrange(1, 9)) for a, b in zip(cuts[::2], cuts[1::2])]
        inside = {i for a, b, _ in edits for i in range(a + 1, b)}
        edges = [i for i in range(size + 1) if i not in inside]
        span = sorted(draw.choices(edges, k=2))
        if span[0] == span[1]:
            continue
        assert offsets.back(offsets.there([span], edits), edits) == [span], (span, edits)


for name, test in list(globals().items()):
    if name.startswith("test_"):
        test()
        print(name)
