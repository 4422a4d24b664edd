/* What was found in a store, written out. */
#ifndef CLI_HITS_H
#define CLI_HITS_H

#include "base/buf.h"
#include "cli/csv.h"
#include "hearsay.h"

#include <stdbool.h>

/* How the table looks. */
typedef struct {
    unsigned width; /* columns */
    bool colour;
} hits_style;

/* A statement or a piece of a document, over three lines or more:
 *
 *     2031-04-02  Ada Moreno · named · interview · via NBC News
 *                 “We will [appeal],”
 *                 Ferry inquiry · The Courier · 7dec3146e07d4c94
 *
 * The day stands in the first column: `said` or, where that is not told, of publication. */
void hits_put_entry(buf *out, const hearsay_hit *hit, const hits_style *style);

/* The rest of the first line of a statement: who, how sourced, on what occasion, via whom. */
void hits_put_who(buf *out, const hearsay_hit *hit, const hits_style *style);

/* A document in a line: day, title, author, publisher, statements, id. */
void hits_put_document(buf *out, const hearsay_hit *hit, const hits_style *style);

/* Names and how often each, aligned. */
void hits_put_groups(buf *out, const hearsay_group *groups, size_t count, const hits_style *style);

/* The same as a line of JSON; positions in code points of "text". `group` NULL: none. */
void hits_put_json(buf *out, const hearsay_hit *hit, const hearsay_group *group);
/* The same without what is around it, to go on with. */
void hits_put_json_fields(buf *out, const hearsay_hit *hit, const hearsay_group *group);

void hits_put_group_json(buf *out, const hearsay_group *group, const char *name_of_name);

/* The same as rows of CSV. */
void hits_put_csv_head(buf *out);
void hits_put_csv(buf *out, const hearsay_hit *hit, const hearsay_group *group);
/* The names of the columns but for the first, and their cells, to go on with. */
void hits_put_csv_names(csv *table);
void hits_put_csv_cells(csv *table, const hearsay_hit *hit);

void hits_put_groups_csv(buf *out, const hearsay_group *groups, size_t count,
                         const char *name_of_name);

#endif
