/* What `hearsay trace` finds, written out. */
#ifndef CLI_TRACE_FORMATS_H
#define CLI_TRACE_FORMATS_H

#include "base/buf.h"
#include "base/vec.h"
#include "cli/hits.h"
#include "hearsay.h"

/* An utterance: the variants that are shown, in order of time. */
typedef struct {
    VEC(hearsay_variant) variants;
    size_t fullest; /* its place among them */
    size_t total,
        documents; /* how many variants there are, shown or not, and in how many documents */
} traced;

/* The first `limit` variants (0: all), and besides these the fullest and those that were asked for,
 * wherever they stand. They are borrowed from the utterance. */
void traced_take(traced *self, const hearsay_utterance *from, size_t limit);
void traced_free(traced *self);

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
