/* Stage 1, read: bytes -> a text, its metadata, and what of it a reader sees.
 *
 * Everything in a reading lives in the arena it was read into, or is borrowed from the bytes that
 * were read, which must live as long. */
#ifndef READ_READ_H
#define READ_READ_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"
#include "hearsay.h"

#include <stddef.h>

/* A stretch of text that is seen as it stands. */
typedef struct {
    size_t shown; /* where it begins in the shown text */
    size_t text;  /* where it begins in the text */
} run;

/* The text as a reader sees it, markup left out, and the way back from there to the text. Later
 * stages work on `shown` alone; their spans are carried back by view_span. */
typedef struct {
    str text;
    str shown; /* the same bytes as `text` where there is no markup */
    run *runs; /* [run_count], ascending; runs[0].shown is 0; run_count 0 where nothing is shown */
    size_t run_count;
} view;

/* A span of `shown` as a span of `text`: from the first byte seen to after the last one, so that
 * markup at its edges stays outside and markup within stays inside. An empty span stays empty. */
span view_span(const view *self, span shown);

/* The way there: what of a span of `text` is shown; empty where nothing of it is. */
span view_shown(const view *self, span text);

/* Where run `i` stands in the text. */
span view_run(const view *self, size_t i);

/* What a reader sees of a part of the text, in the arena: without Markdown, and with one space
 * where there is white space. */
str view_text(const view *self, span part, arena *into);

/* What a part of the text was in a page or feed. The parts of a text that has no such structure of
 * its own (plain text, Markdown) are not told apart here. */
typedef enum {
    BLOCK_PARAGRAPH,
    BLOCK_HEADING,
    BLOCK_ITEM,      /* of a list */
    BLOCK_QUOTATION, /* set off from what is around it */
    BLOCK_POST       /* embedded from a platform: a tweet and the like */
} block_kind;

typedef struct {
    span span;
    block_kind kind;
} block;

/* A part of the text that led elsewhere. */
typedef struct {
    span span;
    str url; /* absolute, where the page's own address is known */
} hyperlink;

/* Where a stretch of text comes from: up to the next run, byte for byte where both are equally
 * long, else as a whole (an entity, a decoded character). */
typedef struct {
    size_t text;
    size_t source, source_end; /* in the file, or in the record's payload */
} source_run;

typedef struct {
    view view;
    hearsay_metadata metadata; /* data NULL where a field is not given; all well-formed UTF-8 */
    block *blocks;             /* [block_count], ascending, apart from each other */
    size_t block_count;
    hyperlink *links; /* [link_count], ascending */
    size_t link_count;
    str origin; /* of a document that hearsay exported: where that one was read; else NULL */
    source_run *sources; /* [source_count], ascending; none: the text is the bytes themselves */
    size_t source_count;
    str original; /* what `sources` leads to: the file, or the line, row, entry, payload */
    bool made;    /* the text is a reader's work, not the bytes decoded or a string of JSON */
    bool page;    /* and read_web_page reads `original` as it was read, with these two: */
    str charset, address;   /* as a server named them; data NULL where not known */
    str made_by;            /* what found `found`; data NULL: the document brought nothing */
    str found;              /* JSON: what docs/format.md tells from "made_by" on */
    size_t flaw_count;      /* ill-formed sequences that became U+FFFD */
    size_t first_flaw;      /* position of the first of them in the bytes */
    size_t lone_surrogates; /* of the flaws, those that were escapes in JSON */
} reading;

/* Reads plain text with remains of Markdown (read/markdown.h says what is shown). Never fails; ask
 * read_is_text first. */
void read_text(arena *into, str bytes, reading *out);

/* The same for a whole file, which may be UTF-16 or UTF-32 (read/encoding.h). */
void read_text_file(arena *into, str bytes, reading *out);

/* Where a part of the reading's text comes from in its original; an empty part stays empty. */
span reading_source(const reading *self, span part);

/* Reads one line that holds a JSON object: "text" and metadata and, where "made_by" and
 * "statements" tell that it was written by hearsay, what was found. Other keys, and null, are
 * ignored; of a key that comes twice the last one counts; a number as metadata is taken as its
 * digits; lone surrogates become U+FFFD and count as flaws. The reading borrows nothing from
 * `line`. HEARSAY_FORMAT where it is not JSON (with the column as position), not an object, has no
 * "text" that is a string, or metadata that is neither string nor number. */
hearsay_status read_json_line(arena *into, str line, reading *out, hearsay_error *error);

/* Reads a web page. HEARSAY_TOO_LARGE, HEARSAY_FORMAT where there is no text that could be an
 * article. The reading borrows `bytes`, and nothing else. */
hearsay_status read_web_page(arena *into, str bytes, str charset, str address, reading *out,
                             hearsay_error *error);

/* Whether a file that begins with these bytes is a text at all, plain or marked up: false for
 * archives, pictures, PDF and the like, and where control characters abound; NUL may stand in it.
 * `what` (may be NULL) gets a name for an error message then, such as "a PDF file (pdftotext makes
 * text of it)". */
bool read_is_text(str bytes, const char **what);

#include "read/input.h" /* documents from files; it builds on what is above */
#include "read/walk.h"  /* files from folders */

#endif
