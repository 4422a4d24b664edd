/* Parts of statements as text. */
#ifndef CLI_STATEMENT_H
#define CLI_STATEMENT_H

#include "base/buf.h"
#include "base/str.h"
#include "hearsay.h"

#include <stdbool.h>

/* A confidence below this is worth a word, even where nobody asked. */
static const float CONFIDENCE_LOW = 0.5F;

/* The first position in the text of any of the spans. */
size_t statement_begin(const hearsay_statement *self);

/* What a reader sees of the spans, with " … " where something is left out; it may hold any
 * character (cli/safe.h). */
void statement_put(buf *out, hearsay_document *document, hearsay_spans spans);

/* The same for a source or cue: without the comma or colon that it may end with. */
void statement_put_trimmed(buf *out, hearsay_document *document, hearsay_spans spans);

/* The text without spaces, commas and colons at its end, unless there is nothing else. */
str statement_trim(str text);

#endif
