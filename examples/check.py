#!/usr/bin/env python3
"""Check the expected statements of the example articles, or make them anew.

usage: check.py            check expected/*.jsonl against articles/ and expected/notes/
       check.py --write    make expected/*.jsonl from expected/notes/
       check.py --show [ID...]   print the statements of all or of some documents

The files in expected/notes/ are what a person writes; README.md describes
them. The JSONL files beside them are made from them, and are what tests read.
Only the standard library is used.
"""
import itertools
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
ARTICLES = HERE / "articles"
EXPECTED = HERE / "expected"
META = ("id", "file", "title", "author", "publisher", "url", "date", "language")
VALUES = {
    "type": {"direct", "indirect", "mixed"},
    "kind": {"statement", "belief", "intention", "perception", "decree", "attitude"},
    "polarity": {"asserted", "negated", "conditional", "question"},
    "sourcing": {"named", "role", "anonymous", "outlet", "document", "collective", "none"},
    "occasion": {"interview", "speech", "press conference", "debate", "written statement", "letter", "post",
                 "testimony", "court filing", "report", "book", "call", "meeting", "poll", None},
    "link": {"identical", "truncated", "elided", "edited", "partial", "paraphrase"},
}
DATE = re.compile(r"(\d{4}|-)(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?$")


class Mistake(Exception):
    """Something in the notes or in the files made from them is wrong."""


def each(items, work):
    """What work makes of every item; the mistakes of all of them in one."""
    made, mistakes = [], []
    for item in items:
        try:
            made.append(work(item))
        except Mistake as mistake:
            mistakes.append(str(mistake))
    if mistakes:
        raise Mistake("\n".join(mistakes))
    return made


# ---- the articles ----------------------------------------------------------

def load_articles():
    """{id: metadata with "text"}; a plain file's id is its name."""
    found = {}
    for path in sorted(ARTICLES.iterdir()):
        name = f"articles/{path.name}"
        if path.suffix == ".jsonl":
            for line in path.read_text(encoding="utf-8").splitlines():
                article = json.loads(line)
                found[article["id"]] = {"file": name, **article}
        elif path.suffix in (".txt", ".md"):
            text = path.read_bytes().decode("utf-8")
            found[path.stem] = {"file": name, "id": path.stem, "text": text}
    return found


# ---- quotation marks -------------------------------------------------------

CLOSERS = {"“": "”»", "„": "“”", "«": "»", "»": "«", "‘": "’", "‚": "‘", "''": ("''",), '"': '"', "'": "'"}


def marks(paragraph):
    """Quotation marks of a paragraph as (position, mark), apostrophes left out."""
    for m in re.finditer(r"''|[“”„«»‘’‚\"']", paragraph):
        before = paragraph[m.start() - 1] if m.start() else " "
        after = paragraph[m.end()] if m.end() < len(paragraph) else " "
        if m.group() in "'’" and before.isalnum() and after.isalnum():
            continue
        yield m.start(), m.end(), m.group()


def quoted_positions(text):
    """Positions of the text that lie inside a closed pair of marks, in a
    paragraph that leaves a quote open for the next one to open again, or in a
    line of dialogue that begins with a dash. A stray mark quotes nothing."""
    inside = set()
    paragraphs = [(m.start(), m.group()) for m in re.finditer(r"(?:.+\n?)+", text)]
    for number, (start, paragraph) in enumerate(paragraphs):
        if paragraph.startswith("— "):
            inside.update(range(start, start + len(paragraph)))
        opened = []
        for begin, end, mark in marks(paragraph):
            if opened and mark in CLOSERS[opened[-1][1]]:
                inside.update(range(start + opened.pop()[0], start + end))
            elif mark in CLOSERS:
                opened.append((begin, mark))
        following = paragraphs[number + 1][1] if number + 1 < len(paragraphs) else ""
        if opened and following.startswith(opened[0][1]):
            inside.update(range(start + opened[0][0], start + len(paragraph)))
    return inside


def type_of(content, text, inside):
    letters = [i for begin, end in content for i in range(begin, end) if text[i].isalnum()]
    share = sum(i in inside for i in letters)
    return "direct" if share == len(letters) else "mixed" if share else "indirect"


# ---- the notes -------------------------------------------------------------

TOKEN = re.compile(r"\{([SCTRF]):|(\})|( ?~~ ?)|(¶)|( )")


