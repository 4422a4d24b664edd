#include "identify/letters.h"

#include "base/buf.h"
#include "base/letters.h"
#include "base/utf8.h"
#include "identify/tables.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

static void put_folded(buf *out, str text) {
    for (size_t pos = 0; pos < text.size;) {
        size_t begin = pos;
        uint32_t cp = utf8_next(text, &pos);
        const char *plain = letter_plain(cp);
        if (plain != NULL) {
            buf_put(out, str_from(plain));
        } else if (is_alphanumeric(cp)) {
            buf_put(out, str_slice(text, (span){begin, pos}));
        } else if (cp == '-' || cp == 0x2010 || cp == 0x2011) {
            buf_putc(out, '-');
        } else if (!is_one_of(cp, ".'’‘`´ʻʼ") && out->size > 0 && out->data[out->size - 1] != ' ') {
            buf_putc(out, ' ');
        }
    }
}

str letters_fold(str text, arena *into) {
    utf8proc_uint8_t *mapped = NULL;
    const utf8proc_option_t how = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                  UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;
    utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)text.data,
                                         (utf8proc_ssize_t)text.size, &mapped, how);
    buf out = {0};
    buf_reserve(&out, text.size);
    put_folded(&out, size >= 0 ? (str){(const char *)mapped, (size_t)size} : text);
    free(mapped); /* utf8proc's */
    while (out.size > 0 && out.data[out.size - 1] == ' ') {
        out.size--;
    }
    return buf_keep(&out, into);
}

word_row words_apart(str text, arena *into) {
    word_row out = {arena_array(into, str, text.size / 2 + 1), 0};
    for (size_t at = 0; at < text.size;) {
        const char *blank = memchr(text.data + at, ' ', text.size - at);
        size_t end = blank != NULL ? (size_t)(blank - text.data) : text.size;
        if (end > at) {
            out.items[out.count++] = str_slice(text, (span){at, end});
        }
        at = end + 1;
    }
    return out;
}

/* --- sound ------------------------------------------------------------------------------------ */

typedef enum { ANYWHERE, AT_BEGIN, AT_END } place;

/* Letters that are written for each other in names from other scripts, in the order in which they
 * are replaced. */
static const struct {
    const char *from, *to;
    place where;
} RULES[] = {
    {"tsch", "ch", ANYWHERE}, {"sch", "sh", ANYWHERE}, {"tch", "ch", ANYWHERE},
    {"dzh", "j", ANYWHERE},   {"kh", "h", ANYWHERE},   {"gh", "g", ANYWHERE},
    {"ph", "f", ANYWHERE},    {"ck", "k", ANYWHERE},   {"ks", "x", ANYWHERE},
    {"cz", "ch", AT_BEGIN},   {"ou", "u", ANYWHERE},   {"oo", "u", ANYWHERE},
    {"ee", "i", ANYWHERE},    {"ae", "a", ANYWHERE},   {"oe", "o", ANYWHERE},
    {"ue", "u", ANYWHERE},    {"iu", "yu", AT_BEGIN},  {"ju", "yu", AT_BEGIN},
    {"ij", "i", ANYWHERE},    {"iy", "i", ANYWHERE},   {"yj", "i", ANYWHERE},
    {"yi", "i", ANYWHERE},    {"ey", "i", AT_END},     {"ei", "i", AT_END},
    {"ej", "i", AT_END},      {"ai", "ay", AT_END},    {"aj", "ay", AT_END},
    {"off", "ov", AT_END},    {"eff", "ev", AT_END},   {"ow", "ov", AT_END},
    {"ya", "ia", AT_END},     {"ja", "ia", AT_END},    {"y", "i", AT_END},
    {"ie", "i", AT_END},      {"q", "k", ANYWHERE},
};

static bool stands_at(const buf *word, size_t at, str from, place where) {
    return at + from.size <= word->size && memcmp(word->data + at, from.data, from.size) == 0 &&
           (where != AT_BEGIN || at == 0) &&
           (where != AT_END || (at > 0 && at + from.size == word->size));
}

static void replace(buf *word, str from, str to, place where) {
    for (size_t at = 0; at + from.size <= word->size; at++) {
        if (stands_at(word, at, from, where)) {
            memcpy(word->data + at, to.data, to.size); /* never longer than what it replaces */
            memmove(word->data + at + to.size, word->data + at + from.size,
                    word->size - at - from.size);
            word->size -= from.size - to.size;
        }
    }
}

static void join_doubles(buf *word) {
    size_t size = 0;
    for (size_t i = 0; i < word->size; i++) {
        if (size == 0 || word->data[i] != word->data[size - 1]) {
            word->data[size++] = word->data[i];
        }
    }
    word->size = size;
}

/* "Eric" and "Erik"; before e, i, y and h a c is another sound. */
static void harden(buf *word) {
    for (size_t i = 0; i < word->size; i++) {
        char next = i + 1 < word->size ? word->data[i + 1] : 'k';
        if (word->data[i] == 'c' && strchr("eiyh", next) == NULL) {
            word->data[i] = 'k';
        }
    }
}

str letters_sound(str word, arena *into) {
    str known;
    word = table_has(TABLE_OF_SPELLINGS, word, &known) ? known : word;
    enum { SHORT = 3 }; /* letters; the fewer, the more names differ by one */
    if (word.size <= SHORT) {
        return word;
    }
    buf made = {0};
    buf_put(&made, word);
    for (size_t i = 0; i < sizeof RULES / sizeof *RULES; i++) {
        replace(&made, str_from(RULES[i].from), str_from(RULES[i].to), RULES[i].where);
    }
    harden(&made);
    join_doubles(&made);
    return buf_keep(&made, into);
}
