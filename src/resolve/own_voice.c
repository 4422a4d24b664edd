#include "resolve/own_voice.h"

#include "base/vec.h"

#include <string.h>

/* A sentence of fewer words asserts little: a headline's "Analysis", a byline. */
enum { WORDS_MIN = 4 };

typedef VEC(span) spans;

/* Which words are part of a relation: source, cue or content. */
static bool *attributed(const scene *self) {
    bool *taken = mem_alloc(self->words->count + 1);
    for (size_t i = 0; i < self->words->count; i++) {
        taken[i] = self->inside[i] > 0;
    }
    for (size_t i = 0; i < self->relations->count; i++) {
        const relation *each = &self->relations->items[i];
        const span_list lists[] = {each->source, each->cue};
        for (size_t k = 0; k < sizeof lists / sizeof *lists; k++) {
            for (size_t j = 0; j < lists[k].count; j++) {
                word_range part = words_in(self->words, lists[k].items[j]);
                memset(taken + part.first, true, part.last - part.first);
            }
        }
    }
    return taken;
}

static bool is_question(const scene *self, span sentence) {
    str text = str_slice(self->text->shown, sentence);
    return text.size > 0 && text.data[text.size - 1] == '?';
}

/* Words [first, last) of a sentence that lie in no relation and no quotation. A sentence that
 * reports something is the author's only where it says more than that. */
static void take_sentence(const scene *self, const bool *taken, span sentence, spans *out) {
    word_range part = words_in(self->words, sentence);
    bool reports = false;
    for (size_t at = part.first; at < part.last; at++) {
        reports |= taken[at] || self->words->items[at].quoted;
    }
    if (!reports && part.last >= part.first + WORDS_MIN && !is_question(self, sentence)) {
        vec_push(out, sentence);
    }
}

span_list own_voice(const scene *self) {
    spans found = {0};
    bool *taken = attributed(self);
    for (size_t i = 0; i < self->text->sentence_count; i++) {
        take_sentence(self, taken, self->text->sentences[i], &found);
    }
    span_list list = {arena_copy(self->into, found.items, found.count * sizeof(span)), found.count};
    vec_free(&found);
    mem_free(taken);
    return list;
}
