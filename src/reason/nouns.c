#include "reason/nouns.h"

#include "base/ascii.h"
#include "base/table.h"
#include "reason/names.h"
#include "reason/reporting.h"

#include <string.h>

extern const unsigned char LIST_WORD_CLASSES[], LIST_NOUNS[], LIST_PEOPLE[];
extern const size_t LIST_WORD_CLASSES_SIZE, LIST_NOUNS_SIZE, LIST_PEOPLE_SIZE;

enum { WORD_MAX = 24 };

/* Whether a table has the word, however its letters are written. */
static bool look_up(const unsigned char *list, size_t size, str word, str *told) {
    char small[WORD_MAX];
    *told = STR("");
    if (word.size == 0 || word.size > WORD_MAX) {
        return false;
    }
    for (size_t i = 0; i < word.size; i++) {
        small[i] = ascii_lower(word.data[i]);
    }
    return table_find((str){(const char *)list, size}, (str){small, word.size}, told);
}

char word_class(str word) {
    str told;
    bool known = look_up(LIST_WORD_CLASSES, LIST_WORD_CLASSES_SIZE, word, &told);
    return known && told.size > 0 ? told.data[0] : 0;
}

bool is_verb_too(str word) {
    str told;
    return look_up(LIST_WORD_CLASSES, LIST_WORD_CLASSES_SIZE, word, &told) &&
           (memchr(told.data, 'V', told.size) != NULL || memchr(told.data, 'v', told.size) != NULL);
}

static bool noun_is(str word, char role) {
    str told;
    return look_up(LIST_NOUNS, LIST_NOUNS_SIZE, word, &told) && told.size > 0 &&
           memchr(told.data, role, told.size) != NULL;
}

/* The noun of a plural in `small`: "agency" of "agencies"; the word itself where it is none. */
static str singular_of(str word, char small[WORD_MAX]) {
    bool plural = word.size > 3 && word.size <= WORD_MAX && word.data[word.size - 1] == 's' &&
                  word.data[word.size - 2] != 's';
    if (!plural) {
        return word;
    }
    memcpy(small, word.data, word.size);
    str one = {small, word.size - 1};
    if (one.size > 4 && str_equal(str_slice(one, (span){one.size - 2, one.size}), STR("ie"))) {
        one.size--;
        small[one.size - 1] = 'y';
    }
    return one;
}

bool is_person_noun(str word) {
    char small[WORD_MAX];
    str told, one = singular_of(word, small);
    return noun_is(one, 'p') || look_up(LIST_PEOPLE, LIST_PEOPLE_SIZE, one, &told);
}

/* The word that says what it is: "residents" of "residents of Sill". */
static str head_of(str name) {
    str head = {NULL, 0};
    size_t pos = 0;
    span whole = {0, name.size};
    for (str word = next_word(name, whole, &pos); word.data != NULL;
         word = next_word(name, whole, &pos)) {
        if (head.data != NULL && ascii_equal(word, STR("of")) &&
            ascii_has_word(STR("group number crowd handful pair couple"), head)) {
            head = (str){NULL, 0}; /* "a group of about 200 communists" */
            continue;
        }
        if (head.data != NULL &&
            ascii_has_word(STR("of in from with at near on who close familiar for"), word)) {
            break;
        }
        head = word;
    }
    return head;
}

/* Whether a word of it is a name's: a capital that does not just begin a sentence. */
static bool has_name(str name) {
    size_t pos = 0;
    span whole = {0, name.size};
    for (str word = next_word(name, whole, &pos); word.data != NULL;
         word = next_word(name, whole, &pos)) {
        bool first = word.data == name.data;
        bool common =
            first &&
            (word_class(word) != 0 || is_person_noun(word) ||
             ascii_has_word(STR("someone somebody other some many several most both all two three "
                                "few these those"),
                            word));
        if (begins_with_capital(word) && !common) {
            return true;
        }
    }
    return false;
}

/* "Apple", of which the table knows the fruit: one word with a capital, of no people. */
static bool is_one_name(str name) {
    size_t pos = 0;
    span whole = {0, name.size};
    str word = next_word(name, whole, &pos);
    bool alone = word.data != NULL && word.size == name.size;
    return alone && begins_with_capital(word) && word.data[word.size - 1] != 's' &&
           !is_person_noun(word) &&
           !ascii_has_word(STR("people someone somebody other many several most"), word);
}

/* "Many Democrats", "200 scientists", "another 19 percent", but not "54-year-old Reed": some of a
 * group, nobody says which. */
static bool is_of_some(str name) {
    size_t pos = 0;
    span whole = {0, name.size};
    str first = next_word(name, whole, &pos), second = next_word(name, whole, &pos);
    bool number = second.size > 0 && !begins_with_capital(second) &&
                  !ascii_equal(second, STR("year")) && !ascii_is_digit(second.data[0]);
    for (size_t i = 0; i < first.size; i++) {
        number = number && ascii_is_digit(first.data[i]);
    }
    return number || ascii_has_word(STR("many several some most other others another few numerous "
                                        "various dozens hundreds thousands scores two three four "
                                        "five six seven eight nine ten"),
                                    first);
}

/* Several of a kind, and not the one body that is called so ("police"). */
static bool is_of_bodies(str head) {
    char small[WORD_MAX];
    str one = singular_of(head, small);
    return one.data != head.data && !noun_is(head, 'o') && (noun_is(one, 'o') || noun_is(one, 'n'));
}

bool is_nameless_group(str name) {
    if (is_of_some(name)) {
        return true;
    }
    if (is_one_name(name)) {
        return false;
    }
    char small[WORD_MAX];
    str head = head_of(name);
    bool one = noun_is(head, 'o') || noun_is(head, 'd') || noun_is(singular_of(head, small), 'd');
    return !has_name(name) && (is_of_bodies(head) || !one);
}

bool are_nameless_outlets(str name) {
    str head = head_of(name);
    bool state = ascii_has_word(name, STR("state")); /* which has its own */
    bool all = ascii_equal(head, STR("media")) && !state;
    return is_of_some(name) || (!has_name(name) && !begins_with_capital(head) &&
                                (all || is_of_bodies(head) || ascii_equal(head, STR("reporters"))));
}
