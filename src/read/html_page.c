#include "read/html_page.h"

void html_page_make(html_page *self, str bytes, str charset) {
    *self = (html_page){.scratch = arena_new()};
    self->decoded = html_decode(self->scratch, bytes, charset);
    self->lean = html_lean_make(self->decoded.text);
    self->tree = html_tree_make(self->scratch, &self->lean);
    self->context = html_context_make(self->scratch, &self->tree);
    self->blocks = html_blocks_make(self->scratch, &self->tree, &self->context);
}

void html_page_free(html_page *self) {
    vec_free(&self->decoded.from);
    html_lean_free(&self->lean);
    arena_free(self->scratch);
}
