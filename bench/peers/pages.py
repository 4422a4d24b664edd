"""Articles of web pages as trafilatura and readability-lxml take them.

usage: pages.py trafilatura|readability PAGES OUT

PAGES names a file a line. Writes {"id", "text", "title", "author", "date"} a line, the id being the file's name, and
last {"pages", "seconds"}: the processor's time, files and starting apart. trafilatura is asked for metadata, too, as
the program gives them.
"""
import json
import logging
import os
import sys
import time


def trafilatura():
    from trafilatura import bare_extraction

    def read(page):
        found = bare_extraction(page, include_comments=False, with_metadata=True)
        found = found.as_dict() if found else {}
        return {key: found.get(key) for key in ("text", "title", "author", "date")}
    return read


def readability():
    from readability import Document

    def read(page):
        document = Document(page.decode("utf-8", "replace"))
        return {"html": document.summary(), "title": document.short_title()}
    return read


def main():
    logging.disable(logging.CRITICAL)
    read, seconds = {"trafilatura": trafilatura, "readability": readability}[sys.argv[1]](), 0
    with open(sys.argv[2], encoding="utf-8") as f:
        paths = f.read().splitlines()
    with open(sys.argv[3], "w", encoding="utf-8") as out:
        for path in paths:
            with open(path, "rb") as f:
                page = f.read()
            begun = time.process_time()
            try:
                found = read(page)
            except Exception as problem:  # a page that it cannot read counts as empty
                found = {"text": "", "problem": str(problem)}
            seconds += time.process_time() - begun
            out.write(json.dumps({"id": os.path.basename(path)} | found) + "\n")
        out.write(json.dumps({"pages": len(paths), "seconds": seconds}) + "\n")


main()
