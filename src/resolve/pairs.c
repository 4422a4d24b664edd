#include "resolve/pairs.h"

enum { LOOK_BACK = 60, SENTENCES_BACK = 3 };

static const token *word_at(const source_reader *self, size_t at) {
    return &self->tokens->items[at];
}

/* Whether the words mean two: "both", "they both", "the two senators", "the couple". */
static bool mean_two(const source_reader *self, token_range in) {
    if (in.begin >= in.end || in.end - in.begin > 3) {
        return false;
    }
    for (size_t i = in.begin + 1; i < in.end; i++) { /* "both Ann and Max" */
        if (word_at(self, i)->class == WORD_NAME || token_is(word_at(self, i), "and")) {
            return false;
        }
    }
    if (in.end < self->tokens->count && token_is(word_at(self, in.end), "and")) {
        return false; /* "both experts" "and investigators" */
    }
    in.begin += in.end > in.begin + 1 && token_is(word_at(self, in.begin), "they");
    if (token_is(word_at(self, in.begin), "both")) {
        return true;
    }
    return in.begin + 1 < in.end && token_is(word_at(self, in.begin), "the") &&
           token_is_one_of(word_at(self, in.begin + 1), "two couple pair duo");
}

static bool is_name(const mention *self) {
    return self->form == MENTION_NAME && self->entity != NO_ENTITY &&
           self->function != FUNCTION_MODIFIER && self->function != FUNCTION_POSSESSOR;
}

/* The mention that "and" joins the one at `index` to; the count of mentions where there is none. */
static size_t joined_to(const source_reader *self, size_t index) {
    const mention *all = self->mentions->items;
    for (size_t i = index; all[index].after_and && i-- > 0 && i + 4 > index;) {
        if (all[i].phrase.end + 1 == all[index].phrase.begin &&
            all[i].function != FUNCTION_MODIFIER) {
            return i;
        }
    }
    return self->mentions->count;
}

/* "Ann, Max and Tom": more than two. */
static bool is_of_row(const source_reader *self, const mention *first) {
    const size_t at = first->phrase.begin;
    return at > 1 && token_is(word_at(self, at - 1), ",") &&
           word_at(self, at - 2)->class == WORD_NAME;
}

static bool is_person(const source_reader *self, size_t entity_number) {
    const entity *who = &self->entities->items[entity_number];
    return who->named && who->kind == NAMES_PERSON && !who->plural;
}

/* The only two people with a name who were spoken of from a sentence before the token on. */
static bool only_two(const source_reader *self, size_t first, size_t at, size_t out[2]) {
    const uint32_t sentence = word_at(self, at)->sentence;
    size_t count = 0;
    out[0] = out[1] = NO_ENTITY;
    for (size_t i = first; i-- > 0 && i + LOOK_BACK > first;) {
        const mention *m = &self->mentions->items[i];
        if (word_at(self, m->head)->sentence + 1 < sentence) {
            break;
        }
        bool counts = m->entity != NO_ENTITY && m->function != FUNCTION_MODIFIER &&
                      is_person(self, m->entity) && out[0] != m->entity && out[1] != m->entity;
        if (counts && count == 2) {
            return false;
        }
        if (counts) {
            out[count++] = m->entity;
        }
    }
    const size_t later = out[0];
    out[0] = out[1];
    out[1] = later;
    return count == 2;
}

/* The two that were named last before the token: joined by "and", or the only two of its sentence
 * and the one before. False where there are none. */
static bool pair_before(const source_reader *self, size_t at, size_t out[2]) {
    const mention *all = self->mentions->items;
    const size_t first = mention_after(self, at);
    for (size_t i = first; i-- > 0 && i + LOOK_BACK > first;) {
        const size_t other = joined_to(self, i);
        if (word_at(self, all[i].head)->sentence + SENTENCES_BACK < word_at(self, at)->sentence) {
            break;
        }
        if (other == self->mentions->count || !is_name(&all[i]) || !is_name(&all[other]) ||
            all[i].entity == all[other].entity) {
            continue;
        }
        if (is_of_row(self, &all[other])) {
            return false;
        }
        out[0] = all[other].entity;
        out[1] = all[i].entity;
        return true;
    }
    return only_two(self, first, at, out);
}

/* "Ann and Max came. They": two whose names begin the sentence before that of the token, which
 * begins its own. */
static bool pair_leads(const source_reader *self, size_t at, size_t out[2]) {
    const mention *all = self->mentions->items;
    const uint32_t sentence = word_at(self, at)->sentence;
    if (at == 0 || word_at(self, at - 1)->sentence == sentence) {
        return false;
    }
    for (size_t i = mention_after(self, at); i-- > 0;) {
        const size_t other = joined_to(self, i);
        if (word_at(self, all[i].head)->sentence + 1 < sentence) {
            return false;
        }
        if (other == self->mentions->count || all[i].entity == all[other].entity ||
            !is_name(&all[i]) || !is_name(&all[other]) || !is_person(self, all[i].entity) ||
            !is_person(self, all[other].entity)) {
            continue;
        }
        const size_t begin = all[other].phrase.begin;
        if (begin == 0 || word_at(self, begin - 1)->sentence + 1 < sentence) {
            out[0] = all[other].entity;
            out[1] = all[i].entity;
            return true;
        }
    }
    return false;
}

bool pair_meant(const source_reader *self, token_range in, size_t out[2]) {
    const bool they = in.end == in.begin + 1 && token_is(word_at(self, in.begin), "they");
    return they ? pair_leads(self, in.begin, out)
                : mean_two(self, in) && pair_before(self, in.begin, out);
}