def locate(snippet, text, where):
    """{role: [spans]} of a marked snippet, which must occur just once."""
    pattern, groups, last = "", [], 0
    for m in TOKEN.finditer(snippet):
        pattern += re.escape(snippet[last:m.start()])
        last = m.end()
        if m.group(1):
            groups.append(m.group(1))
            pattern += "("
        else:
            pattern += ")" if m.group(2) else "[\\s\\S]*?" if m.group(3) else r"\n\n" if m.group(4) else "[ \n]"
    pattern += re.escape(snippet[last:])
    hits = list(re.finditer(f"(?={pattern})", text))
    if len(hits) != 1:
        raise Mistake(f"{where}: found {len(hits)} times: {snippet}")
    spans = {}
    for number, role in enumerate(groups, 1):
        spans.setdefault(role, []).append(list(hits[0].span(number)))
    return spans


def parse_notes(path):
    """A notes file as (header, [statement fields]); each keeps its snippets."""
    header, statements, current = {"flags": []}, [], None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        where = f"{path.name}:{number}"
        head = re.match(r"\[(\d+)\] (\w+)(!?) (\w+) (\w+) (\w+)$", line)
        if head:
            current = {"where": where, "id": f"s{head[1]}", "type": head[2], "by_hand": bool(head[3]),
                       "kind": head[4], "polarity": head[5], "sourcing": head[6], "snippets": []}
            statements.append(current)
        elif line.startswith("> "):
            current["snippets"].append((where, line[2:]))
        elif line.startswith("flag: "):
            header["flags"].append((where, *line[6:].split(" | ")))
        elif line and not line.startswith("#"):
            key, colon, value = line.partition(": ")
            if not colon:
                raise Mistake(f"{where}: cannot read: {line}")
            (header if current is None else current)[key] = value
    return header, statements


def anonymity(note, spans, done):
    if "reason-of" in note:
        earlier = done.get(f"s{note['reason-of']}")
        if earlier is None:
            raise Mistake(f"{note['where']}: no earlier statement {note['reason-of']}")
        return earlier["anonymity"]
    if note["sourcing"] != "anonymous" and "R" not in spans:
        return None
    return {"reason": spans.get("R", []), "count": int(note["count"]) if "count" in note else None}


def statement(note, text, names, document, done):
    spans = {}
    for where, snippet in note["snippets"]:
        for role, found in locate(snippet, text, where).items():
            spans.setdefault(role, []).extend(found)
    for found in spans.values():
        found.sort()
    speaker = note.get("speaker")
    return {
        "id": note["id"], "source": spans.get("S", []), "cue": spans.get("C", []), "content": spans.get("T", []),
        "type": note["type"], "kind": note["kind"], "polarity": note["polarity"],
        "parent": f"s{note['parent']}" if "parent" in note else None,
        "speaker": speaker, "speaker_id": speaker_id(note, speaker, names, document),
        "sourcing": note["sourcing"], "via": note["via"].split("; ") if "via" in note else [],
        "occasion": note.get("occasion"), "date": note.get("date"), "anonymity": anonymity(note, spans, done),
        "confidence": None, "why": None,
    }


