/* A document and its statements as a list for people to read.
 *
 *     Memo: Brightwater knew its fog radar was failing
 *     Harbor & Hill · 2024-03-14 · ferry-memo.md
 *
 *      l.15  the person · said · direct
 *              “They told us the spare part was on order,”
 *
 * The line of the text where a statement begins stands in the margin, then its source, cue and
 * type; below, its content. Colours only support that: without them nothing is lost. */
#ifndef CLI_LIST_H
#define CLI_LIST_H

#include "cli/formats.h"

typedef struct {
    unsigned width; /* columns of the page */
    bool colour;
    bool confidence; /* show every confidence, not only low ones */
} list_style;

extern const format QUOTES_LIST;

/* Puts the document at the end of `out`, with empty lines before it unless it is the `first`. */
void list_put(buf *out, hearsay_document *document, const list_style *style, bool first);

#endif
