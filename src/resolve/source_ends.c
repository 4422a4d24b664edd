#include "resolve/source_ends.h"

/* A noun, or one of the few words that the list knows as a noun alone: "the Reed plan | for". */
static bool is_noun_alone(const token *self) {
    const uint64_t letters = list_letters(LIST_OF_WORD_CLASSES, self->lower);
    return self->noun != 0 || letters == LETTER('N');
}

/* Whether a phrase may end before the token: not behind "his", "the", "'s" or "of". */
static bool may_end_before(const token *self) {
    const token *last = self - 1;
    return last->class == WORD_NAME || last->class == WORD_NOUN;
}

void source_ends_note(const relation_list *relations, token_list *of) {
    for (size_t i = 0; i < relations->count; i++) {
        const relation *each = &relations->items[i];
        if (each->source.count == 0 || each->cue.count == 0) {
            continue;
        }
        const size_t end = each->source.items[each->source.count - 1].end;
        const size_t at = tokens_after(of, end);
        if (at == 0 || at >= of->count || of->items[at].span.begin != each->cue.items[0].begin ||
            of->items[at - 1].span.end != end) {
            continue;
        }
        token *verb = &of->items[at];
        const bool nominal = verb->class == WORD_NOUN || verb->class == WORD_NAME;
        if (nominal && may_end_before(verb) && !is_noun_alone(verb)) {
            verb->class = WORD_VERB;
            verb->cue = true;
        }
    }
}
