#include "read/html_metadata.h"

#include "base/ascii.h"
#include "read/html_reference.h"
#include "read/html_url.h"

/* The content of the first `<meta>` with that name or property; data NULL where there is none. */
static str meta(arena *into, const html_lean *page, str name) {
    for (size_t i = 0; i < page->head.count; i++) {
        const html_tag *each = &page->head.items[i];
        if (ascii_equal(html_lean_value(page, each, HTML_NAME), name) ||
            ascii_equal(html_lean_value(page, each, HTML_PROPERTY), name)) {
            return html_unescape(into, html_lean_value(page, each, HTML_CONTENT));
        }
    }
    return (str){NULL, 0};
}

static hearsay_str public_of(str text) {
    return (hearsay_str){text.size > 0 ? text.data : NULL, text.size};
}

void html_metadata_read(arena *into, const html_lean *page, const html_tree *tree,
                        const html_context *context, str found, hearsay_metadata *out) {
    (void)tree;
    (void)context;
    out->title = public_of(meta(into, page, STR("og:title")));
    out->author = public_of(meta(into, page, STR("author")));
    out->publisher = public_of(meta(into, page, STR("og:site_name")));
    out->url = public_of(found);
}

str html_base(arena *into, const html_lean *page, str found) {
    for (size_t i = 0; i < page->head.count; i++) {
        const str href = html_lean_value(page, &page->head.items[i], HTML_HREF);
        if (page->head.items[i].tag == GUMBO_TAG_BASE && href.data != NULL) {
            const str base = html_url_resolve(into, found, href);
            return base.data != NULL ? base : found;
        }
    }
    return found;
}
