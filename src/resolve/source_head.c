#include "resolve/source_head.h"

#include "base/ascii.h"
#include "resolve/lists.h"

/* --- where it is ------------------------------------------------------------------------------ */

/* What ends a noun phrase's first part, after which its head does not come. */
static bool ends_head(const word_list *words, size_t at) {
    static const char *const AFTER[] = {
        "of", "in", "at",    "from",  "with", "to",   "for", "who",   "that",  "whom",
        "on", "by", "who's", "which", "near", "like", "as",  "among", "about", "familiar"};
    return WORD_IS_ONE_OF(words, at, AFTER) || words->items[at].before == ',' ||
           words->items[at].before == '(' || word_is(words, at, "and") ||
           words_are(words, at, "close to");
}

/* "poll last week", "report Tuesday": when it came out. */
static bool tells_when(const word_list *words, size_t at) {
    static const char *const DAYS[] = {"monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday",    "yesterday"};
    static const char *const PERIODS[] = {"week",   "month",  "year", "night",
                                          "spring", "summer", "fall", "winter"};
    const bool of_period = word_is(words, at, "last") || word_is(words, at, "this");
    return WORD_IS_ONE_OF(words, at, DAYS) || (of_period && WORD_IS_ONE_OF(words, at + 1, PERIODS));
}

/* "a trio of", "a copy of": some of what follows. */
static bool is_number_of(const word_list *words, size_t at) {
    static const char *const WORDS[] = {
        "pair",    "couple", "trio",    "handful", "half", "dozen",   "quartet", "number",
        "numbers", "slew",   "some",    "many",    "most", "several", "few",     "all",
        "each",    "any",    "both",    "one",     "two",  "three",   "four",    "part",
        "parts",   "batch",  "portion", "copy",    "set",  "series",  "portions"};
    return WORD_IS_ONE_OF(words, at, WORDS) && word_is(words, at + 1, "of");
}

static bool ends_with(str text, const char *ending) {
    str end = str_from(ending);
    return text.size > end.size &&
           str_equal(str_slice(text, (span){text.size - end.size, text.size}), end);
}

/* The entry that word `at` begins as a noun: "briefed" is no form of "brief". */
static const entry *noun_at(const scene *self, size_t at, size_t last, size_t *length) {
    const entry *each = glossary_at(self->lists->sourcing, self->words, at, last, length);
    if (each == NULL || entry_is(each, "particular") || entry_is(each, "adverb") ||
        entry_is(each, "shows")) {
        return NULL;
    }
    bool participle = ends_with(self->words->items[at].lower, "ed") &&
                      !ends_with(each->phrase, "ed") && *length == 1;
    return participle ? NULL : each;
}

/* Whether word `at` is a participle that only describes what stands before it: "officials
 * involved", but not "several unnamed officials". */
static bool describes_what_precedes(const scene *self, size_t at, word_range part) {
    size_t length = 1;
    const word *each = &self->words->items[at];
    if (at == part.first || each->capital || !ends_with(each->lower, "ed") ||
        noun_at(self, at - 1, at, &length) == NULL) {
        return false;
    }
    for (size_t i = at; i < part.last; i++) {
        if (noun_at(self, i, part.last, &length) != NULL) {
            return false;
        }
    }
    return true;
}

/* "White House and Pentagon spokesmen": two names before one noun. */
static bool shares_noun(const scene *self, size_t first, size_t at, size_t last) {
    bool names =
        word_is(self->words, at, "and") && at + 2 < last && self->words->items[at + 1].capital;
    for (size_t i = first; i < at; i++) {
        names &= self->words->items[i].capital || word_is(self->words, i, "the");
    }
    size_t length = 1;
    return names && noun_at(self, last - 1, last, &length) != NULL &&
           !self->words->items[last - 1].capital;
}

word_range head_part(const scene *self, word_range source) {
    const word_list *words = self->words;
    for (size_t at = source.first; at + 2 < source.last && at < source.first + 3; at++) {
        if (is_number_of(words, at)) {
            source.first = at + 2;
        }
    }
    size_t last = source.first + 1;
    while (last < source.last && !tells_when(words, last) &&
           (!ends_head(words, last) || shares_noun(self, source.first, last, source.last))) {
        last++;
    }
    word_range part = {source.first, last};
    for (size_t at = part.first; at + 1 < part.last;
         at++) { /* "the mayor's office" is the office */
        part.first = words->items[at].possessive ? at + 1 : part.first;
    }
    for (size_t at = part.first + 1; at < part.last; at++) {
        if (describes_what_precedes(self, at, part)) {
            return (word_range){part.first, at};
        }
    }
    return part;
}

