#include "resolve/clusters.h"

#include "resolve/names.h"

size_t cluster_of(clusters *self, size_t who) {
    while (self->merged.items[who] != who) {
        size_t next = self->merged.items[who];
        self->merged.items[who] = self->merged.items[next]; /* shorter for the next who asks */
        who = next;
    }
    return who;
}

static size_t words_of(token_range range) {
    return range.end - range.begin;
}

static bool is_acronym(const clusters *self, const mention *of) {
    return words_of(of->called) == 1 && self->tokens->items[of->called.begin].capitals;
}

/* Words that count for how full a description is. */
static size_t weight_of(const clusters *self, const mention *of) {
    size_t words = of->surname != NO_SURNAME;
    for (size_t i = of->called.begin; i < of->called.end; i++) {
        words += self->tokens->items[i].class != WORD_POSSESSIVE;
    }
    return words;
}

/* "our union", which is nothing to know somebody by. */
static bool is_ours(const clusters *self, const mention *of) {
    return self->tokens->items[of->name.begin].class == WORD_PRONOUN;
}

/* Whether capitals there do not tell where a name begins. */
static bool is_of_headline(const clusters *self, const mention *of) {
    bool capitals = words_of(of->name) > 2;
    for (size_t i = of->name.begin; i < of->name.end; i++) {
        capitals &= self->tokens->items[i].capitals;
    }
    return capitals || self->tokens->items[of->name.begin].headline;
}

/* Whether its first word is somebody's first name. */
static bool begins_with_name(const clusters *self, const mention *of) {
    return first_name_gender(self->tokens->items[of->name.begin].lower) != 0;
}

/* Whether the mention says more of who it is than the fullest so far. */
static bool is_fuller(const clusters *self, const mention *new, const mention *old) {
    if (new->form != old->form) {
        return new->form == MENTION_NAME;
    }
    if (new->form == MENTION_NAME && words_of(new->name) > 1 && words_of(old->name) > 1 &&
        is_of_headline(self, new) != is_of_headline(self, old)) {
        return is_of_headline(self, old); /* "Internal Marlow University Records" */
    }
    if (new->form == MENTION_NAME && begins_with_name(self, new) != begins_with_name(self, old) &&
        words_of(new->name) > 1 && words_of(old->name) > 1) {
        return begins_with_name(self, new); /* "The Notorious Betty Page" is a film */
    }
    if (new->form == MENTION_NAME && is_acronym(self, old) != is_acronym(self, new)) {
        return is_acronym(self, old);
    }
    if (new->form == MENTION_DESCRIPTION && is_ours(self, old) != is_ours(self, new)) {
        return is_ours(self, old);
    }
    size_t more = weight_of(self, new);
    size_t less = weight_of(self, old);
    if (more != less || new->form == MENTION_DESCRIPTION) {
        return more > less || (more == less && words_of(new->name) < words_of(old->name));
    }
    /* Kenneth says more than Ken. */
    return tokens_text(self->tokens, new->called).size >
           tokens_text(self->tokens, old->called).size;
}

/* What the two may both be; where they contradict each other the first holds. */
static uint8_t common_gender(uint8_t held, uint8_t new) {
    return (held & new) != 0 ? held & new : held;
}

void cluster_add(clusters *self, size_t to, size_t index) {
    mention *new = &self->mentions->items[index];
    entity *held = &self->entities.items[to];
    new->entity = to;
    held->count++;
    held->first = index < held->first ? index : held->first;
    held->gender = common_gender(held->gender, new->gender);
    held->named |= new->form == MENTION_NAME;
    if (held->kind == NAMES_UNKNOWN || held->kind == NAMES_THING) {
        held->kind = new->kind;
    }
    if (is_fuller(self, new, &self->mentions->items[held->full])) {
        held->full = index;
    }
    self->full_count.items[to] += new->form == MENTION_NAME &&words_of(new->name) > 1;
}

size_t cluster_new(clusters *self, size_t index) {
    const mention *new = &self->mentions->items[index];
    size_t number = self->entities.count;
    vec_push(&self->entities, (entity){.kind = new->kind,
                                       .gender = new->gender,
                                       .plural = new->plural,
                                       .full = index,
                                       .first = index});
    vec_push(&self->merged, number);
    vec_push(&self->full_count, 0);
    cluster_add(self, number, index);
    return number;
}

void cluster_merge(clusters *self, size_t from, size_t to) {
    from = cluster_of(self, from);
    to = cluster_of(self, to);
    if (from == to) {
        return;
    }
    entity *lost = &self->entities.items[from];
    entity *kept = &self->entities.items[to];
    self->merged.items[from] = to;
    kept->count += lost->count;
    kept->first = lost->first < kept->first ? lost->first : kept->first;
    kept->gender = common_gender(kept->gender, lost->gender);
    kept->named |= lost->named;
    if (kept->kind == NAMES_UNKNOWN || kept->kind == NAMES_THING) {
        kept->kind = lost->kind;
    }
    if (is_fuller(self, &self->mentions->items[lost->full], &self->mentions->items[kept->full])) {
        kept->full = lost->full;
    }
    self->full_count.items[to] += self->full_count.items[from];
}

static void free_all(clusters *self) {
    vec_free(&self->entities);
    vec_free(&self->merged);
    vec_free(&self->full_count);
    vec_free(&self->surnames);
    vec_free(&self->described);
    vec_free(&self->spelled);
    lexicon *const maps[] = {&self->names, &self->last_names, &self->forenames,
                             &self->parts, &self->acronyms,   &self->words,
                             &self->nouns, &self->beginnings};
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++) {
        lexicon_free(maps[i]);
    }
}

void entities_find(const token_list *tokens, mention_list *mentions, arena *into,
                   entity_list *out) {
    clusters self = {.tokens = tokens, .mentions = mentions, .into = into};
    cluster_names(&self);
    cluster_descriptions(&self);
    for (size_t i = 0; i < mentions->count; i++) {
        mention *each = &mentions->items[i];
        each->entity = each->entity == NO_ENTITY ? NO_ENTITY : cluster_of(&self, each->entity);
    }
    *out = (entity_list){NULL, self.entities.count};
    if (self.entities.count > 0) {
        out->items = arena_copy(into, self.entities.items, self.entities.count * sizeof(entity));
    }
    free_all(&self);
}
