#include "read/html_tree.h"

#include "base/vec.h"

typedef VEC(html_node) nodes;

static void *allocate(void *memory, size_t size) {
    return arena_alloc(memory, size);
}

static void keep(void *memory, void *piece) {
    (void)memory;
    (void)piece;
}

static const GumboVector *children_of(const GumboNode *node) {
    const bool has = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
    return has ? &node->v.element.children : NULL;
}

static bool is_wanted(const GumboNode *node) {
    return node->type != GUMBO_NODE_COMMENT && node->type != GUMBO_NODE_DOCUMENT;
}

/* The start tag that gumbo made an element of. */
static const html_tag *start_of(const html_lean *page, const GumboNode *node) {
    const char *data = node->v.element.original_tag.data;
    if (data == NULL) {
        return NULL;
    }
    const size_t place = (size_t)(data - page->markup.data);
    size_t low = 0;
    size_t high = page->tags.count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (page->tags.items[middle].begin < place) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    const bool found = low < page->tags.count && page->tags.items[low].begin == place;
    return found ? &page->tags.items[low] : NULL;
}

static void add(nodes *into, const html_lean *page, const GumboNode *node, uint32_t parent) {
    const bool element = children_of(node) != NULL;
    const GumboTag tag = element ? node->v.element.tag : GUMBO_TAG_LAST;
    const uint32_t at = (uint32_t)into->count;
    const html_tag *start = element ? start_of(page, node) : NULL;
    vec_push(into, (html_node){node, start, parent, at + 1, tag});
}

/* The next sibling of `node`, or NULL. */
static const GumboNode *sibling(const GumboNode *node) {
    const GumboVector *among = &node->parent->v.element.children;
    const size_t next = node->index_within_parent + 1;
    return next < among->length ? among->data[next] : NULL;
}

/* Depth first, up and down by the parents that gumbo keeps. */
static void flatten(nodes *into, const html_lean *page, const GumboNode *root) {
    add(into, page, root, 0);
    uint32_t parent = 0;
    const GumboVector *of_root = children_of(root);
    const GumboNode *each = of_root->length > 0 ? of_root->data[0] : NULL;
    while (each != NULL || parent > 0) {
        if (each == NULL) { /* up: this one is complete */
            into->items[parent].end = (uint32_t)into->count;
            each = sibling(into->items[parent].node);
            parent = into->items[parent].parent;
            continue;
        }
        const GumboVector *children = children_of(each);
        if (is_wanted(each)) {
            add(into, page, each, parent);
        }
        if (children != NULL && children->length > 0) {
            parent = (uint32_t)into->count - 1;
            each = children->data[0];
        } else {
            each = sibling(each);
        }
    }
    into->items[0].end = (uint32_t)into->count;
}

html_tree html_tree_make(arena *into, const html_lean *page) {
    const str markup = buf_str(&page->markup);
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = keep; /* the arena goes at once, and no tree is too deep for that */
    options.userdata = into;
    options.max_errors = 0;
    const GumboOutput *parsed =
        gumbo_parse_with_options(&options, markup.data != NULL ? markup.data : "", markup.size);
    nodes found = {0};
    flatten(&found, page, parsed->root);
    html_tree out = {.page = page, .count = found.count};
    out.nodes = arena_copy(into, found.items, found.count * sizeof *found.items);
    vec_free(&found);
    return out;
}

bool html_is_text(const html_node *self) {
    return self->tag == GUMBO_TAG_LAST;
}

/* How many pieces begin before a place of the markup. */
static size_t pieces_before(const html_lean *page, size_t place) {
    size_t low = 0;
    size_t high = page->pieces.count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (page->pieces.items[middle].begin < place) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

html_parts html_parts_of(const html_tree *self, const html_node *text) {
    const GumboText *node = &text->node->v.text;
    const html_lean *page = self->page;
    if (page->pieces.count == 0) {
        return (html_parts){NULL, NULL, ""};
    }
    const size_t begin = (size_t)(node->original_text.data - page->markup.data);
    const size_t end = begin + node->original_text.length;
    return (html_parts){.next = page->pieces.items + pieces_before(page, begin),
                        .end = page->pieces.items + pieces_before(page, end),
                        .decoded = node->text};
}

/* A reference is decoded, or stands as it was, up to the next mark; it may itself be one. */
static size_t decoded_size(const char *decoded) {
    size_t size = decoded[0] != '\0';
    while (decoded[size] != '\0' && decoded[size] != HTML_MARK) {
        size++;
    }
    return size;
}

bool html_next_part(const html_tree *self, html_parts *walk, html_part *out) {
    const char *markup = self->page->markup.data;
    if (walk->decoded[0] == '\0') {
        return false;
    }
    while (walk->next < walk->end && !walk->next->reference &&
           markup[walk->next->begin] != walk->decoded[0]) {
        walk->next++; /* white space that gumbo has no use for */
    }
    if (walk->next == walk->end) {
        return false;
    }
    const html_piece *piece = walk->next++;
    size_t size = 1;
    out->source = piece->source;
    if (piece->reference) {
        size = decoded_size(walk->decoded);
        out->text = (str){walk->decoded, size};
    } else {
        out->text = str_slice(self->page->text, piece->source);
    }
    walk->decoded += size;
    return true;
}

str html_value(const html_tree *self, const html_node *node, html_attribute_name name) {
    return node->start != NULL ? html_lean_value(self->page, node->start, name) : (str){NULL, 0};
}
