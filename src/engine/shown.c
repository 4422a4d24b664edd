#include "engine/shown.h"

#include "base/utf8.h"
#include "engine/document.h"

#include <utf8proc.h>

/* --- characters ------------------------------------------------------------------------------- */

static bool is_space(uint32_t cp) {
    if (cp < 0x80) {
        return cp == ' ' || (cp >= '\t' && cp <= '\r');
    }
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)cp);
    return cp == 0x85 || category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP;
}

typedef enum { LETTER, MARK, OTHER } character;

static character character_of(uint32_t cp) {
    if (cp < 0x80) {
        uint32_t lower = cp | 0x20;
        return (cp >= '0' && cp <= '9') || (lower >= 'a' && lower <= 'z') ? LETTER : OTHER;
    }
    switch (utf8proc_category((utf8proc_int32_t)cp)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return LETTER;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
        return MARK;
    default:
        return OTHER;
    }
}

size_t shown_words(str shown) {
    size_t words = 0;
    bool within = false;
    for (size_t pos = 0; pos < shown.size;) {
        character is = character_of(utf8_next(shown, &pos));
        words += is == LETTER && !within;
        within = is == LETTER || (is == MARK && within);
    }
    return words;
}

size_t document_words(const hearsay_document *self) {
    return shown_words(self->reading.view.shown);
}

/* --- parts of the text ------------------------------------------------------------------------ */

static bool is_inside_character(str text, size_t position) {
    return position < text.size && ((uint8_t)text.data[position] & 0xC0) == 0x80;
}

/* `part` within the text, and without pieces of characters at its ends. */
static span whole_characters(str text, hearsay_span part) {
    size_t end = part.end < text.size ? part.end : text.size;
    size_t begin = part.begin < end ? part.begin : end;
    while (begin < end && is_inside_character(text, begin)) {
        begin++;
    }
    while (end > begin && is_inside_character(text, end)) {
        end--;
    }
    return (span){begin, end};
}

span shown_run(const view *self, size_t i) {
    size_t end = i + 1 < self->run_count ? self->runs[i + 1].shown : self->shown.size;
    return (span){self->runs[i].text, self->runs[i].text + (end - self->runs[i].shown)};
}

/* The first run that ends after `position` of the text. */
static size_t run_after(const view *self, size_t position) {
    size_t low = 0;
    size_t high = self->run_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (shown_run(self, middle).end > position) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

/* Text that grows in memory that has room for it; white space waits until something follows. */
typedef struct {
    char *out;
    size_t size;
    bool space;
} joined;

static void join(joined *self, str text) {
    for (size_t pos = 0; pos < text.size;) {
        size_t begin = pos;
        if (is_space(utf8_next(text, &pos))) {
            self->space = self->size > 0;
            continue;
        }
        if (self->space) {
            self->out[self->size++] = ' ';
            self->space = false;
        }
        while (begin < pos) {
            self->out[self->size++] = text.data[begin++];
        }
    }
}

hearsay_str hearsay_document_shown(hearsay_document *self, hearsay_span part) {
    const view *page = &self->reading.view;
    span wanted = whole_characters(page->text, part);
    joined result = {.out = arena_alloc(self->memory, wanted.end - wanted.begin)};
    for (size_t i = run_after(page, wanted.begin); i < page->run_count; i++) {
        span seen = shown_run(page, i);
        if (seen.begin >= wanted.end) {
            break;
        }
        seen.begin = seen.begin > wanted.begin ? seen.begin : wanted.begin;
        seen.end = seen.end < wanted.end ? seen.end : wanted.end;
        join(&result, str_slice(page->text, seen));
    }
    return (hearsay_str){result.out, result.size};
}
