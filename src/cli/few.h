/* Documents that something is said of: all are counted, the first few named. */
#ifndef CLI_FEW_H
#define CLI_FEW_H

#include "base/buf.h"
#include "base/vec.h"
#include "hearsay.h"

#include <stddef.h>

/* All zero at the beginning. */
typedef struct {
    size_t count;
    VEC(char *) names; /* safe to show; owned */
} few;

/* Counts a document; `note` is shown behind its name. */
void few_add(few *self, const hearsay_document *document, str note);

/* "3 documents: a.txt (German), b.txt (French) and 1 more" */
void few_put(buf *out, const few *self);

void few_free(few *self);

#endif
