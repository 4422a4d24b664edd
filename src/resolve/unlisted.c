#include "resolve/unlisted.h"

#include "resolve/lists.h"

enum { NAME_WORDS_MAX = 5 };

static word_range name_from(const scene *self, size_t at) {
    const word *items = self->words->items;
    size_t last = at;
    while (last < self->words->count && last - at < NAME_WORDS_MAX && items[last].capital &&
           !items[last].quoted && items[last].sentence == items[at].sentence &&
           (last == at || (items[last].before == 0 && !items[last - 1].possessive))) {
        last++;
    }
    return (word_range){at, last};
}

/* Whether a word of the name is one for a person or a body: "Officer Reed", "Harbour Council". */
static bool is_of_people(const scene *self, word_range name) {
    const uint64_t letters = LETTER('t') | LETTER('p') | LETTER('m') | LETTER('f') | LETTER('o') |
                             LETTER('l') | LETTER('c') | LETTER('y');
    for (size_t k = name.first; k < name.last; k++) {
        const str lower = self->words->items[k].lower;
        str one = lower;
        one.size -= lower.size > 3 && lower.data[lower.size - 1] == 's';
        if ((list_letters(LIST_OF_NOUNS, lower) & letters) != 0 ||
            (list_letters(LIST_OF_NOUNS, one) & letters) != 0 ||
            list_find(LIST_OF_PEOPLE, one, NULL) || list_find(LIST_OF_SURNAMES, lower, NULL)) {
            return true;
        }
    }
    const str first = self->words->items[name.first].lower;
    return list_find(LIST_OF_FIRST_NAMES, first, NULL) || list_find(LIST_OF_COUNTRIES, first, NULL);
}

/* Whether it is over with the name: nothing else of it follows ("Tarn Tonight viewers"). */
static bool is_all(const scene *self, word_range name) {
    static const char *const BEHIND[] = {
        "on",       "in",       "with",      "during", "after",  "before",  "at",      "last",
        "this",     "recently", "yesterday", "today",  "monday", "tuesday", "earlier", "wednesday",
        "thursday", "friday",   "saturday",  "sunday", "when",   "while",   "as"};
    const word *items = self->words->items;
    return !items[name.last - 1].possessive &&
           (name.last == self->words->count || items[name.last].before != 0 ||
            items[name.last].sentence != items[name.first].sentence ||
            WORD_IS_ONE_OF(self->words, name.last, BEHIND));
}

/* Whether words of the content stand in quotation marks: bodies are mostly told "that". */
static bool is_quoted(const scene *self, size_t i) {
    const span_list content = self->relations->items[i].content;
    bool any = false;
    for (size_t k = 0; k < content.count && !any; k++) {
        const word_range part = words_in(self->words, content.items[k]);
        any = part.first < part.last && self->words->items[part.last - 1].quoted;
    }
    return any;
}

str unlisted_outlet(const scene *self, size_t i, size_t at, size_t *length) {
    static const char *const TOLD[] = {"told", "tells", "telling"};
    const word *items = self->words->items;
    const word_range cue = self->frames[i].cue;
    const size_t back = at > 1 && word_is(self->words, at - 1, "the") ? at - 1 : at;
    *length = 1;
    if (back < 2 || !items[at].capital || items[at].before != 0 ||
        items[back - 1].sentence != items[at].sentence) {
        return (str){NULL, 0};
    }
    const bool told = WORD_IS_ONE_OF(self->words, back - 1, TOLD) && back - 1 >= cue.first &&
                      back - 1 < cue.last && is_quoted(self, i);
    const bool interviewed =
        word_is(self->words, back - 1, "with") && word_is(self->words, back - 2, "interview");
    const word_range name = name_from(self, at);
    if (!(told || interviewed) || name.last - name.first < 2 || is_of_people(self, name) ||
        !is_all(self, name)) {
        return (str){NULL, 0};
    }
    *length = name.last - name.first;
    return scene_text(self, name);
}
