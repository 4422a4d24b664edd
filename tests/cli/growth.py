"""Time grows with what comes in and goes out: the commands that reason are asked about one document of many like statements
and about many identical documents, of one number and of four times as many. Four times the processor's time is fair,
sixteen times would be the square; the bound lies between. The documents are made up with their statements."""

import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(os.environ["SOURCE_DIR"]) / "tests/support"))
import bodies
import program

TIMES, BOUND = 4, 9
LEAST_SECONDS = 0.04  # of the smaller one: below, what starting the program takes is all that counts
STATEMENTS, COPIES = 400, 250

program.need_model()
MADE_BY = bodies.maker()


def statement(number, at, sentence, negated):
    """Of a sentence "Ada Moreno said that ...", or denied, that begins at a place of the text."""
    name, cue = "Ada Moreno", sentence.split()[2]
    begin = at + len(name) + 1
    content = at + sentence.index("that ")
    return {"id": f"{number:016x}", "source": [[at, at + len(name)]], "cue": [[begin, begin + len(cue)]],
            "content": [[content, at + len(sentence) - 1]], "type": "indirect", "kind": "statement",
            "polarity": "negated" if negated else "asserted", "speaker": name, "speaker_id": "5" * 16, "sourcing": "named",
            "confidence": {"relation": 0.9, "speaker": 0.9, "sourcing": 0.9}}


def document(name, publisher, sentences, first):
    """Of such sentences; the numbers of its statements begin with `first`."""
    text, statements = "", []
    for sentence in sentences:
        statements.append(statement(first + len(statements), len(text), sentence, " refused " in sentence))
        text += sentence + " "
    return {"id": name, "made_by": MADE_BY, "publisher": publisher, "text": text, "statements": statements,
            "speakers": [{"id": "5" * 16, "name": "Ada Moreno", "type": "person", "names": ["Ada Moreno"], "roles": [],
                          "members": []}],
            "own_voice": [], "flags": []}


def long_document(count):
    return [document("long", "The Northport Gazette",
                     [f"Ada Moreno said that item {i} of the harbour plan was ready for Pellworth." for i in range(count)], 0)]


def same_documents(count):
    sentences = ["Ada Moreno said that the bridge at Pellworth had been closed as its northern cable snapped in the storm.",
                 "Ada Moreno said that the ferry would sail from the old harbour till the cable is replaced in May."]
    return [document(f"same-{i}", f"Paper {i}", sentences, 2 * i) for i in range(count)]


def add(folder, name, documents):
    store, lines = os.path.join(folder, f"{name}.db"), os.path.join(folder, f"{name}.jsonl")
    with open(lines, "w", encoding="utf-8") as f:
        f.writelines(json.dumps(each) + "\n" for each in documents)
    program.output("hearsay", "add", "-q", "--store", store, lines)
    return store


def seconds(store, command, *arguments):
    """Of the processor, for a question; and what was answered."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([program.PROGRAM, command, "--store", store, "--format=jsonl", *arguments],
                          env=program.environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode in (0, 1), (command, arguments, done.returncode)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, done.stdout


def check(small, large, *question):
    few, many = seconds(small, *question)[0], seconds(large, *question)[0]
    told = f"{' '.join(question)}: {few * 1000:.0f} ms, and {many * 1000:.0f} of {TIMES} times as much"
    assert many <= BOUND * max(few, LEAST_SECONDS), told
    print(told)


def check_all(folder, name, made, count, questions):
    small = add(folder, f"{name}-small", made(count))
    large = add(folder, f"{name}-large", made(TIMES * count))
    for question in questions:
        check(small, large, *question)
    return large


def main():
    with tempfile.TemporaryDirectory() as folder:
        check_all(folder, "long", long_document, STATEMENTS,
                  [["audit", "long"], ["trace", "--chain", "long"], ["trace", "harbour plan"], ["conflicts"],
                   ["conflicts", "long"], ["story"], ["timeline", "Moreno"]])
        same = check_all(folder, "same", same_documents, COPIES,
                         [["conflicts"], ["story"], ["story", "same-0"], ["trace", "same-0"], ["audit", "same-0"],
                          ["trace", "--chain", "same-0"], ["trace", "northern cable"], ["timeline", "Moreno"]])
        stories = [json.loads(line) for line in seconds(same, "story")[1].splitlines()]
        told = [each["count"] for each in stories if each["kind"] == "story"]
        assert told == [TIMES * COPIES], f"stories of {told} documents"


main()
