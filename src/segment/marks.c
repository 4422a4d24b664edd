#include "segment/marks.h"

#include "base/letters.h"
#include "base/utf8.h"

static const char DOUBLE[] = "\"“”„‟«»「」『』＂";
static const char SINGLE[] = "'‘’‚‛‹›`＇";

/* Two of these and no third are a double mark. */
static const struct {
    uint32_t single, doubled;
} TWICE[] = {{'\'', '"'}, {0x2018, 0x201C}, {'`', 0x201C}, {0x2019, 0x201D}};

/* Marks as HTML writes them; a text that was taken from a page may have kept them so. */
static const struct {
    str written;
    uint32_t character;
} ENTITIES[] = {
    {{"&quot;", 6}, '"'},      {{"&#34;", 5}, '"'},       {{"&#034;", 6}, '"'},
    {{"&#x22;", 6}, '"'},      {{"&ldquo;", 7}, 0x201C},  {{"&#8220;", 7}, 0x201C},
    {{"&#x201C;", 8}, 0x201C}, {{"&rdquo;", 7}, 0x201D},  {{"&#8221;", 7}, 0x201D},
    {{"&#x201D;", 8}, 0x201D}, {{"&bdquo;", 7}, 0x201E},  {{"&laquo;", 7}, 0xAB},
    {{"&raquo;", 7}, 0xBB},    {{"&apos;", 6}, '\''},     {{"&#39;", 5}, '\''},
    {{"&#039;", 6}, '\''},     {{"&#x27;", 6}, '\''},     {{"&lsquo;", 7}, 0x2018},
    {{"&#8216;", 7}, 0x2018},  {{"&#x2018;", 8}, 0x2018}, {{"&rsquo;", 7}, 0x2019},
    {{"&#8217;", 7}, 0x2019},  {{"&#x2019;", 8}, 0x2019}, {{"&sbquo;", 7}, 0x201A},
};

enum { ENTITY_MAX = 8 }; /* bytes of the longest */

bool is_mark(uint32_t cp) {
    return is_one_of(cp, DOUBLE) || is_one_of(cp, SINGLE);
}

/* Straight marks are the same in every width. */
static uint32_t narrow(uint32_t cp) {
    return cp == U'＂' ? U'"' : cp == U'＇' ? U'\'' : cp;
}

/* The bytes that marks begin with, so that all other text is passed over quickly. */
static bool may_be_mark(char byte) {
    return byte == '"' || byte == '\'' || byte == '`' || byte == '&' || byte == '\xC2' ||
           byte == '\xE2' || byte == '\xE3' || byte == '\xEF';
}

static bool is_entity(str text, size_t begin, quote_mark *out) {
    str rest = str_slice(text, (span){begin, begin + ENTITY_MAX});
    for (size_t i = 0; i < sizeof ENTITIES / sizeof *ENTITIES; i++) {
        if (str_starts(rest, ENTITIES[i].written)) {
            uint32_t cp = ENTITIES[i].character;
            *out = (quote_mark){begin, begin + ENTITIES[i].written.size, cp, is_one_of(cp, DOUBLE)};
            return true;
        }
    }
    return false;
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
        if (is_twice(text, begin, pos, cp, out) || (cp == '&' && is_entity(text, begin, out))) {
            return true;
        }
        bool is_double = is_one_of(cp, DOUBLE);
        if (is_double || is_one_of(cp, SINGLE)) {
            *out = (quote_mark){begin, pos, narrow(cp), is_double};
            return true;
        }
    }
    return false;
}

size_t mark_size(str text, size_t begin) {
    quote_mark found;
    return next_mark(text, begin, text.size, &found) ? found.end - begin : 0;
}

size_t double_mark_size_before(str text, size_t end) {
    size_t last = character_back(text, end);
    if (text.data[last] == ';') {
        while (text.data[last] != '&') {
            last--;
        }
        return end - last;
    }
    size_t pos = last;
    bool is_double = is_one_of(utf8_next(text, &pos), DOUBLE);
    return is_double ? end - last : 2 * (end - last); /* two single ones are alike */
}