def load_names():
    """What several names of one speaker have in common: NAME = id, or
    DOCUMENT: NAME = id where it holds for one document only."""
    names = {}
    for line in (EXPECTED / "names.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, identity = line.partition(" = ")
            names[name] = identity
    return names


def speaker_id(note, speaker, names, document):
    """The same for every statement of a speaker; unnamed ones stay in their document."""
    if speaker is None:
        return None
    if "speaker-id" in note:
        return note["speaker-id"]
    ids = []
    for name in speaker.split("; "):
        slug = re.sub(r"\W+", "-", name.lower()).strip("-")
        if note["sourcing"] in ("role", "anonymous", "document", "none") or name == "author":
            slug = f"{document}/{slug}"
        ids.append(names.get(f"{document}: {name}", names.get(name, slug)))
    return "; ".join(ids)


def build_document(path, articles, names):
    """One document with its statements, and {document#n: note}."""
    header, written = parse_notes(path)
    article, done = articles.get(path.stem), {}
    if article is None:
        raise Mistake(f"{path.name}: no such article")

    def add(note):
        if note["id"] in done:
            raise Mistake(f"{note['where']}: {note['id']} is there twice")
        done[note["id"]] = statement(note, article["text"], names, path.stem, done)

    each(written, add)
    flags = [{"kind": kind, "spans": locate(snippet, article["text"], where)["F"], "note": text}
             for where, kind, snippet, text in header.pop("flags")]
    known = {**article, **{key: value for key, value in header.items() if key in META}}
    document = {**{key: known.get(key) for key in META}, "text": article["text"],
                "statements": list(done.values()), "own_voice": None, "flags": flags}
    return document, {f"{path.stem}#{note['id'][1:]}": note for note in written}


def build_documents():
    """The documents in the order of their names, and {document#n: note}."""
    articles, names = load_articles(), load_names()
    paths = sorted((EXPECTED / "notes").glob("*.txt"))
    missing = set(articles) - {path.stem for path in paths}
    if missing:
        raise Mistake(f"no notes for: {', '.join(sorted(missing))}")
    built = each(paths, lambda path: build_document(path, articles, names))
    return [document for document, _ in built], {key: note for _, notes in built for key, note in notes.items()}


# ---- what is linked --------------------------------------------------------

def words(parts):
    return re.findall(r"\w+(?:'\w+)*", " ".join(parts).lower().replace("’", "'"))


def runs_in(short, long):
    return any(long[i:i + len(short)] == short for i in range(len(long) - len(short) + 1))


def passes_through(short, long):
    rest = iter(long)
    return all(word in rest for word in short)


def kind_of(a, b):
    """The kind of a link as far as the words tell it, else None. Where both
    ends quote, only what stands inside the marks counts."""
    if words(a["parts"]) == words(b["parts"]):
        return "identical"
    if "indirect" in (a["type"], b["type"]):
        return "paraphrase"
    x, y = sorted((words(a["quoted"]), words(b["quoted"])), key=len)
    if x == y:
        return "identical"
    return "truncated" if runs_in(x, y) else "elided" if passes_through(x, y) else None


def end_of(reference, documents):
    """The statement meant by DOCUMENT#n."""
    name, _, number = reference.partition("#")
    document = next((d for d in documents if d["id"] == name), None)
    found = next((s for s in document["statements"] if s["id"] == f"s{number}"), None) if document else None
    if found is None:
        raise Mistake(f"no such statement: {reference}")
    text, inside = document["text"], quoted_positions(document["text"])
    parts = [text[begin:end] for begin, end in found["content"]]
    quoted = ["".join(text[i] if i in inside else " " for i in range(*span)) for span in found["content"]]
    return {"doc": name, "statement": found["id"], "spans": found["content"], "type": found["type"],
            "parts": parts, "quoted": parts if found["type"] == "direct" else quoted}


def link(a, b, kind, note=""):
    def shown(end):
        return {"doc": end["doc"], "statement": end["statement"],
                "span": [end["spans"][0][0], end["spans"][-1][1]], "spans": end["spans"], "text": " … ".join(end["parts"])}
    return {"a": shown(a), "b": shown(b), "kind": kind, "note": note}


def read_relations():
    """links.txt: kinds set by hand, and the relations that no utterance gives."""
    by_hand, rest = {}, []
    for line in (EXPECTED / "links.txt").read_text(encoding="utf-8").splitlines():
        fields = line.partition(" -- ")[0].split()
        if not fields or line.startswith("#"):
            continue
        if fields[0] == "kind":
            by_hand[frozenset(fields[2:4])] = fields[1]
        else:
            rest.append((*fields, line.partition(" -- ")[2]))
    return by_hand, rest


def build_links(documents, notes):
    by_hand, rest = read_relations()
    groups = {}
    for reference, note in notes.items():
        for name in note["utterance"].split("; ") if "utterance" in note else ():
            groups.setdefault(name, []).append(reference)
    links, used = [], set()
    for name, members in groups.items():
        for one, other in itertools.combinations(members, 2):
            if one.split("#")[0] == other.split("#")[0]:
                continue
            pair, a, b = frozenset((one, other)), end_of(one, documents), end_of(other, documents)
            kind = by_hand.get(pair) or kind_of(a, b)
            used.add(pair)
            if kind not in VALUES["link"]:
                raise Mistake(f"kind of link? {name}: {one} {other}: {a['parts']} | {b['parts']}")
            links.append({"utterance": name, **link(a, b, kind)})
    if set(by_hand) - used:
        raise Mistake(f"links.txt: not a link: {[sorted(p) for p in set(by_hand) - used]}")
    made = {"links": links, "hard": [], "ignore": [], "conflicts": [], "reprints": [], "chains": []}
    pairs = {"different": "hard", "ignore": "ignore", "conflict": "conflicts"}
    for what, *fields, note in rest:
        if what == "reprint":
            made["reprints"].append({"a": fields[0], "b": fields[1], "note": note})
        elif what == "chain":
            made["chains"].append({"doc": fields[0].split("#")[0], "statement": f"s{fields[0].split('#')[1]}",
                                   "steps": note.split(" <- ")})
        elif what in pairs:
            made[pairs[what]].append(link(end_of(fields[0], documents), end_of(fields[1], documents), what, note))
        else:
            raise Mistake(f"links.txt: {what}?")
    return made


# ---- checking --------------------------------------------------------------

def check_statement(where, entry, document, note, inside):
    text, ids = document["text"], {s["id"] for s in document["statements"]}
    for role in ("source", "cue", "content"):
        for begin, end in entry[role]:
            if not 0 <= begin < end <= len(text):
                raise Mistake(f"{where}: {role} {begin}-{end} out of range")
            if text[begin].isspace() or text[end - 1].isspace():
                raise Mistake(f"{where}: {role} has a blank at its edge: {text[begin:end]!r}")
    taken = sorted(span for role in ("source", "cue", "content") for span in entry[role])
    if any(one[1] > other[0] for one, other in itertools.pairwise(taken)):
        raise Mistake(f"{where}: spans overlap")
    if not entry["cue"] or not entry["content"]:
        raise Mistake(f"{where}: no cue or no content")
    for field in ("type", "kind", "polarity", "sourcing", "occasion"):
        if entry[field] not in VALUES[field]:
            raise Mistake(f"{where}: {field} {entry[field]}?")
    if entry["date"] and not DATE.match(entry["date"]):
        raise Mistake(f"{where}: date {entry['date']}?")
    if entry["sourcing"] == "none" and entry["speaker"]:
        raise Mistake(f"{where}: sourcing none, but a speaker")
    if entry["parent"] not in ids | {None}:
        raise Mistake(f"{where}: no statement {entry['parent']}")
    if not note["by_hand"] and type_of(entry["content"], text, inside) != entry["type"]:
        raise Mistake(f"{where}: {entry['type']}, but the marks say {type_of(entry['content'], text, inside)}")


def check_nesting(document):
    """A nested statement's cue (or content) lies in its parent's content, and
    a statement that lies in another's content names a parent."""
    def lies_in(entry, outer):
        return all(any(b <= begin and end <= e for b, e in outer["content"]) for begin, end in entry["cue"])
    by_id = {s["id"]: s for s in document["statements"]}
    for entry in by_id.values():
        where = f"{document['id']} {entry['id']}"
        around = [o for o in by_id.values() if o is not entry and lies_in(entry, o)]
        if entry["parent"] and by_id[entry["parent"]] not in around:
            raise Mistake(f"{where}: not inside {entry['parent']}")
        if around and not entry["parent"]:
            raise Mistake(f"{where}: inside {around[0]['id']}, but without a parent")
        inner = min(around, key=lambda o: sum(e - b for b, e in o["content"]), default=None)
        if inner and inner["id"] != entry["parent"]:
            raise Mistake(f"{where}: the nearest around it is {inner['id']}")


def as_lines(rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def check_all(documents, notes):
    def check(document):
        inside = quoted_positions(document["text"])
        for entry in document["statements"]:
            reference = f"{document['id']}#{entry['id'][1:]}"
            check_statement(reference, entry, document, notes[reference], inside)
        check_nesting(document)
    each(documents, check)


def show(documents, wanted):
    for document in documents:
        if wanted and document["id"] not in wanted:
            continue
        text = document["text"]
        print(f"=== {document['id']}  {document['publisher']}, {document['date']}: {document['title']}")
        for entry in document["statements"]:
            source, cue, content = (" … ".join(re.sub(r"\s+", " ", text[b:e]) for b, e in entry[role])
                                    for role in ("source", "cue", "content"))
            extra = [f"{key}={entry[key]}" for key in ("via", "occasion", "date", "parent") if entry[key]]
            print(f"{entry['id']:>4} {entry['type']} {entry['kind']} {entry['polarity']} {entry['sourcing']}"
                  f" [{entry['speaker'] or '-'}] {' '.join(extra)}\n     {source or '-'} | {cue} | {content}")


def main(arguments):
    documents, notes = build_documents()
    check_all(documents, notes)
    made = {"statements": documents, **build_links(documents, notes)}
    if arguments[:1] == ["--show"]:
        return show(documents, arguments[1:])
    if arguments not in ([], ["--write"]):
        sys.exit(__doc__)
    for name, rows in made.items():
        path = EXPECTED / f"{name}.jsonl"
        if arguments:
            path.write_text(as_lines(rows), encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != as_lines(rows):
            raise Mistake(f"{path.name} differs from what the notes say; see --write")
    print(", ".join(f"{len(rows)} {'documents' if name == 'statements' else name}" for name, rows in made.items()),
          "and", sum(len(d["statements"]) for d in documents), "statements: as expected")
    return None


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except Mistake as mistake:
        sys.exit(f"check.py: {mistake}")
