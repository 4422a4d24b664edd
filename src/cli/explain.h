/* `hearsay quotes --explain ID`: how speaker, sourcing and date of one statement were arrived at.
 */
#ifndef CLI_EXPLAIN_H
#define CLI_EXPLAIN_H

#include "base/buf.h"
#include "hearsay.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    const char *id; /* what the statement's id begins with; borrowed */
    unsigned width; /* columns of the page */
    size_t count;   /* statements that were found */
    bool whole;     /* of one of them it is the whole id: that one is meant */
    buf page;       /* the explanation of the first */
    buf others;     /* the ids of all, apart by commas */
} explanation;

/* Looks for the statement among those of the document. One whose whole id it is takes the place of
 * those that only begin with it. */
void explain_add(explanation *self, hearsay_document *document);

/* Gives back the memory. */
void explain_free(explanation *self);

#endif
