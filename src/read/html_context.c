#include "read/html_context.h"

#include "base/ascii.h"
#include "read/html_words.h"

#include <string.h>

static const uint32_t TAGS[GUMBO_TAG_LAST + 1] = {
    [GUMBO_TAG_ARTICLE] = HTML_IN_ARTICLE,
    [GUMBO_TAG_MAIN] = HTML_IN_MAIN,
    [GUMBO_TAG_NAV] = HTML_IN_NAV,
    [GUMBO_TAG_MENU] = HTML_IN_NAV,
    [GUMBO_TAG_HEADER] = HTML_IN_HEADER,
    [GUMBO_TAG_FOOTER] = HTML_IN_FOOTER,
    [GUMBO_TAG_ASIDE] = HTML_IN_ASIDE,
    [GUMBO_TAG_FORM] = HTML_IN_FORM,
    [GUMBO_TAG_FIELDSET] = HTML_IN_FORM,
    [GUMBO_TAG_FIGURE] = HTML_IN_FIGURE,
    [GUMBO_TAG_FIGCAPTION] = HTML_IN_FIGURE | HTML_SAYS_PICTURE,
    [GUMBO_TAG_TABLE] = HTML_IN_TABLE,
    [GUMBO_TAG_LI] = HTML_IN_ITEM,
    [GUMBO_TAG_BLOCKQUOTE] = HTML_IN_QUOTATION,
    [GUMBO_TAG_A] = HTML_IN_LINK,
    [GUMBO_TAG_PRE] = HTML_IN_CODE,
    [GUMBO_TAG_TIME] = HTML_SAYS_BYLINE,
};

/* Roles, and what structured data calls a part. */
static const struct {
    str name;
    uint32_t flags;
} ROLES[] = {
    {{"article", 7}, HTML_IN_ARTICLE},
    {{"main", 4}, HTML_IN_MAIN},
    {{"navigation", 10}, HTML_IN_NAV},
    {{"menu", 4}, HTML_IN_NAV},
    {{"menubar", 7}, HTML_IN_NAV},
    {{"banner", 6}, HTML_IN_HEADER},
    {{"contentinfo", 11}, HTML_IN_FOOTER},
    {{"complementary", 13}, HTML_IN_ASIDE},
    {{"search", 6}, HTML_IN_FORM},
    {{"form", 4}, HTML_IN_FORM},
    {{"note", 4}, HTML_IN_ASIDE},
    {{"dialog", 6}, HTML_SAYS_NOTICE},
    {{"alertdialog", 11}, HTML_SAYS_NOTICE},
};

static const struct {
    str name;
    uint32_t flags;
} PROPERTIES[] = {
    {{"articleBody", 11}, HTML_IN_BODY_PROPERTY},
    {{"caption", 7}, HTML_SAYS_PICTURE},
    {{"author", 6}, HTML_SAYS_BYLINE},
    {{"datePublished", 13}, HTML_SAYS_BYLINE},
    {{"headline", 8}, HTML_SAYS_TITLE},
    {{"publisher", 9}, HTML_SAYS_BYLINE},
    {{"comment", 7}, HTML_SAYS_COMMENT},
    {{"keywords", 8}, HTML_SAYS_TAGS},
};

bool html_is_block(GumboTag tag) {
    switch (tag) {
    case GUMBO_TAG_LAST:
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_RT:
    case GUMBO_TAG_RUBY:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_UNKNOWN:
    case GUMBO_TAG_VAR:
        return false;
    default:
        return true;
    }
}

/* A style without its blanks: "display:none". */
static bool hides(str style) {
    char plain[256];
    size_t size = 0;
    for (size_t i = 0; i < style.size && size + 1 < sizeof plain; i++) {
        if (!ascii_is_space(style.data[i])) {
            plain[size++] = ascii_lower(style.data[i]);
        }
    }
    plain[size] = '\0';
    return strstr(plain, "display:none") != NULL || strstr(plain, "visibility:hidden") != NULL;
}

static bool is_hidden(const html_tree *tree, const html_node *node) {
    return html_value(tree, node, HTML_HIDDEN).data != NULL ||
           ascii_equal(html_value(tree, node, HTML_ARIA_HIDDEN), STR("true")) ||
           hides(html_value(tree, node, HTML_STYLE));
}

static uint32_t names_say(const html_tree *tree, const html_node *node) {
    static const html_attribute_name NAMED[] = {HTML_CLASS, HTML_ID, HTML_DATA_COMPONENT,
                                                HTML_DATA_TESTID, HTML_DATA_TYPE};
    uint32_t says = 0;
    for (size_t i = 0; i < sizeof NAMED / sizeof *NAMED; i++) {
        says |= html_words_say(html_value(tree, node, NAMED[i]));
    }
    return says;
}

static uint32_t element_says(const html_tree *tree, const html_node *node) {
    uint32_t says = TAGS[node->tag];
    if (node->start == NULL || node->start->count == 0) {
        return says;
    }
    says |= names_say(tree, node);
    const str role = html_value(tree, node, HTML_ROLE);
    for (size_t i = 0; i < sizeof ROLES / sizeof *ROLES; i++) {
        says |= ascii_equal(role, ROLES[i].name) ? ROLES[i].flags : 0;
    }
    const str property = html_value(tree, node, HTML_ITEMPROP);
    for (size_t i = 0; property.data != NULL && i < sizeof PROPERTIES / sizeof *PROPERTIES; i++) {
        says |= ascii_has_word(property, PROPERTIES[i].name) ? PROPERTIES[i].flags : 0;
    }
    says |= html_names_post(html_value(tree, node, HTML_CLASS)) ? HTML_IN_POST : 0;
    says |= is_hidden(tree, node) ? HTML_HIDDEN_HERE : 0;
    return says;
}

html_context html_context_make(arena *into, const html_tree *tree) {
    html_context out = {arena_array(into, uint32_t, tree->count),
                        arena_array(into, uint32_t, tree->count)};
    for (size_t i = 1; i < tree->count; i++) {
        const html_node *node = &tree->nodes[i];
        const uint32_t around = out.around[node->parent];
        if (html_is_text(node)) {
            out.around[i] = around;
            continue;
        }
        out.own[i] = element_says(tree, node);
        out.around[i] = node->tag == GUMBO_TAG_BODY ? 0 : around | out.own[i];
    }
    return out;
}

bool html_is_left_out(const html_context *self, const html_tree *tree, size_t node) {
    switch (tree->nodes[node].tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_RT:
        return true;
    default:
        return (self->own[node] & HTML_HIDDEN_HERE) != 0;
    }
}
