#include "read/html_reference.h"

#include "base/buf.h"
#include "base/letters.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <gumbo.h>
#include <string.h>

static void *allocate(void *memory, size_t size) {
    return arena_alloc(memory, size);
}

static void keep(void *memory, void *piece) {
    (void)memory;
    (void)piece;
}

/* gumbo knows the names of references, and tells them only of a page: the text is made the title of
 * one, where nothing else is markup. */
static str decode(arena *scratch, str text) {
    buf page = {0};
    buf_put(&page, STR("<title>"));
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '<') {
            buf_put(&page, STR("&lt;"));
        } else {
            buf_putc(&page, text.data[i]);
        }
    }
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = keep;
    options.userdata = scratch;
    options.max_errors = 0;
    options.fragment_context = GUMBO_TAG_BODY;
    const GumboOutput *parsed = gumbo_parse_with_options(&options, page.data, page.size);
    const GumboVector *in_root = &parsed->root->v.element.children;
    const GumboNode *title = in_root->length > 0 ? in_root->data[0] : NULL;
    str out = {NULL, 0};
    if (title != NULL && title->type == GUMBO_NODE_ELEMENT &&
        title->v.element.children.length > 0) {
        const GumboNode *first = title->v.element.children.data[0];
        out = str_from(first->v.text.text);
    }
    buf_free(&page);
    return out;
}

str html_join_blanks(arena *into, str text) {
    char *out = arena_alloc(into, text.size + 1);
    size_t size = 0;
    bool blank = false;
    for (size_t at = 0; at < text.size;) {
        const size_t begin = at;
        if (is_space(utf8_next(text, &at))) {
            blank = size > 0;
            continue;
        }
        if (blank) {
            out[size++] = ' ';
            blank = false;
        }
        memcpy(out + size, text.data + begin, at - begin);
        size += at - begin;
    }
    out[size] = '\0';
    return (str){out, size};
}

str html_unescape(arena *into, str text) {
    if (text.data == NULL) {
        return text;
    }
    if (text.size == 0 || memchr(text.data, '&', text.size) == NULL) {
        return html_join_blanks(into, text);
    }
    arena *scratch = arena_new();
    const str out = html_join_blanks(into, decode(scratch, text));
    arena_free(scratch);
    return out;
}