const entry *head_entry(const scene *self, word_range part, word_range *where) {
    const entry *found = NULL;
    for (size_t at = part.first; at < part.last;) {
        size_t length = 1;
        const entry *each = noun_at(self, at, part.last, &length);
        if (each != NULL) {
            found = each;
            *where = (word_range){at, at + length};
        }
        at += length;
    }
    return found;
}

word_range source_head(const scene *self, size_t i) {
    word_range where = {0, 0};
    word_range source = self->frames[i].source;
    if (source.last > source.first) {
        head_entry(self, head_part(self, source), &where);
    }
    return where;
}

bool head_is(const scene *self, word_range source, const char *section, word_range *where) {
    if (source.first >= source.last) {
        return false;
    }
    word_range found = {0, 0};
    const word_range part = head_part(self, source);
    const entry *head = head_entry(self, part, &found);
    const word *noun = &self->words->items[found.first];
    const bool opening = found.first == 0 || noun[-1].sentence != noun->sentence;
    bool is = entry_is(head, section) && found.last == part.last && (!noun->capital || opening);
    *where = is ? found : *where;
    return is;
}

/* --- what it tells ---------------------------------------------------------------------------- */

bool is_plural(const word *head) {
    return ends_with(head->lower, "s") || ends_with(head->lower, "men") ||
           str_equal(head->lower, STR("men")) || str_equal(head->lower, STR("people")) ||
           ends_with(head->lower, "people");
}

bool names_person(const word_list *words, word_range part) {
    static const char *const ENDINGS[] = {"ician", "ologist", "eer", "ist", "-american"};
    str noun = words->items[part.last - 1].lower;
    uint64_t letters = list_letters(LIST_OF_NOUNS, noun);
    const str one = {noun.data, noun.size - (ends_with(noun, "s") ? 1 : 0)};
    letters = letters != 0 ? letters : list_letters(LIST_OF_NOUNS, one);
    bool formed = letters == 0 && list_find(LIST_OF_PEOPLE, one, NULL);
    for (size_t i = 0; letters == 0 && i < sizeof ENDINGS / sizeof *ENDINGS; i++) {
        formed |= ends_with(noun, ENDINGS[i]) ||
                  (ends_with(noun, "s") && ends_with((str){noun.data, noun.size - 1}, ENDINGS[i]));
    }
    return formed || (letters & (LETTER('p') | LETTER('m') | LETTER('f'))) != 0;
}

size_t claimed_number(const word_list *words, word_range source) {
    static const char *const NUMBERS[] = {"one",   "two",   "three", "four", "five",   "six",
                                          "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
    for (size_t at = source.first; at < source.last && at < source.first + 3; at++) {
        for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++) {
            if (word_is(words, at, NUMBERS[i])) {
                return i + 1;
            }
        }
        str text = words->items[at].lower;
        if (str_equal(text, STR("dozen"))) {
            return 12;
        }
        size_t number = 0;
        for (size_t i = 0; i < text.size && i < 6 && ascii_is_digit(text.data[i]); i++) {
            number = 10 * number + (size_t)(text.data[i] - '0');
        }
        bool of_many = word_is(words, at + 1, "million") || word_is(words, at + 1, "thousand") ||
                       word_is(words, at + 1, "percent");
        if (number > 0) {
            return of_many ? 0 : number;
        }
    }
    return 0;
}

enum { FEW = 30 };

/* A determiner or number that picks out some. */
static bool is_counted(const word_list *words, word_range source) {
    static const char *const WORDS[] = {"a", "an", "another", "several", "dozens"};
    if (WORD_IS_ONE_OF(words, source.first, WORDS)) {
        return !words_are(words, source.first, "a number of") &&
               !words_are(words, source.first, "a lot of");
    }
    const size_t number = claimed_number(words, source); /* 200 protesters are a crowd */
    return number > 0 && number <= FEW && !word_is(words, source.first, "all");
}

static bool has_section(const scene *self, word_range part, const char *section,
                        word_range *where) {
    for (size_t at = part.first; at < part.last; at++) {
        size_t length = 1;
        const entry *each = glossary_at(self->lists->sourcing, self->words, at, part.last, &length);
        if (entry_is(each, section)) {
            *where = (word_range){at, at + length};
            return true;
        }
    }
    return false;
}

bool is_particular(const scene *self, word_range source, word_range *where) {
    return has_section(self, source, "particular", where) || is_counted(self->words, source);
}

bool is_other_network(const scene *self, const speaker *who, word_range head) {
    static const char *const BROADCAST[] = {"news",  "television",   "tv",
                                            "radio", "broadcasting", "cable"};
    return who->kind == SPEAKER_ORGANIZATION && word_is(self->words, head.first, "network") &&
           self->words->items[head.first].capital && head.first > 0 &&
           self->words->items[head.first - 1].capital &&
           !WORD_IS_ONE_OF(self->words, head.first - 1, BROADCAST);
}
