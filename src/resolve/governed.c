#include "resolve/governed.h"

/* "in his first televised Spanish-language interview", "at a Vale, New York, rally" */
enum { WORDS_BACK = 7 };

static bool is_name_behind(const scene *self, size_t at) {
    at += word_is(self->words, at, "the"); /* "via Jeff Duncan of the Times-Picayune" */
    return at < self->words->count && self->words->items[at].capital;
}

/* "during a portion of the debate", "at a Chamber of Commerce summit": what governs the words
 * before this "of" governs those behind it. */
static bool is_transparent(const scene *self, const glossary *by, size_t of) {
    const word *items = self->words->items;
    return glossary_has(by, self->words, of - 1, of, "parts") ||
           word_is(self->words, of - 1, "broadcast") || /* which is listed as a verb */
           (items[of - 1].capital && is_name_behind(self, of + 1));
}

/* Whether the comma before word `i` is one of "Vale, New York, rally". */
static bool is_within_place(const word *items, size_t i) {
    const bool second = i > 2 && ((items[i - 1].capital && items[i - 1].before == ',') ||
                                  (items[i - 2].capital && items[i - 2].before == ','));
    return items[i].before == ',' && items[i - 1].capital && (items[i].capital || second);
}

bool is_governed(const scene *self, const glossary *by, size_t at, size_t *lead) {
    const word *items = self->words->items;
    for (size_t i = at, back = 0; i > 0 && back < WORDS_BACK; i--, back++) {
        const bool parts = items[i].before != 0 && items[i].before != '\'' &&
                           items[i].before != '-' && !is_within_place(items, i);
        if (parts || items[i - 1].sentence != items[at].sentence) {
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
