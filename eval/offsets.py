"""A text with some of its parts replaced, and the way of spans there and back.

An edit is (begin, end, new): the characters [begin, end) give way to `new`. Edits ascend and do not
overlap. A span that ends inside an edit is widened to the edit's edge, since there is no telling
which half of a name stands for which half of another.
"""
import bisect


def replaced(text, edits):
    parts, at = [], 0
    for begin, end, new in edits:
        parts += [text[at:begin], new]
        at = end
    return "".join(parts) + text[at:]


def there(spans, edits):
    """Spans of the text -> spans of the replaced text."""
    return moved(spans, old_places(edits), new_places(edits))


def back(spans, edits):
    """Spans of the replaced text -> spans of the text."""
    return moved(spans, new_places(edits), old_places(edits))


def old_places(edits):
    return [(begin, end) for begin, end, _ in edits]


def new_places(edits):
    places, shift = [], 0
    for begin, end, new in edits:
        places.append((begin + shift, begin + shift + len(new)))
        shift += len(new) - (end - begin)
    return places


def moved(spans, here, other):
    """Spans among the places `here` -> the same among the places `other`."""
    return [[edge(begin, here, other, 0), edge(end, here, other, 1)] for begin, end in spans]


def edge(position, here, other, side):
    """Where a span's begin (side 0) or end (side 1) comes to stand."""
    begins = [begin for begin, _ in here]
    # The last edit that begins before the edge; for a begin, also one that begins just there.
    last = (bisect.bisect_left if side else bisect.bisect_right)(begins, position) - 1
    if last < 0:
        return position
    if position < here[last][1]:
        return other[last][side]
    return position + other[last][1] - here[last][1]
