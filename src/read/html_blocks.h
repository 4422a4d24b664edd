/* The blocks of a page: stretches of running text, as a reader sees them apart. */
#ifndef READ_HTML_BLOCKS_H
#define READ_HTML_BLOCKS_H

#include "read/html_context.h"
#include "read/read.h"

typedef struct {
    uint32_t first, end; /* nodes; all texts among them that are not left out */
    uint32_t container;  /* the innermost element that breaks lines */
    block_kind kind;
    /* What it holds, of what is seen: */
    uint32_t words, letters, linked_letters;
} html_block;

typedef struct {
    html_block *items; /* [count], ascending, in the arena */
    size_t count;
} html_blocks;

/* Blocks end where an element begins or ends that breaks lines, and at two `<br>` in a row. Those
 * without a letter or digit are none. */
html_blocks html_blocks_make(arena *into, const html_tree *tree, const html_context *context);

#endif
