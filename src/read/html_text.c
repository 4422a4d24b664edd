#include "read/html_text.h"

#include "base/letters.h"
#include "base/utf8.h"
#include "read/html_url.h"
#include "read/view.h"

typedef struct {
    const html_tree *tree;
    const html_context *context;
    str base;
    arena *into;
    buf text;
    origins *from;
    VEC(block) blocks;
    VEC(hyperlink) links;
    size_t begin;     /* of the block */
    size_t done;      /* what was read up to here is in the text, or passed */
    bool blank;       /* white space was passed since the last character */
    span blank_place; /* where it stood */
    size_t linked_to; /* the end of the last link's element, in nodes */
} writer;

static void put(writer *self, str text, span source) {
    origins_add(self->from, self->text.size, text.size, source);
    buf_put(&self->text, text);
    self->done = source.end;
}

/* White space between words, once. */
static void put_blank(writer *self) {
    if (self->blank && self->text.size > self->begin &&
        self->text.data[self->text.size - 1] != '\n') {
        put(self, STR(" "), self->blank_place);
    }
    self->blank = false;
}

static void put_break(writer *self, span source) {
    self->blank = false;
    if (self->text.size > self->begin) {
        put(self, STR("\n"), source);
    }
}

/* Whether a character is not part of any text: NUL, a soft hyphen, marks of byte order and of
 * width zero. */
static bool is_nothing(uint32_t cp) {
    return cp == 0 || cp == 0xAD || cp == 0xFEFF || cp == 0x200B;
}

static void put_part(writer *self, html_part part, bool code) {
    const bool plain = part.source.end - part.source.begin == part.text.size;
    for (size_t at = 0; at < part.text.size;) {
        const size_t begin = at;
        const uint32_t cp = utf8_next(part.text, &at);
        const span place =
            plain ? (span){part.source.begin + begin, part.source.begin + at} : part.source;
        if (is_nothing(cp)) {
            continue;
        }
        if (cp == '\n' && code) {
            put_break(self, place);
        } else if (is_space(cp)) {
            self->blank_place = self->blank ? self->blank_place : place;
            self->blank = true;
        } else {
            put_blank(self);
            put(self, str_slice(part.text, (span){begin, at}), place);
        }
    }
}

static void put_text(writer *self, size_t at) {
    const bool code = self->context->around[at] & HTML_IN_CODE;
    html_parts within = html_parts_of(self->tree, &self->tree->nodes[at]);
    for (html_part part; html_next_part(self->tree, &within, &part);) {
        put_part(self, part, code);
    }
}

/* --- links ------------------------------------------------------------------------------------ */

/* The innermost link around a node within a block, or 0. */
static size_t link_around(const writer *self, size_t at) {
    while (at > 0 && self->tree->nodes[at].tag != GUMBO_TAG_A) {
        at = self->tree->nodes[at].parent;
    }
    return at;
}

/* Adds what was written from `begin` on as part of a link, or to the same link before. */
static void add_link(writer *self, size_t link, size_t begin) {
    while (begin < self->text.size &&
           (self->text.data[begin] == ' ' || self->text.data[begin] == '\n')) {
        begin++;
    }
    if (begin == self->text.size) {
        return;
    }
    const str href = html_value(self->tree, &self->tree->nodes[link], HTML_HREF);
    if (self->linked_to == link && self->links.count > 0 &&
        self->links.items[self->links.count - 1].span.end >= self->begin) {
        self->links.items[self->links.count - 1].span.end = self->text.size;
        return;
    }
    const str url = html_url_resolve(self->into, self->base, href);
    if (url.data != NULL) {
        vec_push(&self->links, (hyperlink){{begin, self->text.size}, url});
        self->linked_to = link;
    }
}

/* --- blocks ----------------------------------------------------------------------------------- */

static void put_block(writer *self, const html_block *each) {
    const html_node *nodes = self->tree->nodes;
    if (self->text.size > 0) {
        put(self, STR("\n\n"), (span){self->done, self->done});
    }
    self->begin = self->text.size;
    self->blank = false;
    for (size_t at = each->first; at < each->end;) {
        if (html_is_text(&nodes[at])) {
            const size_t begin = self->text.size;
            put_text(self, at);
            if (self->context->around[at] & HTML_IN_LINK) {
                add_link(self, link_around(self, at), begin);
            }
        } else if (html_is_left_out(self->context, self->tree, at)) {
            at = nodes[at].end;
            continue;
        } else if (nodes[at].tag == GUMBO_TAG_BR && nodes[at].start != NULL) {
            put_break(self, nodes[at].start->source);
        }
        at++;
    }
    while (self->text.size > self->begin && self->text.data[self->text.size - 1] == '\n') {
        self->text.size--; /* a break at the end breaks nothing */
        origins_cut(self->from, self->text.size);
    }
    vec_push(&self->blocks, (block){{self->begin, self->text.size}, each->kind});
}

void html_text_write(arena *into, const html_tree *tree, const html_context *context,
                     const html_blocks *blocks, const bool *chosen, str base, reading *out,
                     origins *from) {
    writer self = {.tree = tree, .context = context, .base = base, .into = into, .from = from};
    for (size_t i = 0; i < blocks->count; i++) {
        if (chosen[i]) {
            put_block(&self, &blocks->items[i]);
        }
    }
    const str text = {arena_copy(into, self.text.data, self.text.size), self.text.size};
    parts all = {0};
    if (text.size > 0) {
        parts_add(&all, (span){0, text.size});
    }
    view_make(into, text, &all, &out->view);
    vec_free(&all);
    out->block_count = self.blocks.count;
    out->blocks = arena_copy(into, self.blocks.items, self.blocks.count * sizeof(block));
    out->link_count = self.links.count;
    out->links = arena_copy(into, self.links.items, self.links.count * sizeof(hyperlink));
    buf_free(&self.text);
    vec_free(&self.blocks);
    vec_free(&self.links);
}
