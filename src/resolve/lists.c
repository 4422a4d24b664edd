#include "resolve/lists.h"

#include "base/ascii.h"
#include "base/table.h"

/* Made of data/resolve/ by cmake/lists.cmake. */
extern const unsigned char LIST_GRAMMAR[];
extern const size_t LIST_GRAMMAR_SIZE;
extern const unsigned char LIST_NOUNS[];
extern const size_t LIST_NOUNS_SIZE;
extern const unsigned char LIST_PEOPLE[];
extern const size_t LIST_PEOPLE_SIZE;
extern const unsigned char LIST_WORD_CLASSES[];
extern const size_t LIST_WORD_CLASSES_SIZE;
extern const unsigned char LIST_FIRST_NAMES[];
extern const size_t LIST_FIRST_NAMES_SIZE;
extern const unsigned char LIST_NICKNAMES[];
extern const size_t LIST_NICKNAMES_SIZE;
extern const unsigned char LIST_SURNAMES[];
extern const size_t LIST_SURNAMES_SIZE;
extern const unsigned char LIST_COUNTRIES[];
extern const size_t LIST_COUNTRIES_SIZE;
extern const unsigned char LIST_OUTLETS[];
extern const size_t LIST_OUTLETS_SIZE;
extern const unsigned char LIST_NEWS[];
extern const size_t LIST_NEWS_SIZE;
extern const unsigned char LIST_PRONOUN_WEIGHTS[];
extern const size_t LIST_PRONOUN_WEIGHTS_SIZE;
extern const unsigned char LIST_CONFIDENCE_WEIGHTS[];
extern const size_t LIST_CONFIDENCE_WEIGHTS_SIZE;
extern const unsigned char LIST_DATE_WEIGHTS[];
extern const size_t LIST_DATE_WEIGHTS_SIZE;

static const struct {
    const unsigned char *data;
    const size_t *size;
} LISTS[] = {
    [LIST_OF_GRAMMAR] = {LIST_GRAMMAR, &LIST_GRAMMAR_SIZE},
    [LIST_OF_NOUNS] = {LIST_NOUNS, &LIST_NOUNS_SIZE},
    [LIST_OF_PEOPLE] = {LIST_PEOPLE, &LIST_PEOPLE_SIZE},
    [LIST_OF_WORD_CLASSES] = {LIST_WORD_CLASSES, &LIST_WORD_CLASSES_SIZE},
    [LIST_OF_FIRST_NAMES] = {LIST_FIRST_NAMES, &LIST_FIRST_NAMES_SIZE},
    [LIST_OF_NICKNAMES] = {LIST_NICKNAMES, &LIST_NICKNAMES_SIZE},
    [LIST_OF_SURNAMES] = {LIST_SURNAMES, &LIST_SURNAMES_SIZE},
    [LIST_OF_COUNTRIES] = {LIST_COUNTRIES, &LIST_COUNTRIES_SIZE},
    [LIST_OF_OUTLETS] = {LIST_OUTLETS, &LIST_OUTLETS_SIZE},
    [LIST_OF_NEWS] = {LIST_NEWS, &LIST_NEWS_SIZE},
    [LIST_OF_WEIGHTS] = {LIST_PRONOUN_WEIGHTS, &LIST_PRONOUN_WEIGHTS_SIZE},
    [LIST_OF_CONFIDENCE] = {LIST_CONFIDENCE_WEIGHTS, &LIST_CONFIDENCE_WEIGHTS_SIZE},
    [LIST_OF_DATE_WEIGHTS] = {LIST_DATE_WEIGHTS, &LIST_DATE_WEIGHTS_SIZE},
};

bool list_find(list_name in, str word, str *value) {
    str text = {(const char *)LISTS[in].data, *LISTS[in].size};
    return table_find(text, word, value);
}

uint64_t list_letters(list_name in, str word) {
    str value = {0};
    uint64_t set = 0;
    if (list_find(in, word, &value)) {
        for (size_t i = 0; i < value.size; i++) {
            set |= LETTER((unsigned char)value.data[i]);
        }
    }
    return set;
}

float list_number(str value) {
    bool negative = value.size > 0 && value.data[0] == '-';
    double number = 0;
    double unit = 1; /* of the next digit behind the point */
    for (size_t i = negative; i < value.size; i++) {
        if (value.data[i] == '.' && unit == 1) {
            unit = 0.1;
        } else if (!ascii_is_digit(value.data[i])) {
            break;
        } else if (unit == 1) {
            number = 10 * number + (value.data[i] - '0');
        } else {
            number += unit * (value.data[i] - '0');
            unit /= 10;
        }
    }
    return (float)(negative ? -number : number);
}
