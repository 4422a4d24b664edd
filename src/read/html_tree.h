/* A page as gumbo parses it, flat: every element and text in the order in which they begin, so
 * that nothing that walks over it needs to call itself. */
#ifndef READ_HTML_TREE_H
#define READ_HTML_TREE_H

#include "base/arena.h"
#include "base/str.h"
#include "read/html_lean.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    const GumboNode *node;
    const html_tag *start; /* NULL where the tag is implied */
    uint32_t parent;       /* of the first one, itself */
    uint32_t end;          /* after the last one within */
    GumboTag tag;          /* GUMBO_TAG_LAST for a text */
} html_node;

typedef struct {
    const html_lean *page;
    html_node *nodes; /* [count], the first is <html> */
    size_t count;
} html_tree;

/* The tree lives in the arena and borrows from the page. It always has an <html>. */
html_tree html_tree_make(arena *into, const html_lean *page);

bool html_is_text(const html_node *self);

/* A part of a text, and where it comes from in what was read. One without references is that part
 * of it. */
typedef struct {
    str text;
    span source;
} html_part;

/* A walk over the parts of a text. */
typedef struct {
    const html_piece *next, *end;
    const char *decoded; /* of the node, where `next` begins */
} html_parts;

html_parts html_parts_of(const html_tree *self, const html_node *text);

bool html_next_part(const html_tree *self, html_parts *walk, html_part *out);

/* The value of an element's attribute, character references as they stand; data NULL where it has
 * none. */
str html_value(const html_tree *self, const html_node *node, html_attribute_name name);

#endif
