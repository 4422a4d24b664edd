#include "resolve/resolver.h"

#include <math.h>

static const token *word_at(const resolver *self, size_t at) {
    return &self->tokens.items[at];
}

static void note_kind(hints *of, const entity *who) {
    bool body = who->kind == NAMES_BODY || who->kind == NAMES_OUTLET;
    bool person = who->kind == NAMES_PERSON;
    of->of[person ? HINT_PERSON : body ? HINT_BODY : HINT_OTHER_KIND] = 1;
    of->of[HINT_PLURAL] = who->plural;
    of->of[HINT_OFTEN] = logf((float)who->count + 1);
}

static void note_antecedent(const resolver *self, hints *of, size_t head) {
    const antecedent *found = &self->antecedents[head];
    uint32_t here = word_at(self, self->mentions.items[head].head)->sentence;
    uint32_t there = word_at(self, self->mentions.items[found->mention].head)->sentence;
    of->of[HINT_ANTECEDENT_ODDS] = log_odds_of(found->certainty);
    of->of[HINT_ANTECEDENT_FAR] = there + 1 < here;
}

void note_head(const resolver *self, hints *of, size_t head) {
    const mention *m = &self->mentions.items[head];
    const entity *who = &self->entities.items[m->entity];
    const token_range full = self->mentions.items[who->full].name;
    bool whole = full.end - full.begin <= m->name.end - m->name.begin;
    bool single = m->name.end - m->name.begin == 1;
    note_kind(of, who);
    switch (m->form) {
    case MENTION_NAME:
        of->of[!whole ? HINT_SHORT_NAME : single ? HINT_SINGLE_NAME : HINT_FULL_NAME] = 1;
        break;
    case MENTION_PRONOUN:
        of->of[HINT_PRONOUN] = 1;
        note_antecedent(self, of, head);
        break;
    default:
        of->of[who->named ? HINT_NAMED_ELSEWHERE : HINT_DESCRIPTION] = 1;
    }
}

void note_source(const resolver *self, hints *of, size_t index) {
    const span_list source = self->relations->items[index].source;
    of->of[HINT_ALWAYS] = 1;
    of->of[HINT_SEVERAL] = self->heads[index].count > 1;
    if (source.count == 0) {
        of->of[self->heads[index].count > 0 ? HINT_LEFT_OUT : HINT_NO_SOURCE] = 1;
        return;
    }
    token_range in = source_tokens(&self->reader, source.items[0]);
    of->of[HINT_LONG] = logf((float)(in.end - in.begin) + 1);
    if (in.begin < in.end) {
        of->of[HINT_RELATIVE] = word_at(self, in.begin)->class == WORD_RELATIVE;
        of->of[HINT_WITHIN] = self->voices[in.begin] != NO_RELATION;
    }
}
