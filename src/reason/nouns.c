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

static bool noun_is(str word, char role) {
    str told;
    return look_up(LIST_NOUNS, LIST_NOUNS_SIZE, word, &told) && told.size > 0 &&
           memchr(told.data, role, told.size) != NULL;
}

static str singular_of(str word) {
    bool plural =
        word.size > 3 && word.data[word.size - 1] == 's' && word.data[word.size - 2] != 's';
    return plural ? (str){word.data, word.size - 1} : word;
}

bool is_person_noun(str word) {
    str told, one = singular_of(word);
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

bool is_nameless_group(str name) {
    if (is_one_name(name)) {
        return false;
    }
    str head = head_of(name);
    bool body = noun_is(head, 'o') || noun_is(singular_of(head), 'o');
    return !body && !has_name(name);
}
