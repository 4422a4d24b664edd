#include "resolve/token_words.h"

#include "base/ascii.h"
#include "base/letters.h"
#include "base/utf8.h"

#include <string.h>

/* "10News": a name of which a number is part, unlike "5K" and "20th". */
static bool is_numbered_name(str shown) {
    size_t at = 0;
    while (at < shown.size && ascii_is_digit(shown.data[at])) {
        at++;
    }
    return at > 0 && at + 2 < shown.size && ascii_is_upper(shown.data[at]) &&
           ascii_is_letter(shown.data[at + 1]) && !ascii_is_upper(shown.data[at + 1]) &&
           ascii_is_letter(shown.data[at + 2]) && !ascii_is_upper(shown.data[at + 2]);
}

static void note_letters(str text, token *self) {
    size_t letters = 0;
    size_t capitals = 0;
    bool article = str_starts(self->lower, STR("al-")) || str_starts(self->lower, STR("el-"));
    size_t first = self->span.begin + (article ? 3 : 0); /* "al-Hamad" */
    for (size_t pos = self->span.begin; pos < self->span.end;) {
        size_t at = pos;
        uint32_t cp = utf8_next(text, &pos);
        letters += is_letter(cp);
        capitals += is_upper(cp);
        /* A letter that has no small form stands for a capital: names in other scripts. */
        self->capital |= at == first && is_letter(cp) && !is_lower(cp);
    }
    self->capitals = letters > 1 && capitals == letters;
    self->capital |= token_is_site(self->lower) || is_numbered_name(str_slice(text, self->span));
}

/* The singular of a plural, in `into` if it differs; the word itself where it has no plural's form.
 */
static str singular(arena *into, str lower) {
    char *made = str_copy(into, lower);
    size_t n = lower.size;
    if (n > 3 && memcmp(made + n - 3, "ies", 3) == 0) {
        made[n - 3] = 'y';
        return (str){made, n - 2};
    }
    if (n >= 3 && memcmp(made + n - 3, "men", 3) == 0) {
        made[n - 2] = 'a';
        return (str){made, n};
    }
    bool ends = n > 2 && made[n - 1] == 's' && made[n - 2] != 's';
    return ends ? (str){made, n - 1} : lower;
}

static uint64_t noun_of_plural(arena *into, str lower) {
    str one = singular(into, lower);
    uint64_t found = list_letters(LIST_OF_NOUNS, one);
    if (found == 0 && one.size > 3 && one.size < lower.size && one.data[one.size - 1] == 'e') {
        found = list_letters(LIST_OF_NOUNS, (str){one.data, one.size - 1}); /* coaches */
    }
    return str_equal(one, lower) ? 0 : found;
}

static str without_stop(str lower) {
    return lower.size > 1 && lower.data[lower.size - 1] == '.' ? (str){lower.data, lower.size - 1}
                                                               : lower;
}

bool word_is_said_of_next(str lower) {
    static const char *const ENDS[] = {"-based",  "-born",     "-led", "-run",
                                       "-owned",  "-educated", "-era", "-style",
                                       "-funded", "-bred",     "-area"};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) {
        if (word_ends_in(lower, ENDS[i])) {
            return true;
        }
    }
    return str_starts(lower, STR("no. "));
}

bool word_ends_in(str word, const char *end) {
    str tail = str_from(end);
    return word.size > tail.size + 1 &&
           str_equal(str_slice(word, (span){word.size - tail.size, word.size}), tail);
}

/* What a prefix makes of a person is one still: "ex-minister", "co-author". */
static uint64_t noun_of_person(str lower) {
    size_t hyphen = lower.size;
    while (hyphen > 0 && lower.data[hyphen - 1] != '-') {
        hyphen--;
    }
    uint64_t found =
        hyphen > 0 ? list_letters(LIST_OF_NOUNS, str_slice(lower, (span){hyphen, lower.size})) : 0;
    return (found & LETTER('p')) != 0 ? found : 0;
}

static void ask_lists(arena *into, token *self) {
    str lower = without_stop(self->lower);
    bool negated = word_ends_in(self->lower, "n't") || word_ends_in(self->lower, "n\u2019t");
    self->grammar = negated ? LETTER('X') : list_letters(LIST_OF_GRAMMAR, self->lower);
    const bool particle = str_equal(self->lower, STR("del")); /* but "Del." is a delegate */
    self->noun = particle ? 0 : list_letters(LIST_OF_NOUNS, lower);
    uint64_t of_plural = noun_of_plural(into, lower);
    bool people = !self->capital && (of_plural & LETTER('p')) != 0; /* sons, but "Reed & Sons" */
    if (self->noun == 0 || people) {
        self->noun = of_plural;
        self->plural = self->noun != 0;
    }
    self->noun = self->noun != 0 ? self->noun : noun_of_person(lower);
    self->plural |= str_equal(lower, STR("people")) || str_equal(lower, STR("police")) ||
                    str_equal(lower, STR("media"));
}

/* Initials that are small words, too: "US" is not "us", where not everything around it has
 * capitals. */
static bool is_initials(const token_list *of, size_t at) {
    enum { AROUND = 4 };
    const token *self = &of->items[at];
    bool listed = token_is_one_of(self, "us it who");
    size_t shouted = 0;
    size_t others = 0;
    for (size_t i = at > AROUND ? at - AROUND : 0; listed && i < of->count && i <= at + AROUND;
         i++) {
        bool word = i != at && of->items[i].class != WORD_MARK && of->items[i].lower.size > 1;
        shouted += word && of->items[i].capitals;
        others += word && !of->items[i].capitals;
    }
    return listed && self->capitals && others > shouted;
}

void note_words(token_list *of, arena *into) {
    for (size_t i = 0; i < of->count; i++) {
        note_letters(of->shown, &of->items[i]);
        ask_lists(into, &of->items[i]);
    }
    for (size_t i = 0; i < of->count; i++) {
        of->items[i].grammar = is_initials(of, i) ? 0 : of->items[i].grammar;
    }
}

/* Nouns that mean people and are too many for the list of nouns. With a capital most of them are
 * also somebody's name: "Baker". */
void note_people(token_list *of, arena *into) {
    for (size_t i = 0; i < of->count; i++) {
        token *self = &of->items[i];
        if (self->class != WORD_NOUN || self->noun != 0) {
            continue;
        }
        str one = singular(into, self->lower);
        bool plural = !list_find(LIST_OF_PEOPLE, self->lower, NULL);
        if (!plural || list_find(LIST_OF_PEOPLE, one, NULL)) {
            self->noun = LETTER('p');
            self->plural = plural;
        }
    }
}
