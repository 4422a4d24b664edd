/* A paragraph of a document's text as the content of an HTML element, with its marks. */
#ifndef CLI_PARAGRAPH_H
#define CLI_PARAGRAPH_H

#include "base/buf.h"
#include "cli/marks.h"
#include "hearsay.h"

typedef enum {
    PARAGRAPH_PLAIN,
    PARAGRAPH_HEADING,  /* as Markdown has it, with marks that are not seen */
    PARAGRAPH_QUOTATION /* a block of it */
} paragraph_kind;

paragraph_kind paragraph_kind_of(hearsay_document *document, hearsay_span paragraph);

/* White space is put as one space. A line break is kept where its line ends early: where the next
 * word would have had room, so that it was not made to fill a page. Paragraphs are put in their
 * order. */
void paragraph_put(buf *out, hearsay_document *document, hearsay_span paragraph, marks *marked);

#endif
