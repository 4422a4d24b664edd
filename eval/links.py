"""Other genres, other years: how many of the spans of ecb-plus/links.jsonl are covered.

A span is one that some link has at one end, counted once. It is covered if the content of one found
statement, all its parts together, holds at least half of the span's letters and digits. Only the
articles in which such spans lie are read.
"""
import places


def letters(spans, text):
    return {i for begin, end in spans for i in range(begin, min(end, len(text))) if text[i].isalnum()}


def linked_spans(links):
    """{document: its spans}"""
    out = {}
    for link in links:
        for side in (link["a"], link["b"]):
            out.setdefault(side["doc"].lower(), set()).add(tuple(side["span"]))
    return out


def covered(span, contents, text):
    wanted = letters([span], text)
    return any(2 * len(wanted & content) >= max(1, len(wanted)) for content in contents)


def coverage(spans, documents, found):
    """(covered, all); `documents` have texts, `found` have statements, `spans` are linked_spans."""
    texts = {d["id"].lower(): d["text"] for d in documents}
    hits = total = 0
    for doc in found:
        text = texts[doc["id"].lower()]
        contents = [letters(s["content"], text) for s in doc["statements"]]
        wanted = spans[doc["id"].lower()]
        hits += sum(covered(span, contents, text) for span in wanted)
        total += len(wanted)
    return hits, total


def measure(folder, model):
    spans = linked_spans(places.read(places.shared(folder, "data", "ecb-plus", "links.jsonl")))
    everything = places.read(places.shared(folder, "data", "ecb-plus", "documents.jsonl"))
    documents = [{"id": d["id"], "text": d["text"]} for d in everything if d["id"].lower() in spans]
    given = places.write(places.output("links.documents.jsonl"), documents)
    found = places.read(places.quotes(model, given, places.output("links.found.jsonl")))
    return coverage(spans, documents, found)
