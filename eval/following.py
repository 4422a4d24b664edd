"""What follows a word: whether it is the word's noun, or not."""
import re

NEXT = re.compile(r"(?:['’]s)?\s*[“\"‘(]?(-?[\w’'-]+)")
# Words that begin something new after "her", "Republican" and their like.
APART = set("""
    a about after again against ahead all alone already also although always am among an and another any are as at away
    back be because been before being between but by can could did do does during even ever for from had has have he her
    here him his how however i if in into is it its just last later like may me might more my near never next no nor not
    now of off on once only or our out over said say says she should since so some still such than that the their them
    then there these they this those though through to today together tonight too toward under until up upon us was we
    were what when where whether which while who whom whose why will with within without would yesterday yet you your
    monday tuesday wednesday thursday friday saturday sunday won't can't don't didn't doesn't isn't wasn't aren't
""".split())


def noun_after(text, end):
    """The word after position `end` if it can be the noun, or the noun's adjective, that goes with the word
    that ends there; else None. A mark of punctuation, but for an opening one, parts them."""
    match = NEXT.match(text, end)
    word = match and match[1].replace("’", "'")
    return None if not word or not text[end:end + 1].isspace() or word.lower() in APART else word
