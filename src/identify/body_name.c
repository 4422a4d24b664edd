#include "identify/body_name.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "identify/tables.h"

#include <stdlib.h>

static bool is_in(str word, const char *const *list) {
    for (; *list != NULL; list++) {
        if (str_equal(word, str_from(*list))) {
            return true;
        }
    }
    return false;
}

static bool is_small(str word) {
    static const char *const WORDS[] = {"the", "of",  "for", "and", "in",  "on", "at",
                                        "to",  "an",  "a",   "s",   "de",  "la", "du",
                                        "des", "der", "die", "das", "und", "et", NULL};
    return is_in(word, WORDS);
}

static bool is_form_of_company(str word) {
    static const char *const WORDS[] = {"inc",     "corp", "corporation", "co",  "ltd",
                                        "limited", "plc",  "llc",         "llp", "sa",
                                        "ag",      "gmbh", "nv",          NULL};
    return is_in(word, WORDS);
}

/* One spelling of words that British and American English write differently. */
static str spelled(str word) {
    static const char *const WORDS[][2] = {
        {"defence", "defense"},           {"labour", "labor"},        {"centre", "center"},
        {"organisation", "organization"}, {"programme", "program"},   {"police", "police"},
        {"dept", "department"},           {"govt", "government"},     {"ministries", "ministry"},
        {"departments", "department"},    {"int'l", "international"}, {"natl", "national"},
        {"assn", "association"},          {"univ", "university"},
    };
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (str_equal(word, str_from(WORDS[i][0]))) {
            return str_from(WORDS[i][1]);
        }
    }
    return word;
}

/* "Russian", "Russia's" and "US" are their countries. */
static str country_of(str word, arena *into) {
    static const char *const OURS[] = {"us", "usa", "american", "america", NULL};
    static const char *const BRITISH[] = {"uk", "british", "britain", NULL};
    if (is_in(word, OURS)) {
        return STR("united states");
    }
    if (is_in(word, BRITISH)) {
        return STR("united kingdom");
    }
    str country;
    bool found = table_has(TABLE_OF_COUNTRIES, word, &country);
    if (!found && word.size > 2 && word.data[word.size - 1] == 's') { /* Egypt's, folded */
        str stem = str_slice(word, (span){0, word.size - 1});
        found = table_has(TABLE_OF_COUNTRIES, stem, &country) && country.size == 0;
        country = found ? stem : country; /* "Greeks" are not Greece */
    }
    return found && country.size > 0 ? letters_fold(country, into) : word;
}

static str without_hyphens(str text, arena *into) {
    char *copy = str_copy(into, text);
    for (size_t i = 0; i < text.size; i++) {
        copy[i] = copy[i] == '-' ? ' ' : copy[i];
    }
    return (str){copy, text.size};
}

static str sorted(str *words, size_t count, arena *into) {
    if (count > 0) {
        qsort(words, count, sizeof *words, str_order);
    }
    buf made = {0};
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || !str_equal(words[i], words[i - 1])) {
            buf_put(&made, i > 0 ? STR(" ") : STR(""));
            buf_put(&made, words[i]);
        }
    }
    return buf_keep(&made, into);
}

static size_t words_that_tell(str text, arena *into, str **out) {
    word_row row = words_apart(without_hyphens(letters_fold(text, into), into), into);
    str *words = arena_array(into, str, 4 * row.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < row.count; i++) {
        if (is_small(row.items[i]) || (count > 0 && is_form_of_company(row.items[i]))) {
            continue;
        }
        if (i + 1 < row.count && str_equal(row.items[i], STR("u")) &&
            (str_equal(row.items[i + 1], STR("s")) || str_equal(row.items[i + 1], STR("k")))) {
            row.items[i + 1] = row.items[i + 1].data[0] == 's' ? STR("us") : STR("uk");
            continue; /* "U. S." */
        }
        word_row parts = words_apart(country_of(spelled(row.items[i]), into), into);
        for (size_t k = 0; k < parts.count && k < 4; k++) {
            words[count++] = parts.items[k];
        }
    }
    *out = words;
    return count;
}

str body_name_read(str text, arena *into) {
    str *words;
    size_t count = words_that_tell(text, into, &words);
    str name = sorted(words, count, into);
    str fuller;
    return table_has(TABLE_OF_KNOWN_BODIES, name, &fuller) && fuller.size > 0 ? fuller : name;
}

bool body_name_is_country(str name, arena *scratch) {
    static const char *const SORTED[] = {"states united", "kingdom united", NULL};
    (void)scratch;
    str people;
    return is_in(name, SORTED) ||
           (table_has(TABLE_OF_COUNTRIES, name, &people) && people.size == 0);
}

bool body_name_suffices(str name, arena *scratch) {
    if (name.size == 0) {
        return false;
    }
    if (table_has(TABLE_OF_KNOWN_BODIES, name, NULL) || body_name_is_country(name, scratch)) {
        return true;
    }
    word_row words = words_apart(name, scratch);
    size_t own = 0;
    for (size_t i = 0; i < words.count; i++) {
        own += !table_has(TABLE_OF_GENERIC_BODIES, words.items[i], NULL) &&
               !ascii_is_digit(words.items[i].data[0]) && words.items[i].size > 1;
    }
    return own > 0 && (words.count > 1 || table_has(TABLE_OF_NEWS, name, NULL));
}

bool is_acronym(str text) {
    size_t letters = 0;
    for (size_t i = 0; i < text.size; i++) {
        bool capital = ascii_is_upper(text.data[i]);
        if (!capital && text.data[i] != '.' && text.data[i] != '&') {
            return false;
        }
        letters += capital;
    }
    return letters >= 2 && letters <= 6;
}

str body_name_initials(str text, arena *into) {
    word_row row = words_apart(without_hyphens(letters_fold(text, into), into), into);
    buf made = {0};
    for (size_t i = 0; i < row.count; i++) {
        if (!is_small(row.items[i])) {
            buf_put(&made, str_slice(row.items[i], (span){0, 1}));
        }
    }
    str out = {NULL, 0};
    if (made.size >= 3) {
        out = (str){str_copy(into, buf_str(&made)), made.size};
    }
    buf_free(&made);
    return out;
}

bool looks_like_body(str text, arena *scratch) {
    str *words;
    size_t count = words_that_tell(text, scratch, &words);
    str name = body_name_read(text, scratch);
    if (table_has(TABLE_OF_KNOWN_BODIES, name, NULL) || body_name_is_country(name, scratch)) {
        return true;
    }
    str always;
    bool generic = count > 1 && table_has(TABLE_OF_GENERIC_BODIES, words[count - 1], &always);
    return generic && (always.size > 0 || !table_has(TABLE_OF_FIRST_NAMES, words[0], NULL));
}
