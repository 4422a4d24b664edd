#include "resolve/speakers.h"

#include "base/buf.h"
#include "base/vec.h"
#include "resolve/entities.h"
#include "resolve/pronouns.h"

#include <string.h>

enum { HEADS_MAX = 12 }; /* named together in one source */

typedef struct {
    const segmentation *text;
    const relation_list *relations;
    const document_facts *facts;
    arena *into;
    token_list tokens;
    mention_list mentions;
    entity_list entities;
    antecedent *antecedents; /* one for each mention */
    speaker *out;
} resolver;

/* The mentions that a source names, in order. */
typedef struct {
    size_t items[HEADS_MAX];
    size_t count;
} heads;

static const token *word_at(const resolver *self, size_t at) {
    return &self->tokens.items[at];
}

/* The first mention whose phrase ends after the token. */
static size_t mention_after(const resolver *self, size_t at) {
    size_t low = 0;
    size_t high = self->mentions.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (self->mentions.items[middle].name.end > at) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

static bool leads(const mention *self, token_range in) {
    return self->name.begin >= in.begin && self->name.end <= in.end &&
           self->function != FUNCTION_MODIFIER;
}

static bool is_possessor_of(const mention *self, const mention *next) {
    return self->function == FUNCTION_POSSESSOR && next->phrase.end > self->name.end &&
           next->phrase.begin <= self->phrase.end + 1;
}

/* Past brackets and commas that follow a head. */
static size_t past_bracket(const resolver *self, size_t at, size_t end) {
    if (at < end && token_is(word_at(self, at), "(")) {
        while (at < end && !token_is(word_at(self, at), ")")) {
            at++;
        }
        at += at < end;
    }
    return at;
}

/* Where the next of a row of heads begins, after one that ends at `at`; `end` where the row ends.
 */
static size_t next_in_row(const resolver *self, size_t at, size_t end, bool *is_last) {
    at = past_bracket(self, at, end);
    bool comma = at < end && token_is(word_at(self, at), ",");
    at += comma;
    bool and = at < end && (token_is(word_at(self, at), "and") ||
                            token_is(word_at(self, at), "or") || token_is(word_at(self, at), "&"));
    at += and;
    *is_last = and;
    return comma || and? at : end;
}

/* Whether the two are of one sort, so that a comma between them makes a row and no apposition. */
static bool alike(const resolver *self, const mention *a, const mention *b) {
    const entity *x = &self->entities.items[a->entity];
    const entity *y = &self->entities.items[b->entity];
    return a->entity != b->entity && a->form == b->form && x->kind == y->kind;
}

static size_t head_from(const resolver *self, size_t from, token_range in) {
    for (size_t i = from; i < self->mentions.count; i++) {
        const mention *each = &self->mentions.items[i];
        if (each->phrase.begin >= in.end) {
            break;
        }
        bool possessor = i + 1 < self->mentions.count &&
                         is_possessor_of(each, &self->mentions.items[i + 1]) &&
                         self->mentions.items[i + 1].phrase.end <= in.end;
        if (leads(each, in) && !possessor) {
            return i;
        }
    }
    return self->mentions.count;
}

static void find_heads(const resolver *self, token_range in, heads *out) {
    size_t i = head_from(self, mention_after(self, in.begin), in);
    while (i < self->mentions.count && out->count < HEADS_MAX) {
        out->items[out->count++] = i;
        const mention *head = &self->mentions.items[i];
        bool is_last = false;
        size_t at = next_in_row(self, head->phrase.end, in.end, &is_last);
        if (at >= in.end) {
            break;
        }
        size_t next = head_from(self, i + 1, (token_range){at, in.end});
        if (next >= self->mentions.count) {
            break;
        }
        const mention *other = &self->mentions.items[next];
        if (other->phrase.begin > at + 1 || other->entity == NO_ENTITY ||
            head->entity == NO_ENTITY || !(is_last || alike(self, head, other))) {
            break;
        }
        i = next;
    }
}

/* --- names ----------------------------------------------------------------------------------- */

static token_range without_article(const resolver *self, token_range name) {
    while (name.begin + 1 < name.end && word_at(self, name.begin)->grammar == LETTER('D') &&
           (token_is(word_at(self, name.begin), "the") ||
            token_is(word_at(self, name.begin), "a") ||
            token_is(word_at(self, name.begin), "an"))) {
        name.begin++;
    }
    return name;
}

static str name_of(const resolver *self, size_t number) {
    const entity *who = &self->entities.items[number];
    const mention *full = &self->mentions.items[who->full];
    return tokens_text(&self->tokens, without_article(self, full->name));
}

static speaker_kind kind_of(const entity *who) {
    switch (who->kind) {
    case NAMES_PERSON:
        return who->plural ? SPEAKER_GROUP : SPEAKER_PERSON;
    case NAMES_BODY:
    case NAMES_PLACE:
        return SPEAKER_ORGANIZATION;
    case NAMES_OUTLET:
        return SPEAKER_OUTLET;
    case NAMES_DOCUMENT:
        return SPEAKER_DOCUMENT;
    default:
        return who->named ? SPEAKER_PERSON : who->plural ? SPEAKER_GROUP : SPEAKER_UNKNOWN;
    }
}

/* --- one source ------------------------------------------------------------------------------ */

static token_range tokens_of(const resolver *self, span part) {
    token_range in = {tokens_after(&self->tokens, part.begin), 0};
    in.end = in.begin;
    while (in.end < self->tokens.count && self->tokens.items[in.end].span.begin < part.end) {
        in.end++;
    }
    return in;
}

static void add_name(const resolver *self, buf *names, speaker *out, size_t head) {
    const mention *m = &self->mentions.items[head];
    str name = name_of(self, m->entity);
    const entity *who = &self->entities.items[m->entity];
    buf_put(names, names->size > 0 ? STR("; ") : STR(""));
    buf_put(names, name);
    out->entity = names->size > name.size ? out->entity : m->entity;
    out->kind = kind_of(who);
    out->named |= who->named;
    out->plural |= who->plural;
}

static void resolve_source(resolver *self, size_t index) {
    const span_list source = self->relations->items[index].source;
    speaker *out = &self->out[index];
    *out = (speaker){.entity = SIZE_MAX, .kind = SPEAKER_NOBODY};
    heads found = {0};
    for (size_t i = 0; i < source.count; i++) {
        find_heads(self, tokens_of(self, source.items[i]), &found);
    }
    buf names = {0};
    for (size_t i = 0; i < found.count; i++) {
        if (self->mentions.items[found.items[i]].entity != NO_ENTITY) {
            add_name(self, &names, out, found.items[i]);
        }
    }
    if (names.size > 0) {
        out->name = (str){str_copy(self->into, buf_str(&names)), names.size};
        out->certainty = 0.5F;
    }
    buf_free(&names);
}

void speakers_resolve(const segmentation *text, const relation_list *relations,
                      const document_facts *facts, arena *into, speaker *out) {
    resolver self = {text, relations, facts, into, {0}, {0}, {0}, NULL, out};
    tokens_find(text, into, &self.tokens);
    mentions_find(&self.tokens, into, &self.mentions);
    entities_find(&self.tokens, &self.mentions, into, &self.entities);
    self.antecedents = arena_array(into, antecedent, self.mentions.count);
    pronouns_resolve(&self.tokens, &self.mentions, &self.entities, into, self.antecedents);
    for (size_t i = 0; i < relations->count; i++) {
        resolve_source(&self, i);
    }
}
