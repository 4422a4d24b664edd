/* A page without what is never read: the linear pass before gumbo.
 *
 * What gumbo is for is to tell which element stands in which. So it is given the tags' names, one
 * mark in place of each text, and the character references, which it decodes: a twentieth of a
 * page, and in as little time. Attributes and texts are kept beside this markup. It is bounded as
 * html.h says: the pass keeps a stack of open elements that closes no more than gumbo's
 * (html_open.h), so gumbo's own stack, which it searches for many a tag, is never much deeper. */
#ifndef READ_HTML_LEAN_H
#define READ_HTML_LEAN_H

#include "base/buf.h"
#include "base/vec.h"

#include <gumbo.h>
#include <stdbool.h>

/* What stands in the markup for a text, and between two character references. */
#define HTML_MARK '~'

/* The attributes that are asked for. */
typedef enum {
    HTML_ARIA_HIDDEN,
    HTML_CHARSET,
    HTML_CLASS,
    HTML_CONTENT,
    HTML_DATA_COMPONENT,
    HTML_DATA_TESTID,
    HTML_DATA_TYPE,
    HTML_DATETIME,
    HTML_HIDDEN,
    HTML_HREF,
    HTML_HTTP_EQUIV,
    HTML_ID,
    HTML_ITEMPROP,
    HTML_ITEMTYPE,
    HTML_LANG,
    HTML_NAME,
    HTML_PROPERTY,
    HTML_PUBDATE,
    HTML_REL,
    HTML_ROLE,
    HTML_STYLE,
    HTML_TITLE,
    HTML_TYPE,
    HTML_XML_LANG,
    HTML_ATTRIBUTE_COUNT
} html_attribute_name;

typedef struct {
    html_attribute_name name;
    span value; /* in the text, character references as they stand */
} html_attribute;

typedef struct {
    GumboTag tag;
    size_t begin;        /* in the markup */
    span source;         /* in the text that was read */
    size_t first, count; /* of the attributes */
} html_tag;

/* A mark, white space, or a character reference. */
typedef struct {
    size_t begin; /* in the markup */
    span source;  /* in the text that was read */
    bool reference;
} html_piece;

typedef struct {
    str text;               /* what was read: well-formed UTF-8 */
    buf markup;             /* every reference in it has a mark before and after */
    VEC(html_piece) pieces; /* ascending, of all that is no tag */
    VEC(html_attribute) attributes;
    VEC(html_tag) tags; /* start tags in the markup, ascending */
    VEC(html_tag) head; /* <meta>, <link> and <base>, which are not in it */
    VEC(span) linked;   /* the contents of scripts of JSON-LD, in the text */
} html_lean;

/* The caller's to free. `text` must live as long. */
html_lean html_lean_make(str text);

void html_lean_free(html_lean *self);

/* The value as it stands in the text; data NULL where the tag has none. */
str html_lean_value(const html_lean *self, const html_tag *tag, html_attribute_name name);

#endif
