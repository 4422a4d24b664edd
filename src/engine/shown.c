#include "engine/shown.h"

#include "base/utf8.h"
#include "engine/document.h"

#include <utf8proc.h>

/* --- characters ------------------------------------------------------------------------------- */

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

hearsay_str hearsay_document_shown(hearsay_document *self, hearsay_span part) {
    const view *page = &self->reading.view;
    const str shown = view_text(page, whole_characters(page->text, part), self->memory);
    return public_str(shown);
}

bool hearsay_document_leaves_out(hearsay_document *self, hearsay_spans spans, size_t next) {
    const hearsay_span between = {spans.items[next - 1].end, spans.items[next].begin};
    return hearsay_document_shown(self, between).size > 0;
}

hearsay_str hearsay_document_shown_parts(hearsay_document *self, hearsay_spans spans) {
    buf out = {0};
    for (size_t i = 0; i < spans.count; i++) {
        if (i > 0) {
            buf_put(&out, hearsay_document_leaves_out(self, spans, i) ? STR(" … ") : STR(" "));
        }
        buf_put(&out, inner_str(hearsay_document_shown(self, spans.items[i])));
    }
    const str shown = buf_keep(&out, self->memory);
    return public_str(shown);
}
