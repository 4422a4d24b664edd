"""Other genres: how many of GUM dev's attributions are covered, by genre.

GUM (Zeldes 2017) marks discourse relations among units, which are clauses, more or less. An
attribution goes from the unit that attributes ("the authors say") to the first unit of what is
attributed. The attribution is covered if the content of one found statement, all its parts together,
holds at least half of the letters and digits of the unit that is attributed; and covered in full if
the cue or source of such a statement shares a letter with the unit that attributes.

Texts are put together from the sentences of dep/*.conllu, paragraphs as `# newpar` tells; the units of
rst/dependencies/*.rsd are found in them by their characters, white space left out.
"""
import collections

import places
from links import letters


def text_of(conllu):
    paragraphs = [[]]
    for line in conllu:
        if line.startswith("# newpar"):
            paragraphs.append([])
        elif line.startswith("# text = "):
            paragraphs[-1].append(line.removeprefix("# text = ").strip())
    return "\n\n".join(" ".join(p) for p in paragraphs if p)


def units_of(rsd, text):
    """[(span in the text, relation, number of the head or 0)], by the units' numbers from 1."""
    visible = [i for i, c in enumerate(text) if not c.isspace()]
    out, at = [], 0
    for line in rsd:
        fields = line.rstrip("\n").split("\t")
        unit = "".join(fields[1].split())
        places_of = visible[at:at + len(unit)]
        if "".join(text[i] for i in places_of) != unit:
            raise ValueError(f"unit {fields[0]} ({fields[1]!r}) is not where the text has {text[places_of[0]:][:40]!r}")
        out.append(((places_of[0], places_of[-1] + 1), fields[7], int(fields[6])))
        at += len(unit)
    return out


def attributions(units):
    """[(span of the unit that attributes, span of the unit that is attributed)]"""
    return [(span, units[head - 1][0]) for span, relation, head in units if relation.startswith("attribution")]


def covered(attribution, statements, text):
    """(by a content, in full)"""
    attributing, content = (letters([span], text) for span in attribution)
    near = [s for s in statements if 2 * len(content & letters(s["content"], text)) >= max(1, len(content))]
    return bool(near), any(attributing & letters(s["cue"] + s["source"], text) for s in near)


def document(folder, name):
    with open(places.shared(folder, "data", "gum", "dep", name + ".conllu"), encoding="utf-8") as f:
        text = text_of(f)
    with open(places.shared(folder, "data", "gum", "rst", "dependencies", name + ".rsd"), encoding="utf-8") as f:
        return {"id": name, "text": text}, attributions(units_of(f, text))


def measure(folder, model):
    """{genre: (all, covered, covered in full)}"""
    with open(places.shared(folder, "data", "gum", "dev.txt"), encoding="utf-8") as f:
        names = f.read().split()
    gold = [document(folder, name) for name in names]
    given = places.write(places.output("gum.documents.jsonl"), [doc for doc, _ in gold])
    found = places.read(places.quotes(model, given, places.output("gum.found.jsonl")))
    counts = collections.defaultdict(lambda: [0, 0, 0])
    for (doc, marked), read in zip(gold, found, strict=True):
        count = counts[doc["id"].split("_")[1]]
        for attribution in marked:
            hits = covered(attribution, read["statements"], doc["text"])
            for i, hit in enumerate((True, *hits)):
                count[i] += hit
    return dict(counts)
