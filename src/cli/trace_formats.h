/* What `hearsay trace` finds, written out. */
#ifndef CLI_TRACE_FORMATS_H
#define CLI_TRACE_FORMATS_H

#include "base/buf.h"
#include "cli/hits.h"
#include "hearsay.h"

/* An utterance; the variants are in order of time. */
typedef struct {
    const hearsay_variant *variants; /* [count] */
    size_t count, fullest;
} traced;

/* Entries as `hearsay find` has them, what differs from the fullest marked in the text: what was
 * dropped as [-words-], what was added as {+words+}, with ~ for - and + where … or [ ] in the text
 * says so; in colours struck through in red, and green. */
void traced_put_table(buf *out, const traced *self, const hits_style *style);

void traced_put_jsonl(buf *out, const traced *self);
void traced_put_list(buf *out, const traced *self); /* the same as a list in JSON */
void traced_put_csv(buf *out, const traced *self);
void traced_put_html(buf *out, const traced *self);

/* The same as rows of the table of findings (cli/findings.h), with that number, and as a part of a
 * page. */
void traced_put_csv_finding(buf *out, const traced *self, size_t number);
void traced_put_html_part(buf *out, const traced *self);

/* What a variant is to the fullest, for people: "truncated · another number". */
void traced_put_kind(buf *out, const traced *self, size_t place, str between);

/* What a document shares with others. */
typedef struct {
    const hearsay_reprint *items; /* [count] */
    size_t count;
    hearsay_str original, why; /* data NULL: nothing tells */
} copied;

void copied_put_table(buf *out, const copied *self, const hits_style *style);
void copied_put_jsonl(buf *out, const copied *self);
void copied_put_csv(buf *out, const copied *self);

#endif
