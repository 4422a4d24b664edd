#include "read/html_blocks.h"

#include "base/ascii.h"
#include "base/letters.h"
#include "base/utf8.h"

typedef struct {
    const html_tree *tree;
    const html_context *context;
    VEC(html_block) found;
    html_block now;
    uint32_t container;
    bool in_word;     /* the last character was one of a word */
    size_t beginning; /* bytes of now.beginning */
    size_t breaks;    /* `<br>` since the last character that is seen */
} walk;

static const uint64_t HASH_BEGIN = 14695981039346656037U; /* FNV-1a, of code points */
static const uint64_t HASH_FACTOR = 1099511628211U;

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
    self->now = (html_block){.hash = HASH_BEGIN};
    self->beginning = 0;
    self->in_word = false;
    self->breaks = 0;
}

static uint64_t hash_on(uint64_t hash, uint32_t cp) {
    return (hash ^ cp) * HASH_FACTOR;
}

static uint32_t small(uint32_t cp) {
    return cp < 0x80 ? (uint32_t)ascii_lower((char)cp) : cp;
}

uint64_t html_letters_hash(str text) {
    uint64_t hash = HASH_BEGIN;
    for (size_t at = 0; at < text.size;) {
        const uint32_t cp = utf8_next(text, &at);
        hash = is_alphanumeric(cp) ? hash_on(hash, small(cp)) : hash;
    }
    return hash;
}

static void add_beginning(walk *self, uint32_t cp, bool counts) {
    char *out = self->now.beginning;
    if (self->beginning + 1 == sizeof self->now.beginning) {
        return;
    }
    const bool apart = self->beginning > 0 && out[self->beginning - 1] != ' ';
    if (counts && cp < 0x80) {
        out[self->beginning++] = (char)small(cp);
    } else if (apart) {
        out[self->beginning++] = ' ';
    }
}

static void add_character(walk *self, uint32_t cp, bool linked) {
    html_block *now = &self->now;
    const bool counts = is_alphanumeric(cp);
    now->letters += counts;
    now->linked_letters += counts && linked;
    now->words += counts && !self->in_word;
    now->digits += counts && cp < 0x80 && ascii_is_digit((char)cp);
    now->capitals += counts && is_upper(cp);
    now->commas += cp == ',' || cp == 0xFF0C || cp == 0x3001;
    now->hash = counts ? hash_on(now->hash, small(cp)) : now->hash;
    add_beginning(self, cp, counts);
    self->in_word = counts || (self->in_word && (cp == '\'' || cp == 0x2019));
    if (!is_space(cp)) {
        now->last = cp;
        self->breaks = 0;
    }
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
    walk self = {.tree = tree, .context = context, .now = {.hash = HASH_BEGIN}};
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
