"""Links, reprints and copied passages by runs of words, in passim's manner.

usage: ngram_links.py FOUND.jsonl LINKS REPRINTS PASSAGES RUN MATCHES

After Smith, Cordell and Mullen (2015): runs of RUN words that more than 100 documents have are left out; documents that share
MATCHES others are aligned; what lies between matches that are near each other in both is a passage. It goes on as far as
difflib aligns the words around. Statements go together if half of the shorter one is aligned with the other. Two documents are reprints if they
share three sentences' worth, sixty words. Prints the seconds of the processor, reading and writing apart.
"""
import bisect
import collections
import difflib
import itertools
import sys
import time

import link_units

SERIES = 100  # documents that a run may be in
GAP = 20      # words between two matches of one passage
AROUND = 20   # words before and after the matches that are aligned
COVERED = 0.5
REPRINT = 60  # words


def runs(words, size):
    return ((tuple(words[i:i + size]), i) for i in range(len(words) - size + 1))


def matches(texts, size, least):
    """{(a, b): [(place in a, place in b)]} of documents that share so many runs."""
    series, shared = collections.defaultdict(list), collections.defaultdict(list)
    for number, text in enumerate(texts):
        for run, place in dict(runs(text.words, size)).items():
            series[run].append((number, place))
    for members in series.values():
        if len(members) <= SERIES:
            for (a, i), (b, j) in itertools.combinations(members, 2):
                shared[a, b].append((i, j))
    return {pair: sorted(places) for pair, places in shared.items() if len(places) >= least}


def chains(places, size):
    """Matches that stand near each other in both, as the hull of each group: (begin, end, begin, end)."""
    out = []
    for i, j in places:
        last = next((c for c in reversed(out[-8:]) if 0 <= i - c[1] + size <= GAP + size and -size <= j - c[3] + size <= GAP + size),
                    None)
        if last:
            last[1], last[3] = max(last[1], i + size), max(last[3], j + size)
        else:
            out.append([i, i + size, j, j + size])
    return out


def aligned(a, b, chain):
    """[(place in a, place in b)]: the words that go together around a chain."""
    i, j = max(0, chain[0] - AROUND), max(0, chain[2] - AROUND)
    x, y = a.words[i:chain[1] + AROUND], b.words[j:chain[3] + AROUND]
    blocks = difflib.SequenceMatcher(None, x, y, autojunk=False).get_matching_blocks()
    return [(i + m.a + k, j + m.b + k) for m in blocks if m.size > 1 for k in range(m.size)]


def hull(text, words):
    return text.places[words[0]][0], text.places[words[-1]][1]


def together(pairs, units_a, units_b):
    """The statements of which so much of the shorter one is aligned with the other."""
    for x in units_a:
        inside = [j for i, j in pairs if x.range[0] <= i < x.range[1]]
        for y in units_b if inside else ():
            common = sum(y.range[0] <= j < y.range[1] for j in inside)
            if common >= COVERED * min(len(x.words), len(y.words)):
                yield x, y


def ranged(units, text):
    """With the places of their words in the text."""
    begins = [begin for begin, _ in text.places]
    for unit in units:
        first = bisect.bisect_left(begins, unit.places[0][0])
        unit.range = first, first + len(unit.words)
    return units


def find(documents, size, least):
    texts = [link_units.Unit(d["id"], d["text"], (0, len(d["text"]))) for d in documents]
    units = [ranged(link_units.statements(d), text) for d, text in zip(documents, texts)]
    links, passages, words = {}, [], collections.Counter()
    for (a, b), places in matches(texts, size, least).items():
        for chain in chains(places, size):
            pairs = aligned(texts[a], texts[b], chain)
            words[a, b] += len(pairs)
            passages += [{"a": link_units.end(texts[a].document, hull(texts[a], [i for i, _ in pairs])),
                          "b": link_units.end(texts[b].document, hull(texts[b], [j for _, j in pairs]))}] if pairs else []
            for x, y in together(pairs, units[a], units[b]):
                links[x.document, x.span, y.document, y.span] = link_units.link(x, y)
    reprints = [{"a": texts[a].document, "b": texts[b].document} for (a, b), n in words.items() if n >= REPRINT]
    return list(links.values()), reprints, passages


def main():
    found, *outputs, size, least = sys.argv[1:]
    documents = link_units.read(found)
    begun = time.process_time()
    made = find(documents, int(size), int(least))
    seconds = time.process_time() - begun
    for path, rows in zip(outputs, made):
        link_units.write(path, rows)
    print(seconds)


main()
