#include "resolve/name_neighbours.h"

#include "base/ascii.h"
#include "resolve/token_words.h"

bool is_some_of(const token_list *tokens, size_t begin, token_range run) {
    const token *word = &tokens->items[run.begin];
    size_t n = word->lower.size;
    if (run.end - run.begin > 1 || word->capitals || n < 4 || word->lower.data[n - 1] != 's') {
        return false;
    }
    bool counted =
        run.begin > begin && (word[-1].class == WORD_NUMBER || token_is_quantity(&word[-1]));
    uint64_t one = list_letters(LIST_OF_NOUNS, (str){word->lower.data, n - 1});
    bool told = run.end < tokens->count &&
                token_is_one_of(&tokens->items[run.end], "outside in from with on who");
    return counted || (told && (one & LETTER('p')) != 0);
}

bool is_month(const token_list *tokens, token_range run) {
    return run.end == run.begin + 1 && run.begin > 0 &&
           token_is_one_of(&tokens->items[run.begin], "may march august april june") &&
           token_is_one_of(&tokens->items[run.begin - 1],
                           "in since until by last this next early late of");
}

bool is_single_unknown(const token_list *tokens, const name_reading *reading) {
    const token_range name = reading->name;
    const token *only = &tokens->items[name.begin];
    return reading->kind == NAMES_UNKNOWN && name.end == name.begin + 1 &&
           reading->title.begin == reading->title.end && !word_ends_in(only->lower, "s");
}

bool are_many(const token_list *tokens, token_range run) {
    const token *only = &tokens->items[run.begin];
    const token *verb = run.end < tokens->count ? only + 1 : only;
    str letters = {0};
    if (run.end != run.begin + 1 || only->capitals || !word_ends_in(only->lower, "s") ||
        word_ends_in(only->lower, "ss") || (run.begin > 0 && only[-1].class == WORD_CONJUNCTION)) {
        return false;
    }
    const bool base = list_find(LIST_OF_WORD_CLASSES, verb->lower, &letters) &&
                      str_equal(letters, STR("V")) && !word_ends_in(verb->lower, "s") &&
                      !word_ends_in(verb->lower, "ed") && !word_ends_in(verb->lower, "ing");
    return token_is_one_of(verb, "are were have") || (base && verb->class == WORD_VERB);
}

bool is_time_name(const token_list *tokens, token_range run) {
    const token *last = &tokens->items[run.end - 1];
    const bool surname = last->surname && (run.end - run.begin == 1 ||
                                           first_name_gender(tokens->items[run.begin].lower) != 0);
    return (last->noun & LETTER('y')) != 0 && run.end - run.begin <= 2 && !surname;
}

bool is_aged(const token_list *tokens, size_t end) {
    const token *items = tokens->items;
    return end + 2 < tokens->count && token_is(&items[end], ",") &&
           items[end + 1].class == WORD_NUMBER && items[end + 1].lower.size == 2 &&
           ascii_is_digit(items[end + 1].lower.data[1]) && token_is(&items[end + 2], ",");
}

size_t office_name_begin(const token_list *tokens, size_t phrase, token_range run) {
    const token *items = tokens->items;
    const token *body = &items[run.begin];
    const bool owned = run.end == run.begin + 1 && run.begin > phrase + 1 &&
                       body[-1].class == WORD_POSSESSIVE && body[-2].class == WORD_NAME;
    if (!owned || (body->noun & LETTER('o')) == 0 ||
        (body[-2].noun & (LETTER('t') | LETTER('p'))) == 0) {
        return run.begin;
    }
    return phrase + (items[phrase].class == WORD_DETERMINER);
}
