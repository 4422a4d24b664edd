#include "resolve/source_parts.h"

static const token *word_at(const source_reader *self, size_t at) {
    return &self->tokens->items[at];
}

static bool is_who(const token *self) {
    return token_is(self, "who") || token_is(self, "whom") || token_is(self, "whose");
}

static bool is_person(const source_reader *self, size_t index) {
    const mention *m = &self->mentions->items[index];
    if (token_is(word_at(self, m->head), "percent")) {
        return true; /* of those who were asked */
    }
    return m->entity != NO_ENTITY && self->entities->items[m->entity].kind == NAMES_PERSON;
}

/* A body or somebody, as far as is known: no thing. */
static bool may_speak(const source_reader *self, size_t index) {
    const named_kind kind = self->mentions->items[index].kind;
    return kind == NAMES_BODY || kind == NAMES_OUTLET || kind == NAMES_UNKNOWN;
}

/* The phrase that "who", "which" or "that" at the token goes back to: the nearest before it; where
 * "who" cannot be of that, the nearest person, or body, in the sentence. */
static size_t relative_head(const source_reader *self, size_t at) {
    uint32_t sentence = word_at(self, at)->sentence;
    size_t nearest = self->mentions->count, speaking = nearest;
    size_t first = mention_after(self, at);
    for (size_t i = first; i-- > 0 && i + 8 > first;) {
        const mention *m = &self->mentions->items[i];
        if (word_at(self, m->head)->sentence != sentence) {
            break;
        }
        if (m->function == FUNCTION_MODIFIER || m->form == MENTION_PRONOUN ||
            token_is_one_of(word_at(self, m->head), "all both") || /* "all of whom" */
            m->function == FUNCTION_POSSESSOR) { /* "officials in Reed's government who" */
            continue;
        }
        nearest = nearest == self->mentions->count ? i : nearest;
        if (!is_who(word_at(self, at)) || is_person(self, i)) {
            return i;
        }
        speaking = speaking == self->mentions->count && may_speak(self, i) ? i : speaking;
    }
    return speaking < self->mentions->count ? speaking : nearest;
}

/* "who see it so, and who feel": what the first "who" goes back to. */
static size_t first_relative(const source_reader *self, size_t at) {
    uint32_t sentence = word_at(self, at)->sentence;
    if (at == 0 || word_at(self, at - 1)->class != WORD_CONJUNCTION) {
        return at;
    }
    size_t first = at;
    for (size_t i = at - 1; i > 0 && word_at(self, i)->sentence == sentence; i--) {
        if (word_at(self, i)->class == WORD_RELATIVE && !token_is(word_at(self, i), "that")) {
            first = i;
            if (!token_is(word_at(self, i - 1), ",")) {
                break; /* "..., who live there, and who feel" goes back to another "who" */
            }
        }
    }
    return first;
}

/* "millions of refugees who": the quantity belongs to them. */
static size_t with_quantity(const source_reader *self, size_t head) {
    const mention *m = &self->mentions->items[head];
    bool of = m->phrase.begin > 0 && token_is(word_at(self, m->phrase.begin - 1), "of");
    if (!of || head == 0 || self->mentions->items[head - 1].phrase.end + 1 != m->phrase.begin) {
        return head;
    }
    const token *noun = word_at(self, self->mentions->items[head - 1].head);
    return token_is_one_of(noun, "millions thousands hundreds dozens group number majority some "
                                 "many most chunk handful")
               ? head - 1
               : head;
}

void add_relative(const source_reader *self, size_t at, source_heads *out) {
    at = first_relative(self, at);
    size_t head = relative_head(self, at);
    if (head >= self->mentions->count) {
        return;
    }
    head = with_quantity(self, head);
    const mention *m = &self->mentions->items[head];
    bool comma = m->phrase.end < at;
    if (m->after_and && comma && head > 0) {
        const mention *before = &self->mentions->items[head - 1];
        if (before->phrase.end + 1 == m->phrase.begin && before->entity != NO_ENTITY &&
            out->count < HEADS_MAX) {
            out->items[out->count++] = head - 1;
        }
    }
    if (out->count < HEADS_MAX) {
        out->items[out->count++] = head;
    }
}
