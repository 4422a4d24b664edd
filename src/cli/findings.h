/* What reasoning found, written out. */
#ifndef CLI_FINDINGS_H
#define CLI_FINDINGS_H

#include "base/buf.h"
#include "hearsay.h"

#include <stdbool.h>

typedef struct {
    unsigned width; /* columns */
    bool colour;
} findings_style;

/* Who stands at a place, and where nobody is named what stands for them: "the author". */
str findings_who(const hearsay_evidence *each);

/* What stands above a place, the first of those that are of another kind than the others: of those
 * that may say the same. Empty: nothing does. */
str findings_heading(const hearsay_finding *finding, size_t at);

/* The number in the line of a finding: "3 of 8", "2 voices", "nobody else"; nothing where there is
 * none. */
void findings_put_number(buf *out, const hearsay_finding *finding);

/* As much of a document's id as is shown to people: of one that was made from the text its first
 * digits, by which it is found, too. */
str findings_short_id(hearsay_str id);

/* For people: what was found on a line, and below it each place that it rests on:
 *
 *     chain · in store
 *       page      2025-02-03  The Northport Gazette
 *                 “The ferry line will close”
 *                 gazette · 7dec3146e07d4c94 · 12-45
 */
void findings_put_table(buf *out, const hearsay_finding *finding, const findings_style *style);

/* The line alone, and the places alone. */
void findings_put_line(buf *out, const hearsay_finding *finding, const findings_style *style);
void findings_put_places(buf *out, const hearsay_finding *finding, const findings_style *style);

/* An object of JSON, without a line feed; spans in code points. */
void findings_put_json(buf *out, const hearsay_finding *finding);

/* A row for each place. */
void findings_put_csv_head(buf *out);
void findings_put_csv(buf *out, const hearsay_finding *finding, size_t number);

/* As HTML, within a page that these begin and end; it is about the document of a place, or none in
 * particular (NULL). */
void findings_begin_page(buf *out, const char *title, const hearsay_evidence *of);
void findings_end_page(buf *out);
void findings_put_html(buf *out, const hearsay_finding *finding);

/* A chain as W3C PROV, in JSON (PROV-JSON), as an object on a line. */
void findings_put_prov(buf *out, const hearsay_finding *chain);

#endif
