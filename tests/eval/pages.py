"""eval/pages.py: when a title, a name, a text are right."""
import os
import sys

sys.path.insert(0, os.path.join(os.environ["SOURCE_DIR"], "eval"))
import pages


def test_a_title_is_right_without_the_sites_name():
    assert pages.same_title("Ferry inquiry", "Ferry Inquiry!", None)
    assert pages.same_title("Ferry inquiry | Courier", "Ferry inquiry", "Courier")
    assert pages.same_title("Courier - Ferry inquiry", "Ferry inquiry", None)
    assert not pages.same_title("Ferry inquiry opens", "Ferry inquiry", "Courier")
    assert not pages.same_title("Ferry inquiry | Courier", "", "Courier")


def test_a_name_is_right_without_by_and_in_any_order():
    assert pages.same_author("By Jo Ortova", "Jo Ortova")
    assert pages.same_author("Jo Ortova and Sam Lund", "Sam Lund; Jo Ortova")
    assert pages.same_author("By Jo Ortova\n April 2, 2031", "Jo Ortova")
    assert not pages.same_author("Jo Ortova", "Ortova")
    assert not pages.same_author("Jo Ortova", None)


def test_f1_is_of_multisets_of_words():
    assert pages.token_f1("a b b", "a b b") == 1
    assert round(pages.token_f1("a b", "a b b"), 3) == 0.8
    assert pages.token_f1(None, "") == 1 and pages.token_f1("a", None) == 0


def test_the_text_of_html_has_its_blocks_apart():
    assert pages.text_of("<p>a<b>b</b></p><p>c<script>d</script></p>").split() == ["ab", "c"]


for test in [f for name, f in sorted(globals().items()) if name.startswith("test_")]:
    test()
