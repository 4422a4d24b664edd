/* The text of chosen blocks, with its links and the way back. */
#ifndef READ_HTML_TEXT_H
#define READ_HTML_TEXT_H

#include "read/html_blocks.h"
#include "read/origins.h"

/* Fills in the text, the view, the blocks and the links of `out`, in the arena; `from` gets the
 * places in what was read (the caller's to free). `chosen` tells for each block whether it is
 * taken. `base` is the address that links start from, data NULL where it is not known. */
void html_text_write(arena *into, const html_tree *tree, const html_context *context,
                     const html_blocks *blocks, const bool *chosen, str base, reading *out,
                     origins *from);

#endif
