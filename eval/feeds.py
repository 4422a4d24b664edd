"""Entries of feeds, against feedparser: what share of those that it finds are found, with the same
link, title and content where it has some.

    python3 -m venv build/peers/feedparser && build/peers/feedparser/bin/pip install feedparser==6.0.14
    build/peers/feedparser/bin/python eval/feeds.py --data ../shared [--program build/release/hearsay-feed]

The feeds are those of feedparser's own tests. Links must be the same; of titles and contents the
letters and digits, without tags, since feedparser cleans the HTML that it gives and we do not. An
entry's content is, on both sides, its summary where it has no content. Prints the misses, too, with
--misses. Feeds in all other folders must be read without a crash.
"""
import argparse
import collections
import html
import json
import pathlib
import re
import subprocess
import sys


def plain(text):
    """What can be compared of HTML or text: letters and digits that are seen."""
    text = re.sub(r"(?s)<!--.*?-->", "", text or "")
    text = re.sub(r"(?is)<(script|style|applet|object)\b.*?</\1\s*>", "", text)
    text = html.unescape(html.unescape(re.sub(r"<[^>]*>", "", text)))
    return "".join(c for c in text.casefold() if c.isalnum())


def theirs(path):
    import feedparser
    for entry in feedparser.parse(path.read_bytes()).entries:
        contents = [c.get("value") or "" for c in entry.get("content", [])]
        yield {"link": entry.get("link"), "title": entry.get("title"),
               "content": next((c for c in contents if c), None) or entry.get("summary")}


def ours(program, paths):
    """{path: entries}"""
    done = subprocess.run([program, *map(str, paths)], capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{program} ended with {done.returncode}:\n{done.stderr.decode()}")
    found = collections.defaultdict(list)
    for line in done.stdout.decode().split("\n")[:-1]:
        entry = json.loads(line)
        found[entry["file"]].append({"link": entry["link"], "title": entry["title"],
                                     "content": entry["content"] or entry["summary"]})
    return found


def agreement(entry, other):
    """For each part that feedparser has, whether it is the same."""
    parts = {"entry": other is not None}
    for part in ("link", "title", "content"):
        if plain(entry[part]):
            mine = (other or {}).get(part)
            same = mine == entry[part] if part == "link" else plain(mine) == plain(entry[part])
            parts[part] = same
    return parts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=pathlib.Path, default="../shared")
    parser.add_argument("--program", default="build/release/hearsay-feed")
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    feeds = sorted((args.data / "data/feeds").rglob("*.xml"))
    entries = ours(args.program, feeds)
    print(f"{len(feeds)} feeds read without a crash")
    right, total = collections.Counter(), collections.Counter()
    for path in (p for p in feeds if "wellformed" in p.parts):
        found = entries[str(path)]
        for number, entry in enumerate(theirs(path)):
            parts = agreement(entry, found[number] if number < len(found) else None)
            for part, same in [*parts.items(), ("all", all(parts.values()))]:
                total[part] += 1
                right[part] += same
            if args.misses and not all(parts.values()):
                print(path.relative_to(args.data), parts, entry, found[number:number + 1], sep="\n  ")
    for part in ("entry", "link", "title", "content", "all"):
        print(f"{part:8} {right[part]:5} of {total[part]:5}  {100 * right[part] / total[part]:.1f} %")


if __name__ == "__main__":
    main()
