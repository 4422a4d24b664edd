/* Statements as a table, a row each; docs/format.md says what its columns hold. */
#ifndef CLI_QUOTES_CSV_H
#define CLI_QUOTES_CSV_H

#include "cli/formats.h"

extern const format QUOTES_CSV;

/* The head, and the rows of a document or of its statement at `place` (HEARSAY_NO_PARENT: all),
 * with the sentence of each as a further column. */
void quotes_csv_put(buf *out, hearsay_document *document, size_t place);

#endif
