/* What must not be taken for Markdown.
 *
 * md4c reads a copy of the text in which such characters are overwritten by others of the same
 * size, so that all places stay the same. The copy is for md4c's eyes only. */
#ifndef READ_MASK_H
#define READ_MASK_H

#include <stddef.h>

/* Overwrites, in linear time:
 *   - stars within words ("f**k", "2*3*4") but those that close or open emphasis there, and
 *     stars, underscores in addresses and handles ("@_jo_")
 *   - back-ticks that are quotation marks ("`Deep Throat'", "``bagman''"), not code; tildes; NUL
 *   - the bracket of "[Trump]: Wrong" and "[sic](applause)", which have no address
 *   - the first byte of a line with an unlikely depth of `>`, list marks and indentation */
void mask_text(char *text, size_t size);

#endif
