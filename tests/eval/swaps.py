"""eval/swap_*.py on a few sentences, with lists as small as they can be."""
import os
import sys

sys.path.insert(0, os.path.join(os.environ["SOURCE_DIR"], "eval"))
import offsets
import people
import swap_origin
import swap_party
import swap_sex

KNOWN = people.Lists(sex={"John": "M", "Mary": "F", "Larry": "M", "Hillary": "F", "Donald": "M", "Vladimir": "M"},
                     english={"John", "Mary", "Larry", "Hillary", "Donald"},
                     common={"M": ["John", "Larry"], "F": ["Mary", "Hillary"]}, surnames={"Smith", "King", "Clinton", "Trump"})

CASES = {
    swap_sex: [
        ("John Smith said he saw her dog and told her. John’s wife left him to his.",
         "Mary Smith said she saw his dog and told him. Mary’s husband left her to hers."),
        ("Mr. Smith and Mrs. Smith: “She’s HIS spokesman,” he’d say.", "Ms. Smith and Mr. Smith: “He’s HER spokeswoman,” she’d say."),
        ("Larry King is no king. HILLARY CLINTON, her.", "Hillary King is no king. LARRY CLINTON, him."),
    ],
    swap_party: [
        ("Hillary Clinton, a Democrat, beat Republican Donald Trump.", "Donald Trump, a Republican, beat Democrat Hillary Clinton."),
        ("Mr. Trump’s Republican Party and the GOP said Republicans won.",
         "Mrs. Clinton’s Democratic Party and the Democratic Party said Democrats won."),
        ("The GOP nominee, a Republican, is conservative; CLINTON is not.",
         "The Democratic nominee, a Democrat, is liberal; TRUMP is not."),
        ("Trumpet and clinton stay.", "Trumpet and clinton stay."),
    ],
}


def swapped(module, text):
    return offsets.replaced(text, module.edits(text, KNOWN))


def test_cases():
    for module, cases in CASES.items():
        for text, wanted in cases:
            got = swapped(module, text)
            assert got == wanted, f"\n{text}\n{got}\n{wanted}"


def test_origin_is_consistent_and_changes_sides():
    text = "John Smith met Vladimir Petrov. Smith’s son and PETROV spoke; John smiled."
    new = swapped(swap_origin, text)
    english = swap_origin.table()[0][1]
    first, last = new.split()[:2]
    assert last not in english["surname"] and new.count(last) == 2 and new.count(first) == 2, new
    assert new.split()[3] in english["M"] and new.split()[4].strip(".") in english["surname"], new
    assert new.split()[4].strip(".").upper() in new, new
    assert swapped(swap_origin, text) == new


for name, test in list(globals().items()):
    if name.startswith("test_"):
        test()
        print(name)
