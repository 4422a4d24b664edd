#include "segment/words.h"

#include "base/letters.h"
#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

typedef struct {
    str heading;
    uint32_t value;
} section;

static const section SECTIONS[] = {
    {{"[abbreviations]", 15}, WORD_ABBREVIATION},
    {{"[starters]", 10}, WORD_STARTER},
    {{"[elisions]", 10}, WORD_ELIDED},
};

static str take_line(str *rest) {
    const char *stop = rest->size > 0 ? memchr(rest->data, '\n', rest->size) : NULL;
    size_t size = stop != NULL ? (size_t)(stop - rest->data) : rest->size;
    str line = {rest->data, size};
    size_t used = stop != NULL ? size + 1 : size;
    *rest = str_slice(*rest, (span){used, rest->size});
    return str_slice(line, trim(line, (span){0, line.size}));
}

static bool is_heading(str line, uint32_t *value) {
    for (size_t i = 0; i < sizeof SECTIONS / sizeof *SECTIONS; i++) {
        if (str_equal(line, SECTIONS[i].heading)) {
            *value = SECTIONS[i].value;
            return true;
        }
    }
    return false;
}

lexicon words_read(str lists) {
    lexicon self = {0};
    uint32_t value = WORD_ABBREVIATION;
    while (lists.size > 0) {
        str line = take_line(&lists);
        if (line.size == 0 || line.data[0] == '#' || is_heading(line, &value)) {
            continue;
        }
        uint32_t kind = value;
        if (line.data[line.size - 1] == '+') {
            line.size--;
            kind |= WORD_LEADS_ON;
        }
        *lexicon_put(&self, line) |= kind;
    }
    return self;
}

uint32_t words_find(const lexicon *self, str word) {
    char lower[WORD_LONGEST * 2]; /* a small letter may take more bytes: at most 3 for 2 */
    size_t size = 0;
    if (word.size > WORD_LONGEST) {
        return 0;
    }
    for (size_t pos = 0; pos < word.size;) {
        uint32_t cp = utf8_next(word, &pos);
        size += utf8_put(lower + size, (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp));
    }
    const uint32_t *found = lexicon_find(self, (str){lower, size});
    return found != NULL ? *found : 0;
}

str word_at(str text, size_t pos, size_t end) {
    size_t at = pos;
    while (at < end && at - pos <= WORD_LONGEST) {
        size_t next = at;
        uint32_t cp = utf8_next(text, &next);
        if (!is_alphanumeric(cp) && cp != '_') {
            break;
        }
        at = next;
    }
    return str_slice(text, (span){pos, at});
}
