#include "reason/reporting.h"

#include "base/ascii.h"
#include "base/table.h"

#include <string.h>

extern const unsigned char LIST_REPORTING[], LIST_DECLINES[];
extern const size_t LIST_REPORTING_SIZE, LIST_DECLINES_SIZE;

enum { WORD_MAX = 24 };

bool word_find(str list, str word, str *value) {
    char small[WORD_MAX];
    if (word.size == 0 || word.size > WORD_MAX) {
        return false;
    }
    for (size_t i = 0; i < word.size; i++) {
        small[i] = ascii_lower(word.data[i]);
    }
    return table_find(list, (str){small, word.size}, value);
}

bool word_does(str word, word_role what) {
    str roles, list = {(const char *)LIST_REPORTING, LIST_REPORTING_SIZE};
    return word_find(list, word, &roles) && memchr(roles.data, (int)what, roles.size) != NULL;
}

/* Bytes above ASCII are taken for letters, but for the marks of punctuation that news has. */
static bool is_word_byte(char c) {
    return ascii_is_alphanumeric(c) || (unsigned char)c >= 0xC2;
}

static bool is_mark(str text, size_t pos) {
    return pos + 1 < text.size && (unsigned char)text.data[pos] == 0xE2 &&
           (unsigned char)text.data[pos + 1] == 0x80;
}

static bool is_inner(str text, size_t pos) {
    return (unsigned char)text.data[pos] >= 0x80 && (unsigned char)text.data[pos] < 0xC0;
}

static bool is_of_word(str text, size_t pos) {
    return (is_word_byte(text.data[pos]) && !is_mark(text, pos)) ||
           (is_inner(text, pos) && !(pos > 0 && is_mark(text, pos - 1)) &&
            !(pos > 1 && is_mark(text, pos - 2)));
}

str next_word(str text, span part, size_t *pos) {
    size_t end = part.end < text.size ? part.end : text.size;
    size_t begin = *pos > part.begin ? *pos : part.begin;
    while (begin < end && !is_of_word(text, begin)) {
        begin++;
    }
    size_t last = begin;
    while (last < end && is_of_word(text, last)) {
        last++;
    }
    *pos = last;
    return begin < end ? str_slice(text, (span){begin, last}) : (str){NULL, 0};
}

bool part_has(str text, span part, word_role what) {
    size_t pos = part.begin;
    for (str word = next_word(text, part, &pos); word.data != NULL;
         word = next_word(text, part, &pos)) {
        if (word_does(word, what)) {
            return true;
        }
    }
    return false;
}

/* --- phrases ---------------------------------------------------------------------------------- */

static bool bounds_word(str text, span where) {
    return (where.begin == 0 || !is_of_word(text, where.begin - 1)) &&
           (where.end >= text.size || !is_of_word(text, where.end));
}

/* Where the text goes on as the phrase, whose spaces stand for any white space, and whose
 * apostrophes for curled ones, too; 0: it does not. */
static size_t end_of_phrase(str text, size_t pos, size_t end, str phrase) {
    for (size_t i = 0; i < phrase.size; i++) {
        if (pos >= end) {
            return 0;
        }
        if (phrase.data[i] == ' ' && ascii_is_space(text.data[pos])) {
            while (pos < end && ascii_is_space(text.data[pos])) {
                pos++;
            }
        } else if (phrase.data[i] == '\'' && is_mark(text, pos)) {
            pos += 3;
        } else if (ascii_lower(text.data[pos]) == phrase.data[i]) {
            pos++;
        } else {
            return 0;
        }
    }
    return pos;
}

static bool find_phrase(str text, span part, str phrase, span *where) {
    for (size_t pos = part.begin; pos + phrase.size <= part.end; pos++) {
        size_t end = end_of_phrase(text, pos, part.end, phrase);
        if (end > 0 && bounds_word(text, (span){pos, end})) {
            *where = (span){pos, end};
            return true;
        }
    }
    return false;
}

bool says_no_comment(str text, span part, span *where) {
    str rest = {(const char *)LIST_DECLINES, LIST_DECLINES_SIZE};
    while (rest.size > 0) {
        const char *end = memchr(rest.data, '\n', rest.size);
        size_t size = end != NULL ? (size_t)(end - rest.data) : rest.size;
        str phrase = {rest.data, size};
        rest = str_slice(rest, (span){size + (end != NULL), rest.size});
        if (phrase.size > 0 && phrase.data[0] != '#' && find_phrase(text, part, phrase, where)) {
            return true;
        }
    }
    return false;
}

bool find_name(str text, span part, str wanted, span *where) {
    for (size_t pos = part.begin; wanted.size > 0 && pos + wanted.size <= part.end; pos++) {
        const size_t starts = part.end - wanted.size - pos + 1;
        const char *found = memchr(text.data + pos, wanted.data[0], starts);
        if (found == NULL) {
            return false;
        }
        pos = (size_t)(found - text.data);
        span at = {pos, pos + wanted.size};
        if (memcmp(found, wanted.data, wanted.size) == 0 && bounds_word(text, at)) {
            *where = at;
            return true;
        }
    }
    return false;
}
