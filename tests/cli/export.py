"""What `hearsay export` writes is read by what reads such files elsewhere: hearsay itself, rdflib (JSON-LD) and
networkx (GraphML)."""

import csv
import io
import json
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(os.environ["SOURCE_DIR"]) / "tests/support"))
import program

try:
    import networkx
    import rdflib
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(program.SKIPPED)

HOSTILE = {"id": 'a "b" <c>', "title": "</data>&\u202e\x07", "publisher": "=Q & <Sons>", "url": "javascript:alert(1)",
           "text": "“We will <win> & \x0c stay,” Ada Moreno said on Monday.\n\n**Ben** told CNN that 東京 was “fine”."}
STORE = f"""
. "$ROOT"/tests/data/desk.sh
cat >hostile.jsonl <<'END'
{json.dumps(HOSTILE)}
END
hearsay add -q hostile.jsonl
"""


def after(script):
    out, errors, status = program.run((STORE + script).encode())
    assert status == 0 and not errors, errors.decode()
    return out.decode()


def lines(script):
    return [json.loads(line) for line in after(script).splitlines()]


def documents():
    return lines("hearsay export")


def statements():
    return [(document, each) for document in documents() for each in document["statements"]]


# --- hearsay --------------------------------------------------------------------------------------

def test_export_is_what_quotes_writes():
    assert documents() == lines("cat desk.jsonl hostile.jsonl | hearsay quotes -q --format=jsonl --with-text")


def test_another_store_takes_it_and_holds_the_same():
    both = after("hearsay export >a.jsonl; hearsay add --store=b.db a.jsonl 2>told; grep brought told; "
                 "hearsay export --store=b.db -o b.jsonl; cmp a.jsonl b.jsonl && echo same")
    assert "4 brought their" in both and both.endswith("same\n"), both


def test_older_versions_are_written_where_they_are_wanted():
    newer = "echo '{\"id\": \"wire-9\", \"text\": \"The gale passed.\"}' | hearsay add -q\n"
    assert len(lines(newer + "hearsay export")) == 4
    assert len(lines(newer + "hearsay export --all-versions")) == 5


def test_only_named_documents():
    assert [document["id"] for document in lines("hearsay export wire-8 wire-7")] == ["wire-8", "wire-7"]


# --- JSON-LD --------------------------------------------------------------------------------------

OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
SCHEMA = rdflib.Namespace("https://schema.org/")
# The terms of http://www.w3.org/ns/anno.jsonld that are used, as that page defines them; nothing is fetched here.
ANNOTATION_TERMS = {
    "oa": str(OA), "dc": "http://purl.org/dc/elements/1.1/", "as": "http://www.w3.org/ns/activitystreams#",
    "rdf": str(rdflib.RDF), "foaf": "http://xmlns.com/foaf/0.1/", "dcterms": "http://purl.org/dc/terms/",
    "id": {"@type": "@id", "@id": "@id"}, "type": {"@type": "@id", "@id": "@type"},
    "Annotation": "oa:Annotation", "TextualBody": "oa:TextualBody", "Software": "as:Application",
    "TextQuoteSelector": "oa:TextQuoteSelector", "TextPositionSelector": "oa:TextPositionSelector",
    "identifying": "oa:identifying", "describing": "oa:describing",
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"}, "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "body": {"@type": "@id", "@id": "oa:hasBody"}, "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"}, "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix", "value": "rdf:value", "format": "dc:format",
    "start": {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger", "@id": "oa:end"},
    "generator": {"@type": "@id", "@id": "as:generator"}, "name": "foaf:name",
}


def graph_of(objects, address, terms):
    graph = rdflib.Graph()
    for each in objects:
        assert each["@context"] == address
        graph.parse(data=json.dumps({**each, "@context": terms}), format="json-ld")
    return graph


