/* What a run came to, told at its end. */
#ifndef CLI_SUMMARY_H
#define CLI_SUMMARY_H

#include "base/buf.h"
#include "cli/few.h"
#include "hearsay.h"

#include <stddef.h>

/* All zero at the beginning. */
typedef struct {
    size_t documents, statements;
    size_t words;    /* of the documents that were read for statements */
    size_t passages; /* in another language, in documents in English */
    few foreign;     /* documents in another language */
} summary;

/* Counts a document. */
void summary_add(summary *self, const hearsay_document *document);

/* Lines that are safe to show. `seconds` is how long the reading took, `unread` how many files and
 * documents could not be read, `width` that of the page. */
void summary_put(buf *out, const summary *self, double seconds, size_t unread, unsigned width);

/* Of it the line that tells what was not read, where there is something. */
void summary_put_foreign(buf *out, const summary *self, unsigned width);

void summary_free(summary *self);

#endif
