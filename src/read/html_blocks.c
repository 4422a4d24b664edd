#include "read/html_blocks.h"

#include "base/letters.h"
#include "base/utf8.h"

typedef struct {
    const html_tree *tree;
    const html_context *context;
    VEC(html_block) found;
    html_block now;
    uint32_t container;
    bool in_word;  /* the last character was one of a word */
    size_t breaks; /* `<br>` since the last character that is seen */
} walk;

static block_kind kind_of(const walk *self, uint32_t container) {
    const uint32_t around = self->context->around[container];
    const GumboTag tag = self->tree->nodes[container].tag;
    if (around & HTML_IN_POST) {
        return BLOCK_POST;
    }
    if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6) {
        return BLOCK_HEADING;
    }
    if (around & HTML_IN_QUOTATION) {
        return BLOCK_QUOTATION;
    }
    return around & HTML_IN_ITEM ? BLOCK_ITEM : BLOCK_PARAGRAPH;
}

static void end_block(walk *self) {
    if (self->now.letters > 0) {
        self->now.kind = kind_of(self, self->now.container);
        vec_push(&self->found, self->now);
    }
    self->now = (html_block){0};
    self->in_word = false;
    self->breaks = 0;
}

static void add_character(walk *self, uint32_t cp, bool linked) {
    const bool counts = is_alphanumeric(cp);
    self->now.letters += counts;
    self->now.linked_letters += counts && linked;
    self->now.words += counts && !self->in_word;
    self->in_word = counts || (self->in_word && cp == '\'') || cp == 0x2019;
    self->breaks = is_space(cp) ? self->breaks : 0;
}

static void add_text(walk *self, size_t at) {
    const html_node *node = &self->tree->nodes[at];
    const bool linked = self->context->around[at] & HTML_IN_LINK;
    if (self->now.end == 0) {
        self->now.first = (uint32_t)at;
        self->now.container = self->container;
    }
    self->now.end = (uint32_t)at + 1;
    html_parts parts = html_parts_of(self->tree, node);
    for (html_part part; html_next_part(self->tree, &parts, &part);) {
        for (size_t i = 0; i < part.text.size;) {
            add_character(self, utf8_next(part.text, &i), linked);
        }
    }
}

/* Leaves the elements that end before `at`. */
static void leave(walk *self, size_t at) {
    while (self->container > 0 && self->tree->nodes[self->container].end <= at) {
        end_block(self);
        do {
            self->container = self->tree->nodes[self->container].parent;
        } while (self->container > 0 && !html_is_block(self->tree->nodes[self->container].tag));
    }
}

html_blocks html_blocks_make(arena *into, const html_tree *tree, const html_context *context) {
    walk self = {.tree = tree, .context = context};
    for (size_t at = 1; at < tree->count;) {
        leave(&self, at);
        const html_node *node = &tree->nodes[at];
        if (html_is_text(node)) {
            add_text(&self, at);
        } else if (html_is_left_out(context, tree, at)) {
            at = node->end;
            continue;
        } else if (node->tag == GUMBO_TAG_BR) {
            if (++self.breaks == 2) {
                end_block(&self);
            }
        } else if (html_is_block(node->tag)) {
            end_block(&self);
            self.container = (uint32_t)at;
        }
        at++;
    }
    end_block(&self);
    html_blocks out = {.count = self.found.count};
    out.items = arena_copy(into, self.found.items, self.found.count * sizeof *self.found.items);
    vec_free(&self.found);
    return out;
}
