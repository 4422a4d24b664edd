/* A page on its way from bytes to a reading: all that is made of it before it is judged. */
#ifndef READ_HTML_PAGE_H
#define READ_HTML_PAGE_H

#include "read/html_blocks.h"
#include "read/html_charset.h"

typedef struct {
    arena *scratch; /* what follows lives there */
    html_text decoded;
    html_lean lean;
    html_tree tree;
    html_context context;
    html_blocks blocks;
} html_page;

/* `charset` as html_decode wants it. The page borrows the bytes; html_page_free gives all back. */
void html_page_make(html_page *self, str bytes, str charset);

void html_page_free(html_page *self);

#endif
