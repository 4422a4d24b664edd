"""eval/links.py and eval/gum.py: what counts as covered, and how units are found in a text."""
import os
import sys

sys.path.insert(0, os.path.join(os.environ["SOURCE_DIR"], "eval"))
import gum
import links

CONLLU = ["# newpar\n", "# newpar_block = p (1 s)\n", "# text = \"It's over,\" she said.\n", "1\tIt\n", "\n",
          "# text = They agree.\n", "# newpar\n", "# text = End.\n"]
RSD = ["1\t\" It 's over , \"\t0\t_\t_\tpos1=PP\t0\tROOT\t_\t_\n", "2:2\tshe said .\t0\t_\t_\tx\t1\tattribution-positive_r\t_\t_\n",
       "3\tThey agree .\t0\t_\t_\tx\t1\tjoint-list_m\t_\t_\n", "4\tEnd .\t0\t_\t_\tx\t1\tjoint-list_m\t_\t_\n"]


def test_spans_of_links_count_once():
    side = {"doc": "A", "span": [0, 4]}
    spans = links.linked_spans([{"a": side, "b": {"doc": "b", "span": [1, 2]}}, {"a": {"doc": "a", "span": [0, 4]}, "b": side}])
    assert spans == {"a": {(0, 4)}, "b": {(1, 2)}}


def test_half_of_the_letters_of_one_content():
    text = "“ab cd” ef"
    contents = lambda *spans: [links.letters([span], text) for span in spans]
    assert links.covered((0, 7), contents((0, 3)), text)  # two of four letters; marks and spaces do not count
    assert not links.covered((0, 10), contents((0, 3), (4, 6)), text)  # no two contents together
    assert links.coverage({"d": {(0, 7), (8, 10)}}, [{"id": "D", "text": text}],
                          [{"id": "D", "statements": [{"content": [[0, 3], [5, 6]]}]}]) == (1, 2)


def test_units_stand_where_their_characters_do():
    text = gum.text_of(CONLLU)
    assert text == "\"It's over,\" she said. They agree.\n\nEnd."
    units = gum.units_of(RSD, text)
    assert [text[begin:end] for (begin, end), _, _ in units] == ['"It\'s over,"', "she said.", "They agree.", "End."]
    assert gum.attributions(units) == [((13, 22), (0, 12))]


def test_an_attribution_is_covered_by_its_content_and_in_full_with_its_cue():
    text, attribution = gum.text_of(CONLLU), ((13, 22), (0, 12))
    said = {"source": [[13, 16]], "cue": [[17, 21]], "content": [[0, 12]]}
    agree = {"source": [[23, 27]], "cue": [[28, 33]], "content": [[0, 12]]}
    assert gum.covered(attribution, [said], text) == (True, True)
    assert gum.covered(attribution, [agree], text) == (True, False)
    assert gum.covered(attribution, [{**said, "content": [[23, 33]]}], text) == (False, False)


for name, test in list(globals().items()):
    if name.startswith("test_"):
        test()
        print(name)
