#include "segment/marks.h"

#include "base/utf8.h"
#include "segment/letters.h"

static const char DOUBLE[] = "\"“”„‟«»";
static const char SINGLE[] = "'‘’‚‛‹›";

/* Two of these and no third are a double mark. */
static const struct {
    uint32_t single, doubled;
} TWICE[] = {{'\'', '"'}, {0x2018, 0x201C}, {'`', 0x201C}, {0x2019, 0x201D}};

bool is_mark(uint32_t cp) {
    return is_one_of(cp, DOUBLE) || is_one_of(cp, SINGLE);
}

/* The bytes that marks begin with, so that all other text is passed over quickly. */
static bool may_be_mark(char byte) {
    return byte == '"' || byte == '\'' || byte == '`' || byte == '\xC2' || byte == '\xE2';
}

static bool is_twice(str text, size_t begin, size_t second, uint32_t cp, quote_mark *out) {
    span all = {begin, text.size};
    if (character_after(text, all, second) != cp) {
        return false;
    }
    size_t third = second + (second - begin);
    if (character_after(text, all, third) == cp) {
        return false;
    }
    for (size_t i = 0; i < sizeof TWICE / sizeof *TWICE; i++) {
        if (TWICE[i].single == cp) {
            *out = (quote_mark){begin, third, TWICE[i].doubled, true};
            return true;
        }
    }
    return false;
}

bool next_mark(str text, size_t pos, size_t end, quote_mark *out) {
    while (pos < end) {
        if (!may_be_mark(text.data[pos])) {
            pos++;
            continue;
        }
        size_t begin = pos;
        uint32_t cp = utf8_next(text, &pos);
        if (is_twice(text, begin, pos, cp, out)) {
            return true;
        }
        bool is_double = is_one_of(cp, DOUBLE);
        if (is_double || is_one_of(cp, SINGLE)) {
            *out = (quote_mark){begin, pos, cp, is_double};
            return true;
        }
    }
    return false;
}

size_t double_mark_size(str text, size_t begin) {
    quote_mark found;
    return next_mark(text, begin, text.size, &found) ? found.end - begin : 0;
}

size_t double_mark_size_before(str text, size_t end) {
    size_t last = character_back(text, end);
    size_t pos = last;
    bool is_double = is_one_of(utf8_next(text, &pos), DOUBLE);
    return is_double ? end - last : 2 * (end - last); /* two single ones are alike */
}
