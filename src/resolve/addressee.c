#include "resolve/addressee.h"

enum { SENTENCES_BACK = 3, LOOK_BACK = 40 /* mentions */ };

static const token *word_at(const source_reader *self, size_t at) {
    return &self->tokens->items[at];
}

static bool is_first_person(const token *word) {
    return word->class == WORD_PRONOUN && (word->grammar & LETTER('1')) != 0;
}

static bool speaks(const source_reader *self, const source_heads *heads, const mention *m) {
    for (size_t i = 0; i < heads->count; i++) {
        const mention *head = &self->mentions->items[heads->items[i]];
        if (head->entity == m->entity && head->entity != NO_ENTITY) {
            return true;
        }
    }
    return false;
}

/* "Tester (D-Mont.) and Vitter (R-La.)": who stands in a row with the speaker is not spoken to. */
static bool is_beside_speaker(const source_reader *self, const source_heads *heads, size_t index) {
    enum { BETWEEN = 3 }; /* mentions, what stands in brackets too */
    const mention *all = self->mentions->items;
    bool and = false;
    for (size_t i = index + 1; i < self->mentions->count && i <= index + BETWEEN && !and; i++) {
        and = all[i].after_and;
        if (and&&speaks(self, heads, &all[i])) {
            return true;
        }
    }
    for (size_t i = index; all[index].after_and && i-- > 0 && i + BETWEEN >= index;) {
        if (speaks(self, heads, &all[i])) {
            return true;
        }
    }
    return false;
}

/* One person whom the text itself speaks of, and who is not the speaker. */
static bool may_be_spoken_to(const source_reader *self, const source_heads *heads, size_t index) {
    const mention *m = &self->mentions->items[index];
    const token *word = word_at(self, m->head);
    if (word->quotation != 0 || m->plural || speaks(self, heads, m)) {
        return false;
    }
    if (m->entity == NO_ENTITY) {
        return is_first_person(word);
    }
    const entity *who = &self->entities->items[m->entity];
    return who->kind == NAMES_PERSON && !who->plural && !is_beside_speaker(self, heads, index);
}

/* "... ," she told Stumpf. */
static size_t object_of_cue(const source_reader *self, const relation *by,
                            const source_heads *heads) {
    size_t past = source_tokens(self, by->cue.items[by->cue.count - 1]).end;
    for (size_t i = mention_after(self, past); i < self->mentions->count; i++) {
        const mention *m = &self->mentions->items[i];
        if (m->phrase.begin != past) {
            break;
        }
        if (may_be_spoken_to(self, heads, i)) {
            return i;
        }
    }
    return NO_ENTITY;
}

static bool is_be(const token *self) {
    return token_is_one_of(self, "is was were be been being are");
}

/* "Reed was asked by host Max Roth": Reed, whether he or who asks him is taken for the source. */
static size_t subject_asked(const source_reader *self, const relation *by) {
    const token_range cue = source_tokens(self, by->cue.items[0]);
    size_t asked = cue.begin;
    while (asked < cue.end && !token_is_one_of(word_at(self, asked), "asked questioned pressed")) {
        asked++;
    }
    size_t be = asked;
    while (be > 0 && word_at(self, be - 1)->class == WORD_ADVERB) {
        be--;
    }
    if (asked >= cue.end || be == 0 || !is_be(word_at(self, be - 1))) {
        return NO_ENTITY;
    }
    for (size_t i = mention_after(self, be - 1); i-- > 0;) {
        const mention *m = &self->mentions->items[i];
        if (m->phrase.end + 2 < be || m->entity == NO_ENTITY) {
            break;
        }
        const entity *who = &self->entities->items[m->entity];
        if (who->kind == NAMES_PERSON && !who->plural && m->function != FUNCTION_MODIFIER) {
            return i;
        }
    }
    return NO_ENTITY;
}

/* "if you want to win", "as you can imagine": anybody. */
static bool is_anybody(const source_reader *self, size_t at) {
    const token *before = at > 0 ? word_at(self, at - 1) : NULL;
    return before != NULL &&
           (before->class == WORD_SUBORDINATOR ||
            token_is_one_of(before, "if when where whenever as unless once what"));
}

size_t addressee_of(const source_reader *self, const relation *by, const source_heads *heads,
                    size_t at) {
    const size_t asked = subject_asked(self, by);
    const size_t told = asked != NO_ENTITY ? asked : object_of_cue(self, by, heads);
    if (told != NO_ENTITY || self->mentions->count == 0 || is_anybody(self, at)) {
        return told;
    }
    uint32_t sentence = word_at(self, at)->sentence;
    size_t last = mention_after(self, at);
    for (size_t i = last; i-- > 0 && i + LOOK_BACK > last;) {
        if (word_at(self, self->mentions->items[i].head)->sentence + SENTENCES_BACK < sentence) {
            break;
        }
        if (may_be_spoken_to(self, heads, i)) {
            return i;
        }
    }
    return NO_ENTITY;
}
