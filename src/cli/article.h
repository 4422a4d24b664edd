/* A document as an article of an HTML page: its heading, its text with the statements marked in
 * place and named beside, and a list of them.
 *
 * A statement has its number in the text, before its content (#a1s3 in the first article of a
 * page), in a note beside its paragraph (#a1n3), and in the list (#a1l3). Each of the three is
 * linked to the next. */
#ifndef CLI_ARTICLE_H
#define CLI_ARTICLE_H

#include "base/buf.h"
#include "hearsay.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    size_t number;         /* on its page, from 1 */
    bool every_confidence; /* show it, not only where it is low */
} article_style;

void article_put(buf *out, hearsay_document *document, article_style style);

/* The document's title as HTML, not longer than a line or two. */
void article_put_title(buf *out, hearsay_document *document);

#endif
