#include "resolve/polarity.h"

#include <string.h>

enum { WORDS_BEFORE = 3 }; /* before a cue or source that may bear on it */

/* Which sections of data/resolve/polarity.txt have an entry among words [first, last). */
typedef struct {
    bool negated, conditional, question;
} signs;

static void look(const scene *self, size_t first, size_t last, signs *out) {
    const word_list *words = self->words;
    for (size_t at = first; at < last;) {
        size_t length = 1;
        const entry *each = glossary_at(self->lists->polarity, words, at, last, &length);
        /* "not only said" says so */
        out->negated |= entry_is(each, "negated") && !word_is(words, at + length, "only");
        out->conditional |= entry_is(each, "conditional");
        if (entry_is(each, "question")) {
            size_t next = at + length;
            bool request =
                glossary_has(self->lists->polarity, words, next, words->count, "request") ||
                glossary_has(self->lists->polarity, words, next + 1, words->count, "request");
            out->question |= !(request && self->frames != NULL);
        }
        at += length;
    }
}

/* The words before a part that belong to it: up to WORDS_BEFORE in its sentence and clause. */
static size_t before(const scene *self, size_t first) {
    size_t from = first;
    while (from > 0 && first - from < WORDS_BEFORE && self->words->items[from].before == 0 &&
           self->words->items[from - 1].sentence == self->words->items[first].sentence &&
           self->inside[from - 1] == self->inside[first]) {
        from--;
    }
    return from;
}

/* Whether the content ends with a question mark, whatever marks follow. */
static bool is_question(str content) {
    static const char *const AFTER[] = {"\"", "'", "\u201D", "\u2019", ")", " "};
    for (size_t i = 0; i < sizeof AFTER / sizeof *AFTER;) {
        str mark = str_from(AFTER[i]);
        if (content.size >= mark.size &&
            str_equal(str_slice(content, (span){content.size - mark.size, content.size}), mark)) {
            content.size -= mark.size;
            i = 0;
        } else {
            i++;
        }
    }
    return content.size > 0 && content.data[content.size - 1] == '?';
}

static bool asks(const scene *self, const relation *from) {
    const span_list content = from->content;
    return content.count > 0 &&
           is_question(str_slice(self->text->shown, content.items[content.count - 1]));
}

void find_polarity(scene *self, size_t i) {
    const relation *from = &self->relations->items[i];
    const frame *around = &self->frames[i];
    signs found = {0};
    for (size_t k = 0; k < from->cue.count; k++) {
        word_range part = words_in(self->words, from->cue.items[k]);
        look(self, part.first, part.last, &found);
    }
    if (around->cue.last > around->cue.first) {
        look(self, before(self, around->cue.first), around->cue.first, &found);
    }
    if (around->source.last > around->source.first) {
        signs ahead = {0};
        look(self, before(self, around->source.first), around->source.first, &ahead);
        found.conditional |= ahead.conditional;
    }
    self->out[i].polarity = found.question || asks(self, from) ? HEARSAY_POLARITY_QUESTION
                            : found.negated                    ? HEARSAY_POLARITY_NEGATED
                            : found.conditional                ? HEARSAY_POLARITY_CONDITIONAL
                                                               : HEARSAY_POLARITY_ASSERTED;
}
