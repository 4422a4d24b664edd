#include "resolve/polarity.h"

#include "base/ascii.h"

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
            out->question |= !request;
        }
        at += length;
    }
}

/* Up to WORDS_BEFORE words before a part, in its sentence and clause. */
static size_t before(const scene *self, size_t first) {
    size_t from = first;
    while (from > 0 && first - from < WORDS_BEFORE && self->words->items[from].before == 0 &&
           self->words->items[from - 1].sentence == self->words->items[first].sentence &&
           self->inside[from - 1] == self->inside[first]) {
        from--;
    }
    return from;
}

/* What stands before the cue, from the source on, and before the source. */
static void look_before(const scene *self, const frame *around, signs *out) {
    signs ahead = {0};
    word_range source = around->source, cue = around->cue;
    if (source.last > source.first) {
        look(self, before(self, source.first), source.first, &ahead);
        out->conditional |= ahead.conditional;
        ahead = (signs){0};
        look(self, source.first, source.first + 1, &ahead); /* "no one", "few experts" */
        out->negated |= ahead.negated;
        /* "I'll" has the cue's first word in it */
        const str first = self->words->items[source.first].lower;
        out->conditional |= ahead.conditional && memchr(first.data, '\'', first.size) != NULL;
    }
    ahead = (signs){0};
    if (cue.last > cue.first) {
        size_t first = before(self, cue.first);
        bool after_source = source.last > first && source.last <= cue.first;
        look(self, after_source ? source.last : first, cue.first, &ahead);
        out->negated |= ahead.negated;
        out->conditional |= ahead.conditional;
    }
}

/* Whether every sentence of the text ends with a question mark. */
static bool is_question(str content) {
    bool asked = false;
    for (size_t i = 0; i < content.size; i++) {
        bool ends = i + 1 == content.size || ascii_is_space(content.data[i + 1]) ||
                    !ascii_is_alphanumeric(content.data[i + 1]);
        asked |= content.data[i] == '?';
        if (ends && (content.data[i] == '.' || content.data[i] == '!')) {
            return false;
        }
    }
    return asked;
}

/* Whether a sentence of the text ends that does not ask. */
static bool tells_anything(str content) {
    for (size_t i = 0; i < content.size; i++) {
        bool ends = i + 1 == content.size || !ascii_is_alphanumeric(content.data[i + 1]);
        if (ends && (content.data[i] == '.' || content.data[i] == '!')) {
            return true;
        }
    }
    return false;
}

/* Parts of a content that end no sentence go on in the next one: "If so, ... who did?" */
static bool asks(const scene *self, const relation *from) {
    bool asked = false;
    for (size_t i = 0; i < from->content.count; i++) {
        const str part = str_slice(self->text->shown, from->content.items[i]);
        bool question = is_question(part);
        if (!question && tells_anything(part)) {
            return false;
        }
        asked |= question;
    }
    return asked;
}

/* "What does she think of it?": an auxiliary of the cue stands before the source. */
static bool is_inverted(const scene *self, const frame *around) {
    static const char *const AUXILIARIES[] = {"do",  "does", "did", "is",   "are",
                                              "was", "were", "has", "have", "had"};
    bool before = around->source.last > around->source.first &&
                  around->cue.last > around->cue.first &&
                  around->cue.first + 1 == around->source.first;
    span sentence = self->text->sentences[self->words->items[around->anchor].sentence];
    for (size_t i = 0; before && i < sizeof AUXILIARIES / sizeof *AUXILIARIES; i++) {
        if (word_is(self->words, around->cue.first, AUXILIARIES[i])) {
            return memchr(self->text->shown.data + sentence.begin, '?',
                          sentence.end - sentence.begin) != NULL;
        }
    }
    return false;
}

void find_polarity(scene *self, size_t i) {
    const relation *from = &self->relations->items[i];
    signs found = {0};
    for (size_t k = 0; k < from->cue.count; k++) {
        word_range part = words_in(self->words, from->cue.items[k]);
        look(self, part.first, part.last, &found);
    }
    look_before(self, &self->frames[i], &found);
    self->out[i].polarity =
        found.question || asks(self, from) || is_inverted(self, &self->frames[i])
            ? HEARSAY_POLARITY_QUESTION
        : found.negated     ? HEARSAY_POLARITY_NEGATED
        : found.conditional ? HEARSAY_POLARITY_CONDITIONAL
                            : HEARSAY_POLARITY_ASSERTED;
}
