#include "resolve/speakers.h"

#include "base/buf.h"
#include "base/vec.h"
#include "resolve/entities.h"
#include "resolve/extents.h"
#include "resolve/pronouns.h"
#include "resolve/voices.h"

#include <string.h>

enum { HEADS_MAX = 12 }; /* named together in one source */

typedef enum { UNRESOLVED, RESOLVING, RESOLVED } source_state;

typedef struct {
    const segmentation *text;
    const relation_list *relations;
    const document_facts *facts;
    arena *into;
    token_list tokens;
    mention_list mentions;
    entity_list entities;
    antecedent *antecedents; /* one for each mention */
    size_t *voices;          /* for each token the relation whose content it stands in */
    source_state *states;    /* one for each relation */
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

/* Where the next of a row of heads begins, after one that ends at `at`; `end` where the row ends. */
static size_t next_in_row(const resolver *self, size_t at, size_t end, bool *is_last) {
    at = past_bracket(self, at, end);
    bool comma = at < end && token_is(word_at(self, at), ",");
    at += comma;
    bool and = at < end && (token_is(word_at(self, at), "and") || token_is(word_at(self, at), "or") || token_is(word_at(self, at), "&"));
    at += and;
    *is_last = and;
    return comma || and ? at : end;
}

/* Whether the two are of one sort, so that a comma between them makes a row and no apposition. */
static bool alike(const resolver *self, const mention *a, const mention *b) {
    const entity *x = &self->entities.items[a->entity];
    const entity *y = &self->entities.items[b->entity];
    bool unknown = x->kind == NAMES_UNKNOWN || y->kind == NAMES_UNKNOWN;
    return a->entity != b->entity && a->form == b->form && (x->kind == y->kind || unknown);
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

/* Where no mention lies within the source, one that reaches over its end. */
static size_t overlapping(const resolver *self, size_t from, token_range in) {
    for (size_t i = from; i < self->mentions.count; i++) {
        const mention *each = &self->mentions.items[i];
        if (each->name.begin >= in.end) {
            break;
        }
        if (each->head >= in.begin && each->name.begin < in.end) {
            return i;
        }
    }
    return self->mentions.count;
}

static void find_heads(const resolver *self, token_range in, heads *out) {
    size_t first = mention_after(self, in.begin);
    size_t i = head_from(self, first, in);
    if (i >= self->mentions.count && in.begin < in.end) {
        i = overlapping(self, first, in);
    }
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
        if (other->phrase.begin > at + 1 || other->entity == NO_ENTITY || head->entity == NO_ENTITY ||
            !(is_last || alike(self, head, other))) {
            break;
        }
        i = next;
    }
}

/* --- relative pronouns ----------------------------------------------------------------------- */

static bool is_who(const token *self) {
    return token_is(self, "who") || token_is(self, "whom") || token_is(self, "whose");
}

static bool is_person(const resolver *self, size_t index) {
    const mention *m = &self->mentions.items[index];
    return m->entity != NO_ENTITY && self->entities.items[m->entity].kind == NAMES_PERSON;
}

/* The phrase that "who", "which" or "that" at the token goes back to: the nearest before it, or the
 * one that this is joined to by a preposition where "who" cannot be of the nearest. */
static size_t relative_head(const resolver *self, size_t at) {
    uint32_t sentence = word_at(self, at)->sentence;
    size_t nearest = self->mentions.count;
    size_t first = mention_after(self, at);
    for (size_t i = first; i-- > 0 && i + 8 > first;) {
        const mention *m = &self->mentions.items[i];
        if (word_at(self, m->head)->sentence != sentence) {
            break;
        }
        if (m->function == FUNCTION_MODIFIER || m->form == MENTION_PRONOUN) {
            continue;
        }
        nearest = nearest == self->mentions.count ? i : nearest;
        if (!is_who(word_at(self, at)) || is_person(self, i)) {
            return i;
        }
        if (m->function != FUNCTION_OBLIQUE && m->function != FUNCTION_POSSESSOR) {
            break;
        }
    }
    return nearest;
}

static void add_relative(const resolver *self, size_t at, heads *out) {
    size_t head = relative_head(self, at);
    if (head >= self->mentions.count) {
        return;
    }
    const mention *m = &self->mentions.items[head];
    bool comma = m->phrase.end < at;
    if (m->after_and && comma && head > 0) {
        const mention *before = &self->mentions.items[head - 1];
        if (before->phrase.end + 1 == m->phrase.begin && before->entity != NO_ENTITY && out->count < HEADS_MAX) {
            out->items[out->count++] = head - 1;
        }
    }
    if (out->count < HEADS_MAX) {
        out->items[out->count++] = head;
    }
}

/* --- names ----------------------------------------------------------------------------------- */

/* The fullest that the document has for an entity: its name, or its description. */
static str name_of(const resolver *self, size_t number) {
    const entity *who = &self->entities.items[number];
    const mention *full = &self->mentions.items[who->full];
    if (full->form == MENTION_NAME) {
        return tokens_text(&self->tokens, without_article(&self->tokens, full->name));
    }
    return tokens_text(&self->tokens, description_extent(&self->tokens, full));
}

static speaker_kind kind_of(const entity *who) {
    switch (who->kind) {
    case NAMES_PERSON: return who->plural ? SPEAKER_GROUP : SPEAKER_PERSON;
    case NAMES_BODY:
    case NAMES_PLACE: return SPEAKER_ORGANIZATION;
    case NAMES_OUTLET: return SPEAKER_OUTLET;
    case NAMES_DOCUMENT: return SPEAKER_DOCUMENT;
    default: return who->named ? SPEAKER_PERSON : who->plural ? SPEAKER_GROUP : SPEAKER_UNKNOWN;
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

static void put_name(resolver *self, buf *names, str name) {
    (void)self;
    buf_put(names, names->size > 0 ? STR("; ") : STR(""));
    buf_put(names, name);
}

/* The name of one head of a source. An unnamed one is known by the source itself where that says
 * more than the rest of the document. */
static void add_name(resolver *self, buf *names, speaker *out, size_t head, token_range source,
                     bool alone) {
    const mention *m = &self->mentions.items[head];
    str name = name_of(self, m->entity);
    const entity *who = &self->entities.items[m->entity];
    if (!who->named && m->form == MENTION_DESCRIPTION && alone) {
        str said = tokens_text(&self->tokens, source_extent(&self->tokens, source));
        name = said.size > name.size ? said : name;
    }
    out->entity = names->size > 0 ? out->entity : m->entity;
    put_name(self, names, name);
    out->kind = kind_of(who);
    out->named |= who->named;
    out->plural |= who->plural;
}

static void resolve_source(resolver *self, size_t index);

/* "I" in somebody's words is that one; in nobody's it is the author. */
static void resolve_first_person(resolver *self, size_t at, speaker *out) {
    size_t voice = self->voices[at];
    if (voice == NO_RELATION) {
        out->kind = SPEAKER_AUTHOR;
        out->name = STR("author");
        out->certainty = 0.8F;
        return;
    }
    if (self->states[voice] == UNRESOLVED) {
        resolve_source(self, voice);
    }
    if (self->states[voice] == RESOLVED) {
        const step_list why = out->why;
        *out = self->out[voice];
        out->why = why;
    }
}

static bool is_person_form(const token *word, char person) {
    return (word->grammar & LETTER('O')) != 0 && (word->grammar & LETTER(person)) != 0;
}

static void gather_heads(resolver *self, size_t index, heads *found) {
    const span_list source = self->relations->items[index].source;
    for (size_t i = 0; i < source.count; i++) {
        token_range in = tokens_of(self, source.items[i]);
        if (in.begin < in.end && word_at(self, in.begin)->class == WORD_RELATIVE) {
            add_relative(self, in.begin, found);
        } else {
            find_heads(self, in, found);
        }
    }
}

static void name_heads(resolver *self, const heads *found, token_range source, speaker *out) {
    buf names = {0};
    for (size_t i = 0; i < found->count; i++) {
        const mention *m = &self->mentions.items[found->items[i]];
        if (m->entity != NO_ENTITY) {
            add_name(self, &names, out, found->items[i], source, found->count == 1);
        } else if (is_person_form(word_at(self, m->head), '1')) {
            speaker voice = {0};
            resolve_first_person(self, m->head, &voice);
            if (voice.name.data != NULL) {
                put_name(self, &names, voice.name);
                out->kind = voice.kind;
                out->named |= voice.named;
                out->entity = voice.entity;
            }
        }
    }
    if (names.size > 0) {
        out->name = (str){str_copy(self->into, buf_str(&names)), names.size};
        out->certainty = 0.5F;
    }
    buf_free(&names);
}

static void resolve_source(resolver *self, size_t index) {
    const span_list source = self->relations->items[index].source;
    speaker *out = &self->out[index];
    *out = (speaker){.entity = SIZE_MAX, .kind = SPEAKER_NOBODY};
    self->states[index] = RESOLVING;
    heads found = {0};
    gather_heads(self, index, &found);
    if (source.count > 0) {
        name_heads(self, &found, tokens_of(self, source.items[0]), out);
    }
    self->states[index] = RESOLVED;
}

/* The entity in whose words each token stands, as far as a name or description tells. */
static size_t *find_speaking(resolver *self) {
    size_t *out = arena_array(self->into, size_t, self->tokens.count + 1);
    size_t *of = arena_array(self->into, size_t, self->relations->count + 1);
    for (size_t i = 0; i < self->relations->count; i++) {
        heads found = {0};
        gather_heads(self, i, &found);
        of[i] = found.count == 1 ? self->mentions.items[found.items[0]].entity : NO_ENTITY;
    }
    for (size_t i = 0; i < self->tokens.count; i++) {
        out[i] = self->voices[i] == NO_RELATION ? NO_ENTITY : of[self->voices[i]];
    }
    return out;
}

static void find_antecedents(resolver *self) {
    pronoun_weights weights;
    pronoun_weights_read(&weights);
    const pronoun_task task = {.tokens = &self->tokens,
                               .mentions = &self->mentions,
                               .entities = &self->entities,
                               .speaking = find_speaking(self),
                               .weights = &weights};
    pronouns_resolve(&task, self->into, self->antecedents);
}

void speakers_resolve(const segmentation *text, const relation_list *relations,
                      const document_facts *facts, arena *into, speaker *out) {
    resolver self = {.text = text, .relations = relations, .facts = facts, .into = into, .out = out};
    tokens_find(text, into, &self.tokens);
    mentions_find(&self.tokens, into, &self.mentions);
    entities_find(&self.tokens, &self.mentions, into, &self.entities);
    self.voices = voices_find(&self.tokens, relations, into);
    self.states = arena_array(into, source_state, relations->count);
    self.antecedents = arena_array(into, antecedent, self.mentions.count);
    find_antecedents(&self);
    for (size_t i = 0; i < relations->count; i++) {
        if (self.states[i] == UNRESOLVED) {
            resolve_source(&self, i);
        }
    }
}
