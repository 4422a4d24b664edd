#include "read/html_byline.h"

#include "base/ascii.h"
#include "base/letters.h"
#include "base/utf8.h"
#include "read/html_date.h"
#include "read/html_reference.h"
#include "read/html_words.h"

#include <string.h>

enum { NAME_MAX_SIZE = 120 /* bytes */, WITHIN_MAX = 40 /* nodes of an element with a name */ };

str html_text_within(arena *into, const html_page *page, size_t node) {
    buf text = {0};
    const html_tree *tree = &page->tree;
    for (size_t at = node + 1; at < tree->nodes[node].end; at++) {
        if (!html_is_text(&tree->nodes[at])) {
            buf_put(&text, html_is_block(tree->nodes[at].tag) ? STR(" ") : STR(""));
            continue;
        }
        html_parts within = html_parts_of(tree, &tree->nodes[at]);
        for (html_part part; html_next_part(tree, &within, &part);) {
            buf_put(&text, part.text);
        }
    }
    const str out = html_join_blanks(into, buf_str(&text));
    buf_free(&text);
    return out;
}

/* --- authors ---------------------------------------------------------------------------------- */

/* What stands before names. */
static const str BEFORE[] = {
    {"by ", 3},    {"by: ", 4},     {"written by ", 11}, {"posted by ", 10},
    {"von ", 4},   {"par ", 4},     {"por ", 4},         {"door ", 5},
    {"di ", 3},    {"author: ", 8}, {"autor: ", 7},      {"from ", 5},
    {"text: ", 6}, {"作者：", 9},   {"story by ", 9},    {"published by ", 13},
};

str html_author_clean(str name) {
    str out = str_slice(name, trim(name, (span){0, name.size}));
    for (size_t i = 0; i < sizeof BEFORE / sizeof *BEFORE; i++) {
        if (ascii_starts(out, BEFORE[i])) {
            out = str_slice(out, (span){BEFORE[i].size, out.size});
            out = str_slice(out, trim(out, (span){0, out.size}));
            i = (size_t)-1; /* "Posted by By" */
        }
    }
    bool letter = false;
    for (size_t at = 0; at < out.size;) {
        letter |= is_letter(utf8_next(out, &at));
    }
    const bool address = str_starts(out, STR("http")) || str_starts(out, STR("www.")) ||
                         (out.size > 0 && memchr(out.data, '@', out.size) == out.data);
    return letter && !address && out.size <= NAME_MAX_SIZE ? out : (str){NULL, 0};
}

/* How surely an element holds the author's name; 0: it does not. */
static int byline_rank(const html_page *page, size_t i) {
    const html_node *node = &page->tree.nodes[i];
    const html_tree *tree = &page->tree;
    if (node->start == NULL || node->start->count == 0) {
        return 0;
    }
    const uint32_t around = page->context.around[i];
    if (around & HTML_SAYS_COMMENT) {
        return 0;
    }
    const str property = html_value(tree, node, HTML_ITEMPROP);
    if (property.size > 0 && ascii_equal(property, STR("author"))) {
        return 4;
    }
    if (around & (HTML_IN_ASIDE | HTML_IN_NAV)) {
        return 0;
    }
    if (ascii_equal(html_value(tree, node, HTML_REL), STR("author"))) {
        return 3;
    }
    return html_names_author(html_value(tree, node, HTML_CLASS)) +
           html_names_author(html_value(tree, node, HTML_ID));
}

/* A name within an element for it: itemprop="name". */
static size_t name_within(const html_page *page, size_t node) {
    for (size_t i = node + 1; i < page->tree.nodes[node].end; i++) {
        const str property = html_value(&page->tree, &page->tree.nodes[i], HTML_ITEMPROP);
        if (ascii_equal(property, STR("name"))) {
            return i;
        }
    }
    return node;
}

str html_byline(arena *into, const html_page *page) {
    str best = {NULL, 0};
    int best_rank = 0;
    for (size_t i = 1; i < page->tree.count; i++) {
        const html_node *node = &page->tree.nodes[i];
        if (html_is_text(node) || node->end - i > WITHIN_MAX) {
            continue;
        }
        const int of = byline_rank(page, i);
        if (of <= best_rank) {
            continue;
        }
        const str name = html_author_clean(html_text_within(into, page, name_within(page, i)));
        if (name.data != NULL) {
            best = name;
            best_rank = of;
        }
    }
    return best;
}

/* --- dates ------------------------------------------------------------------------------------ */

/* The date in an element's attribute, or in its text if that is short. */
static bool date_of(arena *into, const html_page *page, size_t i, char out[HTML_DATE_SIZE]) {
    const html_node *node = &page->tree.nodes[i];
    const str given = html_value(&page->tree, node, HTML_DATETIME);
    if (given.size > 0 && html_date_read(given, out)) {
        return true;
    }
    const str content = html_value(&page->tree, node, HTML_CONTENT);
    if (content.size > 0 && html_date_read(content, out)) {
        return true;
    }
    if (node->end - i > WITHIN_MAX) {
        return false;
    }
    const str text = html_text_within(into, page, i);
    return text.size <= NAME_MAX_SIZE && html_date_read(text, out);
}

static int dateline_rank(const html_page *page, size_t i) {
    const html_node *node = &page->tree.nodes[i];
    const html_tree *tree = &page->tree;
    const uint32_t around = page->context.around[i];
    if (around & (HTML_SAYS_COMMENT | HTML_IN_ASIDE | HTML_IN_NAV)) {
        return 0;
    }
    if (ascii_equal(html_value(tree, node, HTML_ITEMPROP), STR("datePublished"))) {
        return 4;
    }
    if (html_value(tree, node, HTML_PUBDATE).data != NULL) {
        return 3;
    }
    if (node->tag == GUMBO_TAG_TIME) {
        return 2;
    }
    return html_names_date(html_value(tree, node, HTML_CLASS)) ||
           html_names_date(html_value(tree, node, HTML_ID));
}

str html_dateline(arena *into, const html_page *page) {
    char *date = arena_zalloc(into, HTML_DATE_SIZE);
    int best_rank = 0;
    for (size_t i = 1; i < page->tree.count; i++) {
        char found[HTML_DATE_SIZE];
        const int of = page->tree.nodes[i].start != NULL ? dateline_rank(page, i) : 0;
        if (of > best_rank && date_of(into, page, i, found)) {
            memcpy(date, found, HTML_DATE_SIZE);
            best_rank = of;
        }
    }
    return best_rank > 0 ? str_from(date) : (str){NULL, 0};
}
