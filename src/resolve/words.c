#include "resolve/words.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <string.h>
#include <utf8proc.h>

/* --- characters ------------------------------------------------------------------------------- */

static bool is_apostrophe(uint32_t cp) {
    return cp == '\'' || cp == 0x2019 || cp == 0x02BC;
}

static bool is_of_word(uint32_t cp) {
    if (cp < 0x80) {
        return ascii_is_alphanumeric((char)cp);
    }
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)cp);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

static bool is_capital(uint32_t cp) {
    if (cp < 0x80) {
        return cp >= 'A' && cp <= 'Z';
    }
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)cp);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

/* What stands for a character between words in word.before; `last` is what stands there so far. */
static char between(uint32_t cp, char last) {
    static const uint32_t MARKS[] = {'"', 0x201C, 0x201D, 0x201E, 0xAB, 0xBB, 0x2018};
    if (cp < 0x80 && strchr(".!?,;:()", (int)cp) != NULL) {
        return (char)cp;
    }
    if (cp == 0x2013 || cp == 0x2014 || cp == '-') {
        return '-';
    }
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        if (cp == MARKS[i]) {
            return last == 0 ? '\'' : last;
        }
    }
    return last;
}

/* --- words ------------------------------------------------------------------------------------ */

/* Whether the character at `pos`, which is none of a word, holds what stands around it together. */
static bool joins(str text, size_t pos) {
    size_t next = pos;
    uint32_t cp = utf8_next(text, &next);
    if (cp != '-' && cp != '.' && cp != '&' && !is_apostrophe(cp)) {
        return false;
    }
    return next < text.size && is_of_word(utf8_next(text, &next));
}

static size_t word_end(str text, size_t pos) {
    while (pos < text.size) {
        size_t next = pos;
        if (!is_of_word(utf8_next(text, &next)) && !joins(text, pos)) {
            break;
        }
        pos = next;
    }
    return pos;
}

/* The size of an 's at the end of the part, else 0. */
static size_t possessive_size(str part) {
    static const char *const ENDS[] = {"'s", "\u2019s", "\u02BCs"};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) {
        str end = str_from(ENDS[i]);
        if (part.size > end.size &&
            str_equal(str_slice(part, (span){part.size - end.size, part.size}), end)) {
            return end.size;
        }
    }
    return 0;
}

static str lower_case(str part, arena *into) {
    char *lower = arena_alloc(into, 2 * part.size + 1); /* lower case may take more bytes */
    size_t size = 0;
    for (size_t pos = 0; pos < part.size;) {
        uint32_t cp = utf8_next(part, &pos);
        uint32_t small = is_apostrophe(cp) ? '\'' : (uint32_t)utf8proc_tolower((int32_t)cp);
        size += utf8_put(lower + size, small);
    }
    return (str){lower, size};
}

static word make_word(str text, span where, arena *into) {
    str part = str_slice(text, where);
    size_t possessive = possessive_size(part);
    part.size -= possessive;
    size_t first = 0;
    return (word){.where = {where.begin, where.end - possessive},
                  .lower = lower_case(part, into),
                  .capital = is_capital(utf8_next(part, &first)),
                  .possessive = possessive > 0};
}

/* "Jan. 29", "a U.S. envoy": a stop within a sentence belongs to the word before it. */
static bool is_abbreviation(const word *self, const word *last) {
    return self->before == '.' && self->sentence == last->sentence &&
           self->where.begin == last->where.end + STR(". ").size;
}

/* Tells each word its sentence and whether it is quoted; both ascend with the words. */
static void place(const segmentation *text, word *items, size_t count) {
    size_t sentence = 0;
    size_t next = 0;
    size_t quoted_to = 0;
    for (size_t i = 0; i < count; i++) {
        while (sentence + 1 < text->sentence_count &&
               text->sentences[sentence].end <= items[i].where.begin) {
            sentence++;
        }
        for (; next < text->quotation_count &&
               text->quotations[next].span.begin <= items[i].where.begin;
             next++) {
            const quotation *each = &text->quotations[next];
            quoted_to = each->is_double && each->span.end > quoted_to ? each->span.end : quoted_to;
        }
        items[i].sentence = sentence;
        if (i > 0 && is_abbreviation(&items[i], &items[i - 1])) {
            items[i].before = 0;
        }
        items[i].quoted = items[i].where.begin < quoted_to;
    }
}

void words_make(const segmentation *text, arena *into, word_list *out) {
    VEC(word) found = {0};
    str shown = text->shown;
    char before = 0;
    for (size_t pos = 0; pos < shown.size;) {
        size_t begin = pos;
        uint32_t cp = utf8_next(shown, &pos);
        if (!is_of_word(cp)) {
            before = between(cp, before);
            continue;
        }
        pos = word_end(shown, pos);
        word new = make_word(shown, (span){begin, pos}, into);
        new.before = before;
        before = 0;
        vec_push(&found, new);
    }
    place(text, found.items, found.count);
    *out =
        (word_list){text, arena_copy(into, found.items, found.count * sizeof(word)), found.count};
    vec_free(&found);
}

/* --- finding ---------------------------------------------------------------------------------- */

static size_t first_after(const word_list *self, size_t pos) {
    size_t low = 0;
    size_t high = self->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (self->items[middle].where.end > pos) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

word_range words_in(const word_list *self, span part) {
    word_range range = {first_after(self, part.begin), 0};
    range.last = first_after(self, part.end);
    if (range.last < self->count && self->items[range.last].where.begin < part.end) {
        range.last++;
    }
    range.last = range.last > range.first ? range.last : range.first;
    return range;
}

word_range words_of_sentence(const word_list *self, size_t at) {
    return words_in(self, self->text->sentences[self->items[at].sentence]);
}

bool word_is(const word_list *self, size_t at, const char *lower) {
    return at < self->count && str_equal(self->items[at].lower, str_from(lower));
}

bool word_is_one_of(const word_list *self, size_t at, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (word_is(self, at, list[i])) {
            return true;
        }
    }
    return false;
}

bool words_are(const word_list *self, size_t at, const char *lower) {
    while (*lower != '\0') {
        size_t size = strcspn(lower, " ");
        if (at >= self->count || !str_equal(self->items[at].lower, (str){lower, size})) {
            return false;
        }
        at++;
        lower += size + (lower[size] == ' ');
    }
    return true;
}
