#include "resolve/governed.h"

enum { WORDS_BACK = 7 }; /* "in his first televised Spanish-language interview" */

bool is_governed(const scene *self, const glossary *by, size_t at, size_t *lead) {
    const word *items = self->words->items;
    for (size_t i = at, back = 0; i > 0 && back < WORDS_BACK; i--, back++) {
        if ((items[i].before != 0 && items[i].before != '\'' && items[i].before != '-') ||
            items[i - 1].sentence != items[at].sentence) {
            return false;
        }
        if (i > 1 && word_is(self->words, i - 1, "of") &&
            glossary_has(by, self->words, i - 2, i - 1, "parts")) {
            continue; /* "during a portion of the debate" */
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
