/* What the elements around a place of a page say of it: their names, roles, and the words of their
 * classes and ids. Words tell what a part is for on all kinds of sites; they are evidence, which is
 * weighed (html_article.h), and never a verdict. */
#ifndef READ_HTML_CONTEXT_H
#define READ_HTML_CONTEXT_H

#include "read/html_tree.h"

/* What an element, or one around it, is. */
enum {
    /* by words */
    HTML_SAYS_BODY = 1 << 0, /* article, story, entry, content, ... */
    HTML_SAYS_COMMENT = 1 << 1,
    HTML_SAYS_RELATED = 1 << 2, /* what else there is to read */
    HTML_SAYS_ADVERT = 1 << 3,
    HTML_SAYS_SHARE = 1 << 4,
    HTML_SAYS_SIGN_UP = 1 << 5, /* newsletters, subscriptions */
    HTML_SAYS_NAVIGATION = 1 << 6,
    HTML_SAYS_BYLINE = 1 << 7, /* author, date, rubric */
    HTML_SAYS_PICTURE = 1 << 8,
    HTML_SAYS_NOTICE = 1 << 9, /* cookies, overlays */
    HTML_SAYS_TITLE = 1 << 10,
    HTML_SAYS_LEAD = 1 << 11, /* a summary before the text */
    HTML_SAYS_LEGAL = 1 << 12,
    HTML_SAYS_BOX = 1 << 13, /* widgets, asides, things set apart */
    HTML_SAYS_TAGS = 1 << 14,
    /* by name or role */
    HTML_IN_ARTICLE = 1 << 15,
    HTML_IN_MAIN = 1 << 16,
    HTML_IN_NAV = 1 << 17,
    HTML_IN_HEADER = 1 << 18,
    HTML_IN_FOOTER = 1 << 19,
    HTML_IN_ASIDE = 1 << 20,
    HTML_IN_FORM = 1 << 21,
    HTML_IN_FIGURE = 1 << 22,
    HTML_IN_TABLE = 1 << 23,
    HTML_IN_ITEM = 1 << 24,
    HTML_IN_QUOTATION = 1 << 25,
    HTML_IN_POST = 1 << 26,
    HTML_IN_BODY_PROPERTY = 1 << 27, /* itemprop="articleBody" */
    HTML_IN_LINK = 1 << 28,
    HTML_HIDDEN_HERE = 1 << 29,
    HTML_IN_CODE = 1 << 30 /* white space stands as it is */
};

enum { HTML_WORD_FLAGS = 15 };

/* For each node what it says itself, and with all around it but <html> and <body>. */
typedef struct {
    uint32_t *own, *around; /* [count of nodes], in the arena */
} html_context;

html_context html_context_make(arena *into, const html_tree *tree);

/* Whether an element breaks a line before and after, as browsers show it by default. */
bool html_is_block(GumboTag tag);

/* What no text is read from. */
bool html_is_left_out(const html_context *self, const html_tree *tree, size_t node);

#endif
