"""Time and memory for texts of a given size, put together from examples/, as one document and as many."""
import json
import os

import processes

PROJECT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def example_texts():
    folder = os.path.join(PROJECT, "examples", "articles")
    for name in sorted(os.listdir(folder)):
        if name.endswith((".txt", ".md")):
            with open(os.path.join(folder, name), encoding="utf-8") as f:
                yield f.read()


def enough(texts, size):
    """The texts, over and over, until they have that many bytes."""
    made, total = [], 0
    while total < size:
        made.append(texts[len(made) % len(texts)])
        total += len(made[-1].encode()) + 2
    return made


def grow(folder, megabytes):
    """Two files of that size: one document, and one document a line."""
    made = enough(list(example_texts()), megabytes * 1_000_000)
    one, many = os.path.join(folder, f"one{megabytes}.txt"), os.path.join(folder, f"many{megabytes}.jsonl")
    with open(one, "w", encoding="utf-8") as f:  # piece by piece: a child's peak is never below its parent's memory
        for text in made:
            f.write(text + "\n\n")
    with open(many, "w", encoding="utf-8") as f:
        for i, text in enumerate(made):
            f.write(json.dumps({"id": str(i), "text": text}) + "\n")
    return one, many


def show(quotes, megabytes, folder):
    """`quotes` makes the command that reads a file, given it and further options."""
    print("Texts of a given size, one thread:")
    print("      MB  as                  wall s   processor s    s/MB   peak MB")
    for size in megabytes:
        for path, name in zip(grow(folder, size), ("one document", "a document a line")):
            wall, processor, memory = processes.run(quotes(path, "--threads", "1", "--max-size", "1G"))
            print(f"  {size:6}  {name:18} {wall:8.1f}    {processor:9.1f} {processor / size:8.2f} {memory:9.0f}", flush=True)
            os.unlink(path)