def test_annotations_point_at_the_contents():
    written = lines("hearsay export --format=webannotation")
    graph = graph_of(written, "http://www.w3.org/ns/anno.jsonld", ANNOTATION_TERMS)
    found = statements()
    assert len(set(graph.subjects(rdflib.RDF.type, OA.Annotation))) == len(found) > 5
    for (document, statement), annotation in zip(found, written):
        assert annotation["id"] == f"urn:hearsay:statement:{statement['id']}"
        assert len(annotation["target"]) == len(statement["content"])
        for target, (begin, end) in zip(annotation["target"], statement["content"]):
            quote, position = target["selector"]
            text = document["text"]
            assert (position["start"], position["end"]) == (begin, end) and quote["exact"] == text[begin:end]
            assert quote["prefix"] == text[max(0, begin - 32):begin] and quote["suffix"] == text[end:end + 32]
    for annotation in graph.subjects(rdflib.RDF.type, OA.Annotation):
        assert graph.value(annotation, OA.motivatedBy) == OA.identifying
        for target in graph.objects(annotation, OA.hasTarget):
            assert isinstance(graph.value(target, OA.hasSource), rdflib.URIRef)
            assert len(set(graph.objects(target, OA.hasSelector))) == 2
    sources = {str(source) for source in graph.objects(None, OA.hasSource)}
    assert "https://courier.example/7" in sources and "urn:hearsay:document:a%20%22b%22%20%3Cc%3E" in sources
    assert not any(source.startswith("javascript") for source in sources)


def test_quotations_have_their_speakers():
    written = lines("hearsay export --format=schema")
    graph = graph_of(written, "https://schema.org", {"@vocab": str(SCHEMA)})
    quoted = [statement for _, statement in statements() if statement["type"] != "indirect"]
    assert len(set(graph.subjects(rdflib.RDF.type, SCHEMA.Quotation))) == len(quoted) > 2
    names = {str(name) for person in graph.objects(None, SCHEMA.spokenByCharacter) for name in graph.objects(person, SCHEMA.name)}
    assert {"Ada Moreno", "Zoë Łukaszewicz"} <= names, names
    for quotation in graph.subjects(rdflib.RDF.type, SCHEMA.Quotation):
        article = graph.value(quotation, SCHEMA.isPartOf)
        assert graph.value(quotation, SCHEMA.text) and graph.value(article, rdflib.RDF.type) == SCHEMA.Article
    assert rdflib.Literal("2031-03-31") in set(graph.objects(None, SCHEMA.dateCreated))


# --- GraphML and CSV ------------------------------------------------------------------------------

def test_graph_tells_who_quotes_whom():
    graph = networkx.parse_graphml(after("hearsay export --format=graphml"))
    named = {}
    for node, data in graph.nodes(data=True):
        named.setdefault((data["kind"], data["label"]), []).append(node)
    assert len([kind for kind, _ in named if kind == "document"]) == 4
    (ada,), (courier,) = named["speaker", "Ada Moreno"], named["outlet", "The Courier"]
    quoting = {graph.nodes[document]["label"] for document in graph.predecessors(ada)}
    assert {"Ferry inquiry opens", "Moreno resigns"} <= quoting, quoting
    assert {graph.nodes[document]["label"] for document in graph.successors(courier)} == {"Ferry inquiry opens", "=Storm"}
    weights = sum(data["weight"] for _, _, data in graph.edges(data=True) if data["relation"] == "quotes")
    assert weights == sum(len((s["speaker"] or "").split("; ")) for _, s in statements() if s["speaker"])
    assert any(data["relation"] == "via" for _, _, data in graph.edges(data=True))


def test_one_person_is_one_node():
    two = [{"id": name, "text": f"“We will appeal,” {who} said on Monday."} for name, who in
           (("a", "Sergei Lavrov"), ("b", "Sergey Lavrov"))]
    script = "".join(f"cat >{each['id']}.jsonl <<'END'\n{json.dumps(each)}\nEND\n" for each in two)
    out, errors, status = program.run((script + "hearsay add -q a.jsonl b.jsonl; hearsay export --format=graphml").encode())
    assert status == 0 and not errors, errors.decode()
    graph = networkx.parse_graphml(out.decode())
    (lavrov,) = (node for node, data in graph.nodes(data=True) if data["kind"] == "speaker")
    assert {graph.nodes[document]["label"] for document in graph.predecessors(lavrov)} == {"a", "b"}


def test_table_has_a_row_for_each_statement():
    rows = list(csv.DictReader(io.StringIO(after("hearsay export --format=csv").lstrip("\ufeff")), strict=True))
    assert [row["statement_id"] for row in rows] == [statement["id"] for _, statement in statements()]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_a_file_appears_when_it_is_whole():
    out, errors, status = program.run((STORE + "hearsay export -o out.jsonl nobody; ls out.jsonl").encode())
    assert status == 2 and b"no document is called nobody" in errors and b"out.jsonl\n" not in out


program.need_model()
for name, test in list(globals().items()):
    if name.startswith("test_"):
        test()
        print(f"ok {name}")
