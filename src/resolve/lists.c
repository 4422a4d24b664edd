#include "resolve/lists.h"

#include "base/ascii.h"

#include <string.h>

/* Made of data/resolve/ by cmake/lists.cmake. */
extern const unsigned char LIST_GRAMMAR[];
extern const size_t LIST_GRAMMAR_SIZE;
extern const unsigned char LIST_NOUNS[];
extern const size_t LIST_NOUNS_SIZE;
extern const unsigned char LIST_WORD_CLASSES[];
extern const size_t LIST_WORD_CLASSES_SIZE;
extern const unsigned char LIST_FIRST_NAMES[];
extern const size_t LIST_FIRST_NAMES_SIZE;
extern const unsigned char LIST_NICKNAMES[];
extern const size_t LIST_NICKNAMES_SIZE;
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
    [LIST_OF_WORD_CLASSES] = {LIST_WORD_CLASSES, &LIST_WORD_CLASSES_SIZE},
    [LIST_OF_FIRST_NAMES] = {LIST_FIRST_NAMES, &LIST_FIRST_NAMES_SIZE},
    [LIST_OF_NICKNAMES] = {LIST_NICKNAMES, &LIST_NICKNAMES_SIZE},
    [LIST_OF_COUNTRIES] = {LIST_COUNTRIES, &LIST_COUNTRIES_SIZE},
    [LIST_OF_OUTLETS] = {LIST_OUTLETS, &LIST_OUTLETS_SIZE},
    [LIST_OF_NEWS] = {LIST_NEWS, &LIST_NEWS_SIZE},
    [LIST_OF_WEIGHTS] = {LIST_PRONOUN_WEIGHTS, &LIST_PRONOUN_WEIGHTS_SIZE},
    [LIST_OF_CONFIDENCE] = {LIST_CONFIDENCE_WEIGHTS, &LIST_CONFIDENCE_WEIGHTS_SIZE},
    [LIST_OF_DATE_WEIGHTS] = {LIST_DATE_WEIGHTS, &LIST_DATE_WEIGHTS_SIZE},
};

/* Where the line that holds `pos` begins, and where it ends. */
static span line_at(str text, size_t pos) {
    span line = {pos, pos};
    while (line.begin > 0 && text.data[line.begin - 1] != '\n') {
        line.begin--;
    }
    while (line.end < text.size && text.data[line.end] != '\n') {
        line.end++;
    }
    return line;
}

/* The lines at the top that begin with # say what the list is. */
static size_t past_comment(str text) {
    size_t pos = 0;
    while (pos < text.size && text.data[pos] == '#') {
        pos = line_at(text, pos).end + 1;
    }
    return pos;
}

static int compare(str a, str b) {
    size_t shorter = a.size < b.size ? a.size : b.size;
    int order = shorter > 0 ? memcmp(a.data, b.data, shorter) : 0;
    return order != 0 ? order : (a.size > b.size) - (a.size < b.size);
}

bool list_find(list_name in, str word, str *value) {
    str text = {(const char *)LISTS[in].data, *LISTS[in].size};
    size_t low = past_comment(text);
    size_t high = text.size;
    while (low < high) {
        span line = line_at(text, low + (high - low) / 2);
        str entry = str_slice(text, line);
        const char *tab = entry.size > 0 ? memchr(entry.data, '\t', entry.size) : NULL;
        size_t key = tab != NULL ? (size_t)(tab - entry.data) : entry.size;
        int order = compare(word, (str){entry.data, key});
        if (order == 0) {
            if (value != NULL) {
                *value = str_slice(entry, (span){key + (tab != NULL), entry.size});
            }
            return true;
        }
        if (order < 0) {
            high = line.begin;
        } else {
            low = line.end + 1;
        }
    }
    return false;
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
