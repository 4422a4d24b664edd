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

/* The text of the first `<title>`, not decoded. */
static str title_tag(arena *into, const html_tree *tree) {
    for (size_t i = 0; i + 1 < tree->count; i++) {
        if (tree->nodes[i].tag != GUMBO_TAG_TITLE || !html_is_text(&tree->nodes[i + 1])) {
            continue;
        }
        buf text = {0};
        html_parts within = html_parts_of(tree, &tree->nodes[i + 1]);
        for (html_part part; html_next_part(tree, &within, &part);) {
            buf_put(&text, part.text);
        }
        const str title = {str_copy(into, buf_str(&text)), text.size};
        buf_free(&text);
        return title;
    }
    return (str){NULL, 0};
}

void html_metadata_read(arena *into, const html_page *page, str found, hearsay_metadata *out,
                        uint64_t titles[HTML_TITLES]) {
    const str title = meta(into, &page->lean, STR("og:title"));
    out->title = public_of(title);
    out->author = public_of(meta(into, &page->lean, STR("author")));
    out->publisher = public_of(meta(into, &page->lean, STR("og:site_name")));
    out->url = public_of(found);
    titles[0] = html_letters_hash(title);
    titles[1] = html_letters_hash(title_tag(into, &page->tree));
    titles[2] = html_letters_hash(meta(into, &page->lean, STR("twitter:title")));
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
