#include "resolve/governed.h"

enum { WORDS_BACK = 7 }; /* "in his first televised Spanish-language interview" */

/* "during a portion of the debate", "at a Chamber of Commerce summit": what governs the words
 * before this "of" governs those behind it. */
static bool is_transparent(const scene *self, const glossary *by, size_t of) {
    const word *items = self->words->items;
    return glossary_has(by, self->words, of - 1, of, "parts") ||
           (items[of - 1].capital && of + 1 < self->words->count && items[of + 1].capital);
}

bool is_governed(const scene *self, const glossary *by, size_t at, size_t *lead) {
    const word *items = self->words->items;
    for (size_t i = at, back = 0; i > 0 && back < WORDS_BACK; i--, back++) {
        if ((items[i].before != 0 && items[i].before != '\'' && items[i].before != '-') ||
            items[i - 1].sentence != items[at].sentence) {
            return false;
        }
        if (i > 1 && word_is(self->words, i - 1, "of") && is_transparent(self, by, i - 1)) {
            continue;
        }
        const entry *each = glossary_at(by, self->words, i - 1, i, NULL);
        if (entry_is(each, "leads")) {
            if (lead != NULL) {
                *lead = i - 1;
            }
            return true;
        }
        if (entry_is(each, "blocks")) {
            return false;
        }
    }
    return false;
}
