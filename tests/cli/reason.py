"""Reasoning by the cases of tests/cases/reason/, whose README.md defines their notation: made-up documents are added to a
store, and what the program tells of them is held against what a careful reader holds about them.

tests/cases/reason/missed.txt names the cases that are known not to come out right, a line each. The test fails where one
that is not named there fails, and where one that is named comes out right. `-v` tells why each failed."""

import argparse
import concurrent.futures
import itertools
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(os.environ["SOURCE_DIR"]) / "tests/support"))
import program

FOLDER = pathlib.Path(os.environ.get("REASON_CASES", program.ROOT / "tests/cases/reason"))
MARKS = {"circle", "anonymous", "missing", "date before cause"}
QUOTED = r'"([^"]*)"'


class Wrong(Exception):
    """What is not as it should be."""


# --- documents ------------------------------------------------------------------------------------

def document_of(lines):
    """A document of the notation as a dict."""
    head = [part.strip() for part in lines[0][len("doc "):].split(" · ")]
    head += ["-"] * (4 - len(head))
    made = {"id": head[0], "publisher": head[1], "date": head[2], "title": " · ".join(head[3:])}
    made = {key: value for key, value in made.items() if value != "-"}
    at = 1
    while at < len(lines) and (found := re.match(r"(author|url|format|removed|copies): (.*)", lines[at])):
        made[found[1]] = found[2].strip()
        at += 1
    paragraphs = "\n".join(lines[at:]).strip("\n").split("\n\n")
    made["text"] = "\n\n".join(" ".join(p.split("\n")) for p in paragraphs)
    return made


def documents_of(section):
    parts, lines = [], section.decode().split("\n")
    for line in lines:
        if line.startswith("doc "):
            parts.append([])
        if parts:
            parts[-1].append(line)
    return [document_of(part) for part in parts]


PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>{metadata}</head>
<body><article><h1>{title}</h1>
{text}
</article></body></html>
"""
METADATA = {"publisher": '<meta property="og:site_name" content="{}">', "author": '<meta name="author" content="{}">',
            "date": '<meta property="article:published_time" content="{}">', "url": '<link rel="canonical" href="{}">'}


def is_page(document):
    return document.get("format") == "html"


def line_of(document):
    return json.dumps({k: v for k, v in document.items() if k not in ("removed", "format", "called", "copies")}) + "\n"


def page_of(document):
    metadata = "".join(form.format(document[key]) for key, form in METADATA.items() if key in document)
    return PAGE.format(title=document.get("title", ""), metadata=metadata, text=document["text"])


def read_all(documents):
    """Of each document that is no page the line that `quotes` writes: one process reads them all, as opening the model
    takes longer than reading a few sentences."""
    given = [document for document in documents if not is_page(document)]
    done = subprocess.run([program.PROGRAM, "quotes", "-q", "--format=jsonl", "--with-text", "--min-confidence=0", "--input=jsonl", "-"],
                          input="".join(map(line_of, given)), capture_output=True, text=True, encoding="utf-8",
                          env=program.environment(), check=True)
    for document, line in zip(given, done.stdout.splitlines(), strict=True):
        document["read"] = line + "\n"


def lines_to_add(document):
    """What was read of a document, once for each of its copies."""
    if "copies" not in document:
        return document["read"]
    read = json.loads(document["read"])
    return "".join(json.dumps(read | {"id": f"{document['id']}-{i + 1}"}) + "\n" for i in range(int(document["copies"])))


class Store:
    """A store of the documents of one case."""

    def __init__(self, folder, documents):
        self.path, self.folder = os.path.join(folder, "case.db"), folder
        for number, (page, some) in enumerate(itertools.groupby(documents, is_page)):
            self.add(number, page, list(some))
        removed = [d["id"] for d in documents if d.get("removed") == "yes"]
        if removed:
            self.run("remove", *removed)
        self.names = {d.get("called", d["id"]): d["id"] for d in documents}
        self.copied = {d["id"] for d in documents if "copies" in d}
        self.documents = {d["id"]: d for d in self.read()}

    def add(self, number, page, documents):
        known = {d["id"] for d in self.read()} if page and number > 0 else set()
        for place, document in enumerate(documents if page else [None]):
            path = os.path.join(self.folder, f"{number}-{place}.{'html' if page else 'jsonl'}")
            with open(path, "w", encoding="utf-8") as f:
                f.write(page_of(document) if page else "".join(map(lines_to_add, documents)))
            self.run("add", "-q", path)
            if page:
                document["called"] = document["id"]
                document["id"] = next(d["id"] for d in self.read() if d["id"] not in known)
                known.add(document["id"])

    def run(self, command, *arguments):
        done = subprocess.run([program.PROGRAM, command, "--store", self.path, *arguments], capture_output=True, text=True,
                              env=program.environment(), check=False)
        if done.returncode not in (0, 1):
            raise Wrong(f"hearsay {command}: {done.stderr.strip()}")
        return done.stdout

    def read(self):
        return [json.loads(line) for line in self.run("export").splitlines()]

    def ask(self, command, *arguments):
        return [json.loads(line) for line in self.run(command, "--format=jsonl", *arguments).splitlines()]

    def content(self, document, statement):
        return " ".join(document["text"][begin:end] for begin, end in statement["content"])

    def statement(self, words, name):
        """The id of the statement that is meant."""
        document = self.documents[self.names[name]]
        fitting = [(len(self.content(document, s)), s["id"]) for s in document["statements"] or []
                   if s["confidence"]["relation"] >= 0.35 and meets(words, self.content(document, s))]
        if not fitting:
            raise Wrong(f"no statement {words!r} was found in {name}")
        return min(fitting)[1]

    def words_of(self, evidence):
        """What a place says: its own words, and those of its statement."""
        said = [evidence["words"] or "", evidence["name"] if not evidence["spans"] else ""]
        document = self.documents.get(evidence["document_id"])
        for statement in (document or {}).get("statements") or []:
            if statement["id"] == evidence["statement_id"]:
                said.append(self.content(document, statement))
        return [words for words in said if words]

    def called(self, document_id):
        """The name of a document in the case; its copies have one."""
        copied = (document_id or "").rpartition("-")[0]
        if copied in self.copied:
            return copied
        return next((name for name, given in self.names.items() if given == document_id), document_id)


def plain(words):
    return re.sub(r"\s+", " ", re.sub(r'["“”]', "", words.replace("’", "'").replace("‘", "'"))).strip().casefold()


def meets(words, other):
    a, b = plain(words), plain(other or "")
    return bool(a) and bool(b) and (a in b or b in a)


def need(fits, message):
    if not fits:
        raise Wrong(message)


# --- chains ---------------------------------------------------------------------------------------

def check_date(wanted, got, what):
    if wanted is not None:
        need((got or "no date") == wanted, f"{what} is dated {got}, not {wanted}")


def date_in(line):
    found = re.search(r"\(([^()]*)\)\s*$", line)
    return (found[1], line[: found.start()].strip()) if found else (None, line.strip())


def merged(steps, names):
    """Without a step for an outlet right before its page."""
    out = []
    for step in steps:
        if step["role"] == "page" and out and out[-1]["role"] == "outlet" and step["page_id"]:
            out.pop()
        out.append(step)
    return out


def without_optional(optional, steps):
    """Without the steps that may be there or not."""
    def is_optional(step):
        told = [re.match(rf"(\w+) {QUOTED}", line) for line in optional]
        return any(t and t[1] == step["role"] and meets(t[2], step["words"] or step["name"]) for t in told)
    return [step for step in steps if not is_optional(step)]


def check_step(store, line, step):
    date, rest = date_in(line)
    kind, _, told = rest.partition(" ")
    need(kind == step["role"], f"there is a step {step['role']} {step['words']!r} for: {rest}")
    check_date(date, step["date"], rest)
    words = re.search(QUOTED, told)
    if kind == "page":
        need(told.split()[0] == store.called(step["page_id"]), f"{store.called(step['page_id'])} stands for: {rest}")
    if words:
        need(any(meets(words[1], w) for w in (step["words"], step["name"]) if w), f"{step['words']!r} stands for: {rest}")


def check_chain(store, lines):
    found = re.match(rf"chain: {QUOTED} in (\S+)", lines[0])
    chain = store.ask("trace", "--chain", store.statement(found[1], found[2]))[0]["chain"]
    wanted = [line[len("step: "):] for line in lines if line.startswith("step: ")]
    steps = without_optional([line[len("may step: "):] for line in lines if line.startswith("may step: ")],
                             merged(chain["evidence"], store.names))
    told = "; ".join(f"{s['role']} {s['page_id'] and store.called(s['page_id']) or ''} {s['words']!r}" for s in steps)
    for line, step in zip(wanted, steps):
        check_step(store, line, step)
    if wanted and "..." not in lines:
        need(len(wanted) == len(steps), f"the steps are: {told}")
    need(len(wanted) <= len(steps), f"the steps are: {told}")
    for line in lines:
        if line.startswith("origin: "):
            origin = line[len("origin: "):].strip()
            last = [s for s in chain["evidence"] if s["page_id"]][-1]
            got = f"in store {store.called(last['page_id'])}" if chain["origin"] == "in store" else chain["origin"]
            need(got == origin, f"the origin is {got}, not {origin}")
    marks = {line[len("mark: "):].strip() for line in lines if line.startswith("mark: ")}
    may = {line[len("may mark: "):].strip() for line in lines if line.startswith("may mark: ")}
    need(marks - set(chain["marks"]) == set(), f"not marked: {marks - set(chain['marks'])}")
    need(set(chain["marks"]) & MARKS <= marks | may, f"marked: {set(chain['marks']) - marks - may}")


# --- corroboration --------------------------------------------------------------------------------

ANSWERS = ("reports", "confirms", "denies", "declines")


def entry_fits(store, line, each):
    """Whether an entry is the one that a line wants; raises nothing."""
    found = re.match(rf"(\w+) {QUOTED} in (\S+)(?: by {QUOTED}(?:, ([a-z]+))?)?(?: \(([^)]*)\))?\s*$", line)
    if not found:
        raise Wrong(f"cannot be read: {line}")
    role, words, name, who, sourcing, date = found.groups()
    said = store.words_of(each)
    return (each["role"] == role and store.called(each["document_id"]) == name and any(meets(words, w) for w in said)
            and (who is None or meets_source(store, who, each)) and (sourcing is None or each["sourcing"] == sourcing)
            and (date is None or (each["date"] or "no date") == date))


def meets_source(store, who, each):
    document = store.documents[each["document_id"]]
    sources = [each["name"] or ""]
    for statement in document["statements"] or []:
        if statement["id"] == each["statement_id"]:
            sources += [document["text"][begin:end] for begin, end in statement["source"]]
    return any(meets(who, source) for source in sources)


def check_folds(store, lines, evidence):
    into = {store.called(e["document_id"]): store.called(e["page_id"]) for e in evidence if e["role"] == "folded"}

    def root(name):
        while name in into:
            name = into[name]
        return name

    for line in lines:
        if found := re.match(r"folded: (\S+) into (\S+)$", line):
            need(root(found[1]) == root(found[2]) and found[1] in into, f"not so: {line} ({into})")
        elif found := re.match(r"folded: (.*) together$", line):
            roots = {root(name.strip()) for name in found[1].split(",")}
            need(len(roots) == 1, f"not so: {line} ({into})")
        elif found := re.match(r"separate: (.*)$", line):
            names = [name.strip() for name in found[1].split(",")]
            need(len({root(name) for name in names}) == len(names), f"not so: {line} ({into})")


def is_same_source(a, b):
    return a["role"] == b["role"] and a["document_id"] == b["document_id"] and a["name"] == b["name"]


def check_claim(store, lines):
    found = re.match(rf"claim: {QUOTED} in (\S+)", lines[0])
    told = store.ask("trace", "--corroboration", store.statement(found[1], found[2]))[0]["corroboration"]
    answers = [e for e in told["evidence"] if e["role"] in ANSWERS]
    used = []
    for line in lines[1:]:
        if line.startswith(ANSWERS):
            fitting = [e for e in answers if entry_fits(store, line, e)]
            need(fitting, f"not there: {line}; there is {[(e['role'], e['name'], store.called(e['document_id']), e['sourcing'], e['date'], e['words']) for e in answers]}")
            used += fitting
        elif found := re.match(rf"not (?:(?!similar)(\w+) )?{QUOTED} in (\S+)|not: {QUOTED} in (\S+)", line):
            role, words, name = found[1], found[2] or found[4], found[3] or found[5]
            hits = [e for e in answers if store.called(e["document_id"]) == name and role in (None, e["role"])
                    and meets(words, e["words"])]
            need(not hits, f"there, though: {line}")
        elif found := re.match(rf"(not )?similar {QUOTED} in (\S+)$", line):
            hits = [e for e in told["evidence"] if e["role"] == "similar" and store.called(e["document_id"]) == found[3]
                    and meets(found[2], e["words"])]
            need(bool(hits) != bool(found[1]), f"{'there, though' if hits else 'not there'}: {line}")
        elif found := re.match(r"voices: (\d+)", line):
            need(told["count"] == int(found[1]), f"there are {told['count']} voices, not {found[1]}")
    check_folds(store, lines, told["evidence"])
    if "..." not in lines and used:
        more = [e for e in answers if not any(e is u or is_same_source(e, u) for u in used)]
        need(not more, f"besides: {[(e['role'], e['name'], store.called(e['document_id']), e['words']) for e in more]}")


# --- conflicts ------------------------------------------------------------------------------------

def side_fits(store, words, name, evidence):
    said = [*store.words_of(evidence), evidence["name"] or "", evidence["note"] or ""]
    return store.called(evidence["document_id"]) == name and any(meets(words, w) for w in said)


def conflict_fits(store, line, each):
    found = re.match(rf"conflict: (\w+) {QUOTED} \((\S+)\) / {QUOTED} \((\S+)\)", line)
    if not found:
        raise Wrong(f"cannot be read: {line}")
    a, b = each["evidence"]
    kind, one, in_one, other, in_other = found.groups()
    return each["kind"] == kind and (
        (side_fits(store, one, in_one, a) and side_fits(store, other, in_other, b))
        or (side_fits(store, one, in_one, b) and side_fits(store, other, in_other, a)))


def check_conflicts(store, lines):
    told = store.ask("conflicts")
    used = []
    shown = [(e["kind"], [(store.called(s["document_id"]), s["words"]) for s in e["evidence"]]) for e in told]
    for line in lines:
        if line.startswith("conflict: "):
            fitting = [e for e in told if conflict_fits(store, line, e)]
            need(fitting, f"not there: {line}; there is {shown}")
            used += fitting
        elif found := re.match(rf"shown: {QUOTED} \((\S+)\) / {QUOTED} \((\S+)\)", line):
            sides = [(plain(s["words"] or ""), store.called(s["document_id"])) for e in told for s in e["evidence"]]
            for words, name in (found.groups()[:2], found.groups()[2:]):
                need(any(plain(words) in said and name == where for said, where in sides), f"not shown: {words}; but {sides}")
        elif line.startswith("may conflict: "):
            used += [e for e in told if conflict_fits(store, line[len("may "):], e)]
    more = [s for e, s in zip(told, shown) if e not in used]
    need(not more or "..." in lines, f"besides: {more}")


# --- stories --------------------------------------------------------------------------------------

def check_story(store, lines):
    wanted = [name.strip() for name in lines[0].removeprefix("story: ").split(",")]
    told = [f["evidence"] for f in store.ask("story") if f["kind"] == "story"]
    orders = [[store.called(e["document_id"]) for e in evidence] for evidence in told]
    need(wanted in orders, f"told are: {orders}")
    copies = {f"{store.called(e['document_id'])} of {store.called(e['page_id'])}" for evidence in told for e in evidence
              if e["page_id"] != e["document_id"]}
    expected = {line.removeprefix("copy: ") for line in lines if line.startswith("copy: ")}
    need(copies == expected, f"copies are: {copies}")


# --- timelines ------------------------------------------------------------------------------------

def check_timeline(store, lines):
    """Each `said` in its order, and with each what is said of the last one on the same point."""
    told = store.ask("timeline", re.search(QUOTED, lines[0])[1])
    at = 0
    for line in lines[1:]:
        date, words, name, change = re.match(rf"said \(([^()]*)\) {QUOTED} in (\S+?)(?:, (.*))?$", line).groups()
        while at < len(told) and not meets(words, told[at]["evidence"][0]["words"]):
            at += 1
        need(at < len(told), f"not there, or not in this order: {line}")
        place, before = told[at]["evidence"][0], told[at]["evidence"][1:]
        at += 1
        need(store.called(place["document_id"]) == name and (place["date"] or "no date") == date, f"{place['date']}: {line}")
        got = before[0]["note"] if before else "nothing before"
        need(change is None or got == change, f"{got}: {line}")


# --- all ------------------------------------------------------------------------------------------

CHECKS = {"chains": ("chain: ", check_chain), "corroboration": ("claim: ", check_claim), "stories": ("story: ", check_story),
          "timelines": ("timeline: ", check_timeline)}


def split(lines, begin):
    parts = []
    for line in lines:
        if line.startswith(begin):
            parts.append([])
        if parts:
            parts[-1].append(line)
    return parts


def run_case(stage, documents, expected):
    """Why it failed, or None."""
    lines = [line.rstrip() for line in expected.decode().split("\n") if line.strip() and not line.startswith("#")]
    with tempfile.TemporaryDirectory() as folder:
        try:
            store = Store(folder, documents)
            if stage not in CHECKS:
                check_conflicts(store, lines)
            else:
                begin, check = CHECKS[stage]
                parts = split(lines, begin)
                need(parts, "nothing is expected")
                for part in parts:
                    check(store, part)
        except (Wrong, KeyError) as wrong:
            return str(wrong)
    return None


def cases():
    for file in sorted(FOLDER.glob("*.txt")):
        if file.name == "missed.txt":
            continue
        for part in re.split(rb"^=== ", file.read_bytes(), flags=re.MULTILINE)[1:]:
            name, _, rest = part.partition(b"\n")
            yield file.stem, name.decode(), [s.strip(b"\n") for s in re.split(rb"^---(?:\n|\Z)", rest, flags=re.MULTILINE)]


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("-v", "--verbose", action="store_true")
    p.add_argument("--only", default="")
    a = p.parse_args()
    program.need_model()
    listed = FOLDER / "missed.txt"
    known = {line for line in listed.read_text().splitlines() if line and line[0] != "#"} if listed.exists() else set()
    figures, surprises = {}, []
    chosen = [(stem, name, documents_of(sections[0]), sections[1]) for stem, name, sections in cases()
              if a.only in f"{stem}: {name}"]
    read_all([document for _, _, documents, _ in chosen for document in documents])
    with concurrent.futures.ThreadPoolExecutor(4) as workers:
        outcomes = workers.map(lambda case: run_case(case[0].replace("_near", ""), *case[2:]), chosen)
    for (stem, name, _, _), wrong in zip(chosen, outcomes):
        right, count = figures.get(stem, (0, 0))
        figures[stem] = (right + (wrong is None), count + 1)
        if a.verbose and wrong is not None:
            print(f"{stem}: {name}\n    {wrong}", flush=True)
        if (wrong is not None) != (f"{stem}: {name}" in known):
            surprises.append(f"{stem}: {name}" + (f"\n    {wrong}" if wrong is not None else " comes out right now"))
    for stem, (right, count) in figures.items():
        print(f"{stem}: {right} of {count} right")
    print("\n".join(surprises))
    sys.exit(bool(surprises) or not figures)


main()
