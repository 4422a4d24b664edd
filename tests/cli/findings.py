"""What `hearsay audit`, `story`, `timeline`, `conflicts` and `trace` write tells the same in every format, and is read by what
reads such files elsewhere. With rdflib, that reads the chains as W3C PROV."""

import csv
import hashlib
import html.parser
import io
import itertools
import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(os.environ["SOURCE_DIR"]) / "tests/support"))
import program

try:
    import rdflib
except ImportError:
    rdflib = None

GAZETTE = "The ferry line to Sill will close in June, Mayor Ana Reed told Harbour Radio on Monday. Nobody on the quay was surprised."
DOCUMENTS = [
    {"id": "radio", "publisher": "Harbour Radio", "date": "2025-02-03",
     "text": "“The ferry line to Sill will close in June,” Mayor Ana Reed said. The union denied that the ferry line to Sill will close in June."},
    {"id": "gazette", "publisher": "The Northport Gazette", "date": "2025-02-04", "title": "Ferry <line> to close", "text": GAZETTE},
    {"id": "gazette", "publisher": "The Northport Gazette", "date": "2025-02-04", "title": "Ferry <line> to close",
     "text": GAZETTE + " It was cold."},
    {"id": "post", "publisher": "Evening Post", "date": "2025-02-05",
     "text": "Ana Reed, 41, said that 41 people work on the ferry line to Sill. “It costs 3 million euros,” she said."},
    {"id": "star", "publisher": "Morning Star", "date": "2025-02-05",
     "text": "Mayor Ana Reed, 52, said that 44 people work on the ferry line to Sill."},
]
ASKED = [("audit", "gazette"), ("story", "gazette"), ("timeline", "Ana Reed"), ("conflicts", "post"), ("conflicts",), ("story",)]


class Store:
    def __init__(self, folder):
        self.path = os.path.join(folder, "s.db")
        for number, document in enumerate(DOCUMENTS):
            file = os.path.join(folder, f"{number}.jsonl")
            pathlib.Path(file).write_text(json.dumps(document) + "\n", encoding="utf-8")
            self.run("add", "-q", file)

    def run(self, command, *arguments):
        done = subprocess.run([program.PROGRAM, command, "--store", self.path, *arguments], capture_output=True, text=True,
                              encoding="utf-8", env=program.environment(), check=False)
        assert done.returncode == 0, (command, arguments, done.stderr)
        return done.stdout

    def ask(self, command, *arguments):
        return [json.loads(line) for line in self.run(command, "--format=jsonl", *arguments).splitlines()]

    def statement(self, name, words):
        """The id of the statement with these words."""
        lines = map(json.loads, self.run("export").splitlines())
        return next(s["id"] for d in lines if d["id"] == name for s in d["statements"]
                    if words in " ".join(d["text"][slice(*span)] for span in s["content"]))


class Text(html.parser.HTMLParser):
    """The words of a page, and its elements."""

    def __init__(self, page):
        super().__init__()
        self.words, self.elements = "", []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.elements.append(tag)

    def handle_data(self, data):
        self.words += data


def squeezed(text):
    return "".join(text.split())


# --- formats --------------------------------------------------------------------------------------

def places(findings):
    return [place for finding in findings for place in finding["evidence"]]


def check_rows(written, findings):
    assert written.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(written[1:], newline=""), strict=True))
    wanted = [(str(number), finding["kind"], place) for number, finding in enumerate(findings, 1)
              for place in finding["evidence"] or [None]]
    assert len(rows) == len(wanted)
    for row, (number, kind, place) in zip(rows, wanted):
        assert (row["finding"], row["kind"]) == (number, kind)
        for key in ("role", "document_id", "statement_id", "page_id"):
            assert row[key] == ((place or {}).get(key) or ""), (row, place)
        assert row["spans"] == " ".join(f"{b}-{e}" for b, e in (place or {}).get("spans", []))


def check_words(text, findings):
    """Every place with its words, whatever is around them."""
    text = squeezed(text)
    for place in places(findings):
        for key in ("role", "words", "document_id", "statement_id"):
            assert not place[key] or squeezed(place[key]) in text, (key, place)
    for finding in findings:
        assert squeezed(finding["kind"]) in text


def check_page(written, findings):
    page = Text(written)
    assert not {"script", "img", "line"} & set(page.elements) and "html" in page.elements
    check_words(page.words, findings)


def test_every_format_tells_the_same(store):
    for asked in ASKED:
        findings = store.ask(*asked)
        assert findings, asked
        check_rows(store.run(asked[0], "--format=csv", *asked[1:]), findings)
        check_page(store.run(asked[0], "--format=html", *asked[1:]), findings)
        places_too = ["--places"] if asked[0] == "audit" else []
        check_words(store.run(asked[0], *places_too, *asked[1:]), findings)


