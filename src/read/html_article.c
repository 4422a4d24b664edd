#include "read/html_article.h"

enum { WORDS_MIN = 8, LINKED_PERCENT_MAX = 30 };

static const uint32_t APART = HTML_SAYS_COMMENT | HTML_SAYS_RELATED | HTML_SAYS_ADVERT |
                              HTML_SAYS_SHARE | HTML_SAYS_SIGN_UP | HTML_SAYS_NOTICE | HTML_IN_NAV |
                              HTML_IN_FOOTER | HTML_IN_ASIDE | HTML_IN_FIGURE;

bool *html_article_choose(arena *into, const html_tree *tree, const html_context *context,
                          const html_blocks *blocks) {
    (void)tree;
    bool *chosen = arena_array(into, bool, blocks->count);
    for (size_t i = 0; i < blocks->count; i++) {
        const html_block *each = &blocks->items[i];
        chosen[i] = each->words >= WORDS_MIN &&
                    each->linked_letters * 100 <= each->letters * LINKED_PERCENT_MAX &&
                    !(context->around[each->container] & APART);
    }
    return chosen;
}
