#include "resolve/name_kinds.h"

#include "base/ascii.h"
#include "resolve/token_words.h"

static bool has(const token *self, char letter) {
    return (self->noun & LETTER(letter)) != 0;
}

uint8_t first_name_gender(str lower) {
    str value = {0};
    if (!list_find(LIST_OF_FIRST_NAMES, lower, &value) || value.size == 0) {
        return 0;
    }
    return value.data[0] == 'm'   ? GENDER_MALE
           : value.data[0] == 'f' ? GENDER_FEMALE
                                  : GENDER_MALE | GENDER_FEMALE;
}

bool token_is_initial(const token *self) {
    const str lower = self->lower;
    const bool two = lower.size == 4 && lower.data[1] == '.' && lower.data[3] == '.' &&
                     !token_is_place(self) && self->noun == 0 &&
                     !token_is_one_of(self, "u.s. u.k. u.n. e.u. d.c. l.a. p.m. a.m.");
    return self->capital && (two || (lower.size == 2 && lower.data[1] == '.'));
}

bool token_tells_members(const token *self) {
    return self->plural && self->capital && has(self, 'p') && !has(self, 'a');
}

bool name_is_like_noun(const token_list *tokens, token_range run) {
    const token *first = &tokens->items[run.begin];
    return run.end - run.begin == 2 && has(first + 1, 's') && !first->capitals &&
           first->noun == 0 && first->grammar == 0 && !token_is_place(first) &&
           !list_find(LIST_OF_WORD_CLASSES, first->lower, NULL);
}

str name_lower(const token_list *tokens, token_range run) {
    const token *first = &tokens->items[run.begin];
    const token *last = &tokens->items[run.end - 1];
    size_t stop = last->lower.size > 1 && last->lower.data[last->lower.size - 1] == '.' &&
                  run.end - run.begin > 1;
    return first == last
               ? first->lower
               : str_slice(tokens->lower, (span){first->span.begin, last->span.end - stop});
}

const token *name_telling_word(const token_list *tokens, token_range run) {
    for (size_t i = run.begin + 1; i < run.end; i++) {
        if (tokens->items[i].class == WORD_PREPOSITION) {
            return &tokens->items[i - 1];
        }
    }
    return &tokens->items[run.end - 1];
}

bool name_is_of_members(const token_list *tokens, token_range run) {
    const token *telling = name_telling_word(tokens, run);
    return telling < &tokens->items[run.end - 1] && token_tells_members(telling);
}

bool name_is_outlet(const token_list *tokens, token_range run, bool after_article) {
    str lower = name_lower(tokens, run);
    const token *only = &tokens->items[run.begin];
    if (run.end - run.begin == 1) {
        const bool news = lower.size > 4 && word_ends_in(lower, "news"); /* "10News" */
        if (token_is_site(lower) || news) {
            return true;
        }
        bool common = list_find(LIST_OF_WORD_CLASSES, only->lower, NULL) || only->noun != 0;
        return list_find(LIST_OF_NEWS, lower, NULL) &&
               (!common || only->capitals || (after_article && (only->noun & LETTER('n')) != 0));
    }
    const bool of_place = run.end - run.begin == 2 && token_is_place(only + 1) &&
                          !list_find(LIST_OF_WORD_CLASSES, (only + 1)->lower, NULL) &&
                          list_find(LIST_OF_NEWS, only->lower, NULL); /* "BBC Africa" */
    return of_place || list_find(LIST_OF_NEWS, lower, NULL) ||
           list_find(LIST_OF_OUTLETS, lower, NULL);
}

/* "Sunair Flight SA804" is no body, and Sunair is not it. */
static bool is_numbered(const token_list *tokens, token_range name) {
    str last = tokens->items[name.end - 1].lower;
    bool digit = last.size > 0 && ascii_is_digit(last.data[last.size - 1]);
    return name.end - name.begin > 2 && digit;
}

static named_kind kind_of_single(const token *only) {
    if (only->capitals && only->lower.size <= 6) {
        return NAMES_BODY;
    }
    if (has(only, 'o')) {
        return NAMES_BODY;
    }
    if (has(only, 'l')) {
        return NAMES_PLACE;
    }
    return first_name_gender(only->lower) != 0 ? NAMES_PERSON : NAMES_UNKNOWN;
}

/* "F. B. I.", initials and no surname. */
static bool is_spelled(const token_list *tokens, token_range name) {
    bool spelled = name.end > name.begin + 1;
    for (size_t i = name.begin; i < name.end; i++) {
        spelled &= token_is_initial(&tokens->items[i]);
    }
    return spelled;
}

named_kind name_kind(const token_list *tokens, token_range name, bool after_article) {
    const token *first = &tokens->items[name.begin];
    const token *telling = name_telling_word(tokens, name);
    str value = {0};
    if (name_is_outlet(tokens, name, after_article)) {
        return NAMES_OUTLET;
    }
    if (list_find(LIST_OF_COUNTRIES, name_lower(tokens, name), &value)) {
        return value.size == 0 ? NAMES_PLACE : NAMES_THING; /* French, which is nobody */
    }
    if (has(&tokens->items[name.end - 1], 'a') || is_numbered(tokens, name)) {
        return NAMES_THING;
    }
    if (name.end - name.begin == 1) {
        return kind_of_single(first);
    }
    if (name_is_like_noun(tokens, name)) {
        return NAMES_PERSON;
    }
    if (is_spelled(tokens, name)) {
        return NAMES_BODY;
    }
    if (token_is_one_of(first, "los las san santa fort") && !after_article && telling->noun == 0) {
        return NAMES_PLACE; /* "Los Angeles" */
    }
    bool first_name = first_name_gender(first->lower) != 0 || token_is_initial(first);
    if (has(telling, 'o') &&
        !(first_name && telling == first + 1 && !after_article && telling->plural)) {
        return NAMES_BODY;
    }
    if (name_is_of_members(tokens, name)) {
        return NAMES_BODY; /* "Veterans of America" */
    }
    if (has(telling, 'd') && has(telling, 'n') && after_article && telling->capital) {
        return NAMES_OUTLET; /* "the Marlow Times Record" */
    }
    if (token_is(telling, "survey") && telling > first &&
        word_ends_in((telling - 1)->lower, "logical")) {
        return NAMES_BODY;
    }
    if (has(telling, 'd')) {
        return first_name && !after_article ? NAMES_PERSON : NAMES_DOCUMENT;
    }
    if (first_name && !after_article) {
        return NAMES_PERSON;
    }
    if (has(telling, 'n') && (after_article || token_is(telling, "news"))) {
        return NAMES_OUTLET;
    }
    if (has(telling, 'l')) {
        return NAMES_PLACE;
    }
    return after_article || telling->capitals ? NAMES_BODY : NAMES_UNKNOWN;
}

bool name_is_rare(const token_list *tokens, token_range name) {
    bool rare = name.end == name.begin + 2 || name.end == name.begin + 3;
    for (size_t i = name.begin; i < name.end; i++) {
        const token *word = &tokens->items[i];
        rare &= word->noun == 0 && !word->capitals &&
                !list_find(LIST_OF_WORD_CLASSES, word->lower, NULL);
    }
    return rare;
}