def test_trace_has_chain_corroboration_and_variants(store):
    asked = store.statement("gazette", "will close in June")
    told = store.ask("trace", asked)[0]
    findings = [told["chain"], told["corroboration"]]
    rows = store.run("trace", "--format=csv", asked)
    kinds = [row["kind"] for row in csv.DictReader(io.StringIO(rows[1:], newline=""), strict=True)]
    assert [kind for kind, _ in itertools.groupby(kinds)] == ["chain", "corroboration", "variants"]
    assert kinds.count("variants") == len(told["variants"])
    page = store.run("trace", "--format=html", asked)
    check_page(page, findings)
    assert Text(page).elements.count("html") == 1 and 'class="variants"' in page
    check_words(store.run("trace", asked), findings)


class Links(html.parser.HTMLParser):
    """The addresses that a page leads to."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.found += [dict(attributes)["href"]] if tag == "a" else []


def own_store(folder, **files):
    """A store of these files: JSON lines of dicts, or text."""
    other = Store.__new__(Store)
    other.path = os.path.join(folder, "other.db")
    for name, content in files.items():
        whole = "".join(json.dumps(each) + "\n" for each in content) if isinstance(content, list) else content
        suffix = "jsonl" if isinstance(content, list) else "txt"
        pathlib.Path(folder, f"{name}.{suffix}").write_text(whole, encoding="utf-8")
        other.run("add", "-q", os.path.join(folder, f"{name}.{suffix}"))
    return other


def test_documents_are_named_as_find_names_them(_):
    with tempfile.TemporaryDirectory() as folder:
        store = own_store(folder, memo="“The radar drops out in wet weather,” engineer Nils Aran said. It rained.\n")
        document = store.ask("find", "radar")[0]["document_id"]
        for asked in (("audit", document), ("timeline", "Nils Aran"), ("trace", "--chain", "radar drops")):
            table = store.run(*asked)
            assert "memo.txt" in table and document[:12] in table and document not in table, table
            assert "memo.txt" in Text(store.run(*asked, "--format=html")).words, asked
        whole = store.run("audit", "--places", document)
        assert "the author" in whole and "(nobody)" not in whole
        assert {place["title"] for place in places(store.ask("audit", document))} == {"memo.txt"}


def test_pages_link_to_addresses_alone(_):
    text = "“The radar drops out in wet weather,” engineer Nils Aran said. It rained."
    with tempfile.TemporaryDirectory() as folder:
        store = own_store(folder, both=[
            {"id": "good", "title": "Radar <b>", "url": "https://courier.example/radar?a=1&b=2", "text": text},
            {"id": "bad", "title": "Script", "url": "javascript:alert(1)", "text": text + " The wind rose."}])
        for asked in (("audit", "good"), ("story", "good"), ("timeline", "Nils Aran"), ("trace", "--chain", "good")):
            assert set(Links(store.run(*asked, "--format=html")).found) == {"https://courier.example/radar?a=1&b=2"}, asked
        page = Text(store.run("audit", "--format=html", "good"))
        assert "Radar <b>" in page.words and "b" not in page.elements[page.elements.index("main"):]
        assert set(Links(store.run("audit", "--format=html", "bad")).found) <= {"https://courier.example/radar?a=1&b=2"}


def test_timeline_tells_nothing_twice(_):
    with tempfile.TemporaryDirectory() as folder:
        store = own_store(folder, memo="“I am confident that the radar will be repaired before June,” engineer Nils Aran said on Monday.\n")
        nested = [s for s in json.loads(store.run("export"))["statements"] if s["parent"] is not None]
        assert nested and nested[0]["speaker"] == "Nils Aran", nested
        found = store.ask("timeline", "Nils Aran")
        assert len(found) == 1 and "confident" in str(found), found
        assert "neither it nor its page is dated" in store.run("timeline", "Nils Aran")


def test_who_is_called_by_a_surname_alone_is_found_by_the_whole_name(_):
    with tempfile.TemporaryDirectory() as folder:
        store = own_store(folder, memo="“The radar drops out in wet weather,” Mr. Aran said. “It will be repaired before June,” he said.\n")
        whole, part = store.ask("timeline", "Nils Aran"), store.ask("timeline", "Aran")
        assert whole == part and len(whole) == 2, (whole, part)
        assert store.run("timeline", "Aran").count("timeline") == 1
        assert run_badly(store, "timeline", "Nils Berg").returncode == 1


def test_of_a_lone_document_there_is_no_story(_):
    with tempfile.TemporaryDirectory() as folder:
        store = own_store(folder, memo="“The radar drops out in wet weather,” engineer Nils Aran said.\n")
        done = run_badly(store, "story", store.ask("find", "radar")[0]["document_id"])
        assert done.returncode == 1 and done.stdout == "" and "no other document" in done.stderr, done


def test_an_audit_begins_with_its_numbers(store):
    brief, whole = store.run("audit", "post").splitlines(), store.run("audit", "--places", "post")
    findings = store.ask("audit", "post")
    assert len([line for line in brief if line.startswith("audit")]) == len(findings) > 3
    assert len(brief) < 2 * len(findings) + 4 < len(whole.splitlines())
    assert all(place["words"][:20] in " ".join(whole.split()) for place in places(findings) if place["statement_id"])


def test_who_is_alone_has_nobody_else(_):
    with tempfile.TemporaryDirectory() as folder:
        store = own_store(folder, memo="“The radar drops out in wet weather,” engineer Nils Aran said.\n")
        asked = ("trace", "--corroboration", "radar drops")
        assert "nobody else" in store.run(*asked) and "nobody else" in Text(store.run(*asked, "--format=html")).words
        assert store.ask(*asked)[0]["corroboration"]["count"] == 1


# --- where it is written --------------------------------------------------------------------------

def run_badly(store, *arguments):
    return subprocess.run([program.PROGRAM, *arguments, "--store", store.path], capture_output=True, text=True,
                          encoding="utf-8", env=program.environment(), check=False)


def test_trace_writes_what_it_prints_to_a_file(store):
    asked = store.statement("gazette", "will close in June")
    with tempfile.TemporaryDirectory() as folder:
        for form in ("table", "jsonl", "csv", "html", "prov"):
            file = pathlib.Path(folder, form)
            assert store.run("trace", f"--format={form}", "-o", str(file), asked) == ""
            assert file.read_bytes() == store.run("trace", f"--format={form}", asked).encode()


def test_what_fails_leaves_no_file(store):
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "out")
        for command in ("trace", "story", "conflicts", "audit"):
            done = run_badly(store, command, "-o", file, "zqx-nowhere")
            assert done.returncode == 1 and done.stderr, (command, done)
        assert run_badly(store, "trace", "-o", file, '"unclosed').returncode == 2
        assert os.listdir(folder) == [], os.listdir(folder)


def test_trace_shows_where_a_query_makes_no_sense_as_find_does(store):
    for query in ('"unbal', 'ferry "unbal'):
        traced, found = run_badly(store, "trace", query), run_badly(store, "find", query)
        assert traced.stderr == found.stderr, (traced, found)
    assert "  ferry \"unbal\n        ^\n" in run_badly(store, "trace", 'ferry "unbal').stderr


# --- the whole store ------------------------------------------------------------------------------

def sides(finding):
    return finding["kind"], frozenset((e["document_id"], e["words"]) for e in finding["evidence"])


def test_conflicts_of_all_are_those_of_each_once(store):
    of_all = [sides(finding) for finding in store.ask("conflicts")]
    assert len(of_all) == len(set(of_all))
    assert {kind for kind, _ in of_all} >= {"number", "denial"}, of_all
    of_each = set()
    for name in ("radio", "gazette", "post", "star"):
        done = subprocess.run([program.PROGRAM, "conflicts", "--store", store.path, "--format=jsonl", name], capture_output=True,
                              text=True, env=program.environment(), check=False)
        of_each |= {sides(json.loads(line)) for line in done.stdout.splitlines()}
    assert set(of_all) == of_each, (of_all, of_each)


def test_each_document_is_in_one_story(store):
    names = [place["document_id"] for finding in store.ask("story") if finding["kind"] == "story" for place in finding["evidence"]]
    assert len(names) > 1 and len(names) == len(set(names))


def test_what_was_removed_is_in_no_finding(_):
    with tempfile.TemporaryDirectory() as folder:
        store = own_store(folder, all=DOCUMENTS)
        told = {place["document_id"] for asked in (("conflicts",), ("story",), ("timeline", "Ana Reed")) for place in places(store.ask(*asked))}
        assert told == {"radio", "gazette", "post", "star"}
        store.run("remove", "star")
        asked = ("timeline", "Ana Reed"), ("story", "gazette"), ("audit", "post"), ("story",)
        left = [place for each in asked for place in places(store.ask(*each))]
        assert {place["document_id"] for place in left} == {"radio", "gazette", "post"}
        assert all("star" not in (place["page_id"] or "") for place in left)
        done = run_badly(store, "conflicts", "post", "--format=jsonl")
        assert "star" not in done.stdout and run_badly(store, "audit", "star").returncode == 1


# --- much of one thing ----------------------------------------------------------------------------

def maker():
    """What names this version, so that documents bring their statements with them and the model is not run."""
    empty = subprocess.run([program.PROGRAM, "quotes", "-q", "--format=jsonl"], input="It rained.", capture_output=True, text=True,
                           env=program.environment(), check=True)
    return json.loads(empty.stdout)["made_by"]


def id_of(text):
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def page_that_says(number, content, speaker, publisher, **about):
    """A document with one statement: the content, then the speaker, who said so on the third of April."""
    text = f"{content} {speaker} said so. Then came {NOTHINGS[number % len(NOTHINGS)]} and {NOTHINGS[number * 7 % len(NOTHINGS)]}."
    begin = len(content) + 1
    end = begin + len(speaker)
    statement = {"id": id_of(f"{number} {content}"), "source": [[begin, end]], "cue": [[end + 1, end + 5]], "content": [[0, len(content)]],
                 "type": "direct" if content[0] == "“" else "indirect", "kind": "statement", "polarity": "asserted", "parent": None,
                 "speaker": speaker, "speaker_id": id_of(speaker), "sourcing": "named", "via": [], "occasion": None, "date": None,
                 "anonymity": None, "confidence": {"relation": 0.9, "speaker": 0.9, "sourcing": 0.9}, "why": [], **about}
    return {"id": f"page-{number}", "publisher": publisher, "date": "2031-04-03", "language": "en", "text": text,
            "statements": [statement], "own_voice": [], "flags": []}


HEARSAY_NEARBY_MAX = 32  # hearsay.h
NOTHINGS = ("rain", "a parade", "the tax office", "two tugboats", "a bishop", "tea", "the lighthouse keeper")


def store_of_pages(folder, pages):
    made_by = maker()
    return own_store(folder, pages=[{**page, "made_by": made_by} for page in pages])


def processor_seconds(store, *arguments):
    before = os.times()
    store.run(*arguments)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def variants(count):
    return [page_that_says(number, f"“The ferry company knew of the cracked rudder {number} days before it sailed from Northport.”",
                           "Ana Ortova", f"Outlet {number}") for number in range(count)]


def test_a_thousand_variants_are_told_in_proportion(_):
    with tempfile.TemporaryDirectory() as few_in, tempfile.TemporaryDirectory() as many_in:
        pages = variants(1000)
        few, many = store_of_pages(few_in, pages[:100]), store_of_pages(many_in, pages)
        asked = pages[700]["statements"][0]["id"]
        done = run_badly(many, "trace", asked)
        assert "1,000 variants in 1,000 documents" in done.stdout and "1,000 variants; 52 shown" in done.stderr, done.stderr
        assert "page-700" in done.stdout and len(done.stdout) < 50_000
        shown = many.ask("trace", "--variants", "--limit=3", asked)
        assert len(shown) == 5 and sum(variant["fullest"] for variant in shown) == 1, shown  # with the fullest and the one asked for
        assert sum(variant["document_id"] == "page-700" for variant in shown) == 1
        assert "1,000 variants" in many.run("trace", "--format=html", asked)
        assert len(many.ask("trace", "--limit=0", asked)[0]["variants"]) == 1000
        told = many.ask("trace", asked)[0]
        assert len(told["corroboration"]["evidence"]) <= 2 * HEARSAY_NEARBY_MAX and told["corroboration"]["count"] <= HEARSAY_NEARBY_MAX
        first = pages[0]["statements"][0]["id"]
        of_few, of_many = (processor_seconds(store, "trace", "--limit=0", first) for store in (few, many))
        assert of_many < 30 * of_few + 0.1, (of_few, of_many)  # ten times as many; a square would be a hundred
        assert processor_seconds(many, "trace", "--chain", first) < 0.5 * of_many


# --- PROV -----------------------------------------------------------------------------------------

PROV = "http://www.w3.org/ns/prov#"


def test_chains_are_prov(store):
    written = store.run("trace", "--format=prov", store.statement("gazette", "will close in June"))
    nodes = {node["@id"]: node for node in json.loads(written)["@graph"] if "prov:wasAttributedTo" in node}
    page = nodes["urn:hearsay:document:gazette"]
    assert page["prov:wasQuotedFrom"] == {"@id": "urn:hearsay:document:radio"}
    assert page["prov:wasRevisionOf"]["@id"] == "urn:hearsay:document:gazette:version:1"
    assert "prov:wasRevisionOf" not in nodes["urn:hearsay:document:radio"]
    if rdflib is None:
        print("without rdflib")
        return
    graph = rdflib.Graph().parse(data=written, format="json-ld")
    said = {(str(s).rsplit(":document:")[-1], str(p).removeprefix(PROV), str(o).rsplit(":document:")[-1]) for s, p, o in graph}
    assert {("gazette", "wasQuotedFrom", "radio"), ("gazette", "hadPrimarySource", "radio"),
            ("gazette", "wasRevisionOf", "gazette:version:1")} <= said, said


def main():
    program.need_model()
    with tempfile.TemporaryDirectory() as folder:
        store = Store(folder)
        for name, test in list(globals().items()):
            if name.startswith("test_"):
                test(store)
                print(name)


main()
