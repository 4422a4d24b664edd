/* The blocks of a page: stretches of running text, as a reader sees them apart. */
#ifndef READ_HTML_BLOCKS_H
#define READ_HTML_BLOCKS_H

#include "read/html_context.h"
#include "read/read.h"

enum { HTML_BEGINNING = 40 };

typedef struct {
    uint32_t first, end; /* nodes; all texts among them that are not left out */
    uint32_t container;  /* the innermost element that breaks lines */
    block_kind kind;
    /* What it holds, of what is seen. Letters are letters and digits here. */
    uint32_t words, letters, linked_letters, capitals, digits, commas;
    uint32_t last;                  /* the last character that is no white space */
    uint64_t hash;                  /* of the letters, in small ones: html_letters_hash */
    char beginning[HTML_BEGINNING]; /* its first ASCII letters and digits, small, apart by one
                                       blank where others stand; ends with 0 */
} html_block;

typedef struct {
    html_block *items; /* [count], ascending, in the arena */
    size_t count;
} html_blocks;

/* Blocks end where an element begins or ends that breaks lines, and at two `<br>` in a row. Those
 * without a letter or digit are none. */
html_blocks html_blocks_make(arena *into, const html_tree *tree, const html_context *context);

/* What tells whether two texts have the same letters and digits in the same order. */
uint64_t html_letters_hash(str text);

#endif
