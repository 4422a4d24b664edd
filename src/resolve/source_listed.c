#include "resolve/source_listed.h"

#include "resolve/lists.h"

/* Whether only titles and the like stand between word `at` and the comma before it: "a rival,
 * committee chairman Ben Vale". */
static bool begins_apposition(const scene *self, word_range source, size_t at) {
    static const char *const OTHERS[] = {"who",  "which", "of", "for", "by", "in",
                                         "from", "with",  "at", "to",  "on", "about"};
    for (size_t k = at; k > source.first; k--) {
        if (self->words->items[k].before == ',') {
            return true;
        }
        if (WORD_IS_ONE_OF(self->words, k - 1, OTHERS) || self->words->items[k - 1].possessive) {
            return false;
        }
    }
    return false;
}

/* Whether examples are told before word `at`, with only what they are between: "including the
 * economist". */
static bool begins_examples(const scene *self, word_range source, size_t at) {
    enum { CALLING = 5 };
    for (size_t k = at; k > source.first && k + CALLING > at; k--) {
        if (word_is(self->words, k - 1, "like") || word_is(self->words, k - 1, "including")) {
            return true;
        }
        if (self->words->items[k].before != 0) {
            return false;
        }
    }
    return false;
}

bool source_holds_name(const scene *self, word_range source, bool examples_only) {
    const word *items = self->words->items;
    for (size_t at = source.first + 1; at + 1 < source.last; at++) {
        bool lists = (!examples_only && begins_apposition(self, source, at)) ||
                     begins_examples(self, source, at);
        if (lists && items[at].capital && items[at + 1].capital && items[at + 1].before == 0 &&
            items[at + 1].lower.size > 1 && list_find(LIST_OF_FIRST_NAMES, items[at].lower, NULL)) {
            return true;
        }
    }
    return false;
}
