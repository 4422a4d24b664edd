"""Speakers across documents, by the program: the same whether a store reads the texts or what `quotes` wrote of them,
and whatever the order."""
import json
import os
import sqlite3
import subprocess
import tempfile

HEARSAY = os.environ["HEARSAY"]
TEXTS = {
    "a": "“We will appeal,” Sergei Lavrov said on Monday. Lavrov said that he was tired.",
    "b": "Foreign Minister Sergey Lavrov said that the court was wrong.",
    "c": "Lavrov said that nothing was decided.",
    "d": "The court was wrong, Ada Moreno said.",
}


def run(*arguments, given=None):
    return subprocess.run([HEARSAY, *arguments], input=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True,
                          text=True, encoding="utf-8").stdout


def lines(names):
    return "".join(json.dumps({"id": name, "text": TEXTS[name]}) + "\n" for name in names)


def people(folder, name, given):
    """{person: the documents in which it speaks} of a store to which documents were added."""
    source, store = os.path.join(folder, name + ".jsonl"), os.path.join(folder, name + ".db")
    with open(source, "w", encoding="utf-8") as f:
        f.write(given)
    run("add", "--store", store, source)
    rows = sqlite3.connect(store).execute(
        "SELECT persons.id, persons.name, documents.id FROM persons JOIN speakers ON person = persons.key "
        "JOIN documents ON documents.key = speakers.document ORDER BY 1, 3").fetchall()
    out = {}
    for person, called, document in rows:
        out.setdefault((person, called), []).append(document)
    return out


def main():
    with tempfile.TemporaryDirectory() as folder:
        read = people(folder, "read", lines("abcd"))
        assert sorted(read.values()) == [["a", "b"], ["c"], ["d"]], read
        assert people(folder, "turned", lines("dcba")) == read
        written = run("quotes", "--format", "jsonl", "--with-text", "-", given=lines("abcd"))
        assert people(folder, "brought", written) == read


main()
