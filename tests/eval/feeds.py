"""eval/feeds.py: what of an entry is the same, and what is compared of HTML."""
import os
import sys

sys.path.insert(0, os.path.join(os.environ["SOURCE_DIR"], "eval"))
import feeds

ENTRY = {"link": "https://courier.example/7", "title": "Ferry <b>inquiry</b>", "content": None}


def test_tags_scripts_and_remarks_are_not_compared():
    assert feeds.plain("<p>He said &#8220;n&eacute;&#8221;.</p><script>x</script><!-- y -->") == "hesaidné"
    assert feeds.plain(None) == ""


def test_what_both_have_is_compared():
    same = {"link": "https://courier.example/7", "title": "Ferry inquiry", "content": "more"}
    assert feeds.agreement(ENTRY, same) == {"entry": True, "link": True, "title": True}


def test_another_link_is_wrong():
    other = {"link": "https://courier.example/8", "title": "Ferry inquiry", "content": None}
    assert feeds.agreement(ENTRY, other) == {"entry": True, "link": False, "title": True}


def test_an_entry_that_is_not_found_is_wrong_in_all():
    assert feeds.agreement(ENTRY, None) == {"entry": False, "link": False, "title": False}


for test in [f for name, f in sorted(globals().items()) if name.startswith("test_")]:
    test()
