/* Which blocks of a page are its article. */
#ifndef READ_HTML_ARTICLE_H
#define READ_HTML_ARTICLE_H

#include "read/html_blocks.h"

/* For each block whether it is taken; in the arena. */
bool *html_article_choose(arena *into, const html_tree *tree, const html_context *context,
                          const html_blocks *blocks);

#endif
