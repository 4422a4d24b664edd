"""The table and the page that `hearsay quotes` writes hold what its JSON does, and do nothing."""

import base64
import csv
import functools
import hashlib
import html.parser
import io
import json
import os
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(os.environ["SOURCE_DIR"]) / "tests/support"))
import program

TEXT = (
    "“We will win,” John Smith said. The board <script>alert(1)</script> said that </style> it ]]> --> "
    "was “fine & dandy” &lt; late.\n\n=1+1 is what “+cmd” said on Monday. \u202eevil said “abc” here.\u202c Mary "
    "Jones said that it was \x00\x1b[31mlate\u200b.\n\nShe said that Mr. Smith believes that the bank will fail, and "
    "asked for time.\n\nقال الوزير. The minister said that \"it is ready\"."
)
HOSTILE = [
    {"id": '"><script>alert(1)</script>', "title": "</title></style><script>alert(1)</script>", "text": TEXT,
     "author": '" onmouseover="x', "publisher": "<b>P</b>\r\n& Sons", "date": "\u202e2024", "url": "javascript:alert(1)"},
    {"id": "=cmd|' /C calc'!A0", "title": "@SUM(1)", "author": "\t=1", "publisher": "\r+1", "date": "－1", "text": TEXT,
     "url": "data:text/html,<script>alert(1)</script>"},
    {"id": "3", "title": " ]]> <!-- ", "text": TEXT, "url": "HTTPS://a.example/?b='\"><script>x</script>\\&c= \u202e"},
    {"id": "4", "text": ""},
]
DOCUMENTS = r"""
cd "$ROOT"/examples/articles
cp ferry-m* accord-a* accord-p* wire.jsonl "$OLDPWD"
cd "$OLDPWD"
cat >hostile.jsonl
"""


@functools.cache
def quotes(*options):
    """Standard output of the program, reading examples and the hostile documents."""
    lines = "".join(json.dumps(document) + "\n" for document in HOSTILE)
    script = DOCUMENTS.replace("cat >hostile.jsonl", f"cat >hostile.jsonl <<'END'\n{lines}END") + \
        f"hearsay quotes -q {' '.join(options)} *"
    out, errors, status = program.run(script.encode())
    assert status == 0 and not errors, errors.decode()
    return out.decode()


def known():
    return [json.loads(line) for line in quotes("--format=jsonl", "--with-text").splitlines()]


# --- the table -----------------------------------------------------------------------------------

FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")


def test_table_holds_what_json_does():
    written = quotes("--format=csv")
    assert written.startswith("\ufeff") and written.count("\ufeff") == 1
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written)
    rows = list(csv.DictReader(io.StringIO(written[1:], newline=""), strict=True))
    statements = [(document, statement) for document in known() for statement in document["statements"]]
    assert len(rows) == len(statements) > 80 and written.count("\n") == len(rows) + 1
    for row, (document, statement) in zip(rows, statements):
        assert None not in row and None not in row.values()
        assert not any(FORMULA.match(cell) for cell in row.values()), row
        assert row["statement_id"] == statement["id"] and row["type"] == statement["type"]
        assert float(row["confidence"]) == statement["confidence"]["relation"]
        for name in ("source", "cue", "content"):
            assert json.loads(row[f"{name}_offsets"]) == statement[name]
        parts = [document["text"][begin:end] for begin, end in statement["content"]]
        if document["id"].startswith("ferry-me") and not re.search(r"[\[*\\\s]{2}|\n", "".join(parts)):
            assert row["content"] == " … ".join(parts), row


# --- the page ------------------------------------------------------------------------------------

ATTRIBUTES = {
    "html": {"lang"}, "head": set(), "meta": {"charset", "http-equiv", "content", "name"}, "title": set(),
    "style": set(), "body": set(), "template": {"shadowrootmode"}, "slot": {"name"},
    "header": {"slot", "id", "class"}, "nav": {"slot", "aria-labelledby"}, "main": set(), "footer": set(),
    "section": {"aria-label"}, "article": {"id", "aria-labelledby"}, "div": {"class"}, "h1": set(),
    "h2": {"id", "dir", "lang", "class"}, "h3": {"dir", "lang"}, "p": {"id", "class", "dir", "lang"},
    "blockquote": {"dir", "lang"}, "br": set(), "ul": {"class"}, "ol": {"role"}, "li": {"id", "class"},
    "dl": {"class"}, "dt": set(), "dd": set(), "em": set(), "details": set(), "summary": set(),
    "a": {"class", "href", "rel", "aria-label", "data-no"}, "span": {"class", "id", "data-no"},
    "b": {"dir"}, "i": {"dir"}, "bdi": {"class"},
}


class Page(html.parser.HTMLParser):
    """Elements that are known, with attributes that are known, nested as they should be."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.links, self.style, self.policy, self.numbers = [], [], [], "", "", 0
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag, attributes):
        unknown = {name for name, _ in attributes} - ATTRIBUTES[tag]
        assert not unknown, (tag, unknown)
        given = dict(attributes)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        self.policy = given["content"] if given.get("http-equiv") == "Content-Security-Policy" else self.policy
        self.numbers += tag == "li" and bool(re.fullmatch(r"a\d+l\d+", given.get("id", "")))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag

    def handle_data(self, data):
        if self.open and self.open[-1] == "style":
            self.style += data
        else:
            assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]", data), data

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")

    def unknown_decl(self, data):
        raise AssertionError(f"a declaration: {data}")


def test_page_is_whole_and_harmless():
    written = quotes("--format=html")
    page = Page(written)
    assert len(page.ids) == len(set(page.ids))
    inner = [link for link in page.links if link.startswith("#")]
    outer = [link for link in page.links if not link.startswith("#")]
    assert {link[1:] for link in inner} <= set(page.ids)
    assert outer and all(re.fullmatch(r"(?i)https?://[\x21-\x7e]+", link) for link in outer), outer
    assert page.numbers == sum(len(document["statements"]) for document in known())
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert page.policy == ("default-src 'none'; base-uri 'none'; form-action 'none'; "
                           f"style-src 'sha256-{digest}'"), page.policy
    assert not re.search(r"url\(|@import|expression|<", page.style)


def test_page_of_one_article_has_no_contents_and_an_empty_one_says_so():
    one = program.run(b"echo 'He said no.' | hearsay quotes -q --format=html")[0].decode()
    assert "<nav" not in one and Page(one)
    none = program.run(b"echo '{\"text\": \"\"}' | hearsay quotes -q --format=html")[0].decode()
    assert "(no text)" in none and Page(none)
    nothing = program.run(b": >a.jsonl; hearsay quotes -q --format=html a.jsonl")[0].decode()
    assert "There was nothing to read." in nothing and Page(nothing)


def test_page_says_what_was_left_out():
    assert "lower confidence than 0.8 are left out" in quotes("--format=html", "--min-confidence=0.8")


# --- both ----------------------------------------------------------------------------------------


def test_threads_change_nothing():
    for name in ("csv", "html"):
        assert quotes(f"--format={name}", "--threads=1") == quotes(f"--format={name}", "--threads=3")


def main():
    program.need_model()
    for name, test in list(globals().items()):
        if name.startswith("test_"):
            test()
            print(f"{name}: passed")


main()
