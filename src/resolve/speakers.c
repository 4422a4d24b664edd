#include "resolve/speakers.h"

#include "base/buf.h"
#include "resolve/addressee.h"
#include "resolve/behalf.h"
#include "resolve/callings.h"
#include "resolve/cast.h"
#include "resolve/elided.h"
#include "resolve/extents.h"
#include "resolve/later_named.h"
#include "resolve/pairs.h"
#include "resolve/resolver.h"
#include "resolve/source_ends.h"
#include "resolve/voices.h"

#include <string.h>

static const token *word_at(const resolver *self, size_t at) {
    return &self->tokens.items[at];
}

/* --- names ----------------------------------------------------------------------------------- */

static const entity *who_is(const resolver *self, const mention *m) {
    return m->entity == NO_ENTITY ? NULL : &self->entities.items[m->entity];
}

/* --- one source ------------------------------------------------------------------------------ */

static void resolve_source(resolver *self, size_t index);

static speaker the_author(resolver *self) {
    return (speaker){.name = STR("author"),
                     .entity = self->entities.count,
                     .kind = SPEAKER_AUTHOR,
                     .members = arena_copy(self->into, &self->entities.count, sizeof(size_t)),
                     .member_count = 1};
}

static bool is_introduced(const resolver *self, const entity *who) {
    const token *first = word_at(self, self->mentions.items[who->first].phrase.begin);
    return token_is(first, "a") || token_is(first, "an") || token_is(first, "one") ||
           token_is(first, "another");
}

static speaker one_entity(resolver *self, size_t number) {
    const entity *who = &self->entities.items[number];
    const mention *full = &self->mentions.items[who->full];
    return (speaker){.name = calling_of(&self->reader, self->callings, full, self->into),
                     .entity = number,
                     .kind = self->kinds[number],
                     .named = who->named,
                     .plural = who->plural,
                     .introduced = is_introduced(self, who),
                     .members = arena_copy(self->into, &number, sizeof number),
                     .member_count = 1};
}

/* "I" in somebody's words is that one; in an answer who answers, else the author. "We" in the words
 * of one who speaks for others are these. */
static speaker first_person(resolver *self, const mention *m) {
    size_t voice = self->voices[m->head];
    if (voice == NO_RELATION) {
        const size_t who = self->interview.answerer;
        const bool answers = who != NO_ENTITY && self->interview.answers[m->head];
        return answers ? one_entity(self, who) : the_author(self);
    }
    if (self->states[voice] == UNRESOLVED) {
        resolve_source(self, voice);
    }
    if (self->states[voice] != RESOLVED) {
        return (speaker){.entity = SIZE_MAX};
    }
    speaker said = self->out[voice];
    bool one = said.member_count == 1 && said.entity < self->entities.count;
    size_t behalf = m->plural && one ? self->behalves[said.entity] : NO_ENTITY;
    if (behalf != NO_ENTITY) {
        float certainty = said.certainty;
        said = one_entity(self, behalf);
        said.certainty = certainty;
    }
    return said;
}

/* "You" in somebody's quoted words is whoever they speak to, in a question whoever is asked. */
static speaker second_person(resolver *self, const mention *m) {
    size_t voice = self->voices[m->head];
    const size_t asked = self->interview.answerer;
    if (voice == NO_RELATION && asked != NO_ENTITY && !self->interview.answers[m->head]) {
        return one_entity(self, asked);
    }
    if (voice == NO_RELATION || word_at(self, m->head)->quotation == 0) {
        return (speaker){.entity = SIZE_MAX};
    }
    size_t index =
        addressee_of(&self->reader, &self->relations->items[voice], &self->heads[voice], m->head);
    if (index == NO_ENTITY) {
        return (speaker){.entity = SIZE_MAX};
    }
    const mention *found = &self->mentions.items[index];
    return found->entity == NO_ENTITY ? the_author(self) : one_entity(self, found->entity);
}

static bool is_second_person(const token *word) {
    return word->class == WORD_PRONOUN && (word->grammar & LETTER('2')) != 0;
}

static bool is_first_person(const token *word) {
    return word->class == WORD_PRONOUN && (word->grammar & LETTER('1')) != 0;
}

/* "Let's", which is no word for anybody, though "we" is meant. */
static bool is_lets(const resolver *self, size_t index) {
    const span_list source = self->relations->items[index].source;
    if (source.count == 0 || self->heads[index].count > 0) {
        return false;
    }
    token_range in = source_tokens(&self->reader, source.items[0]);
    return in.begin + 1 < self->tokens.count && in.begin < in.end &&
           token_is(word_at(self, in.begin), "let") &&
           word_at(self, in.begin)->span.end == word_at(self, in.begin + 1)->span.begin;
}

static void note_steps(resolver *self, speaker *out, size_t head, str name) {
    static const char *const FORMS[] = {"name", "pronoun", "description"};
    const mention *m = &self->mentions.items[head];
    const mention *full = &self->mentions.items[who_is(self, m)->full];
    step_add(&out->why, self->into, FORMS[m->form], tokens_span(&self->tokens, m->phrase),
             (str){0});
    size_t antecedent_of = self->antecedents[head].mention;
    if (antecedent_of != NO_ENTITY) {
        span where = tokens_span(&self->tokens, self->mentions.items[antecedent_of].phrase);
        step_add(&out->why, self->into, "antecedent", where, (str){0});
    }
    if (full != m || m->called.begin != m->name.begin) {
        const char *what = full->form == MENTION_NAME ? "full name" : "full description";
        step_add(&out->why, self->into, what, tokens_span(&self->tokens, full->called), name);
    }
}

static void add_members(speaker *to, const size_t *members, size_t count, arena *into) {
    size_t *all = arena_array(into, size_t, to->member_count + count);
    if (to->member_count > 0) {
        memcpy(all, to->members, to->member_count * sizeof *all);
    }
    for (size_t i = 0; i < count; i++) {
        bool known = false;
        for (size_t k = 0; k < to->member_count; k++) {
            known |= all[k] == members[i];
        }
        all[to->member_count] = members[i];
        to->member_count += !known;
    }
    to->members = all;
}

/* Adds to the speaker one of those that a source names. */
static void add_speaker(resolver *self, buf *names, speaker *out, const speaker *new) {
    if (new->name.data == NULL) {
        return;
    }
    const size_t before = out->member_count;
    add_members(out, new->members, new->member_count, self->into);
    if (before > 0 && new->member_count > 0 && out->member_count == before) {
        return; /* said of them twice */
    }
    buf_put(names, names->size > 0 ? STR("; ") : STR(""));
    buf_put(names, new->name);
    bool first = out->name.data == NULL;
    out->name = new->name;
    out->kind = first ? new->kind : out->kind;
    out->entity = first ? new->entity : out->entity;
    out->plural |= new->plural || !first;
    out->named |= new->named;
    out->introduced |= new->introduced;
}

/* "both", "they" for both: the two who are meant. False where the head means no two, or nobody
 * knows whom. */
static bool add_pair(resolver *self, buf *names, speaker *out, token_range in) {
    size_t two[2];
    if (!pair_meant(&self->reader, in, two)) {
        return false;
    }
    for (size_t i = 0; i < 2; i++) {
        const speaker one = one_entity(self, two[i]);
        const mention *full = &self->mentions.items[self->entities.items[two[i]].full];
        step_add(&out->why, self->into, "one of two", tokens_span(&self->tokens, full->called),
                 one.name);
        add_speaker(self, names, out, &one);
    }
    out->hints.of[HINT_PRONOUN] = 1;
    return true;
}

/* The words by which a head may mean two: those of what a pronoun stands for. */
static token_range words_of_pair(const resolver *self, size_t head) {
    const size_t other = self->antecedents[head].mention;
    return self->mentions.items[other != NO_ENTITY ? other : head].phrase;
}

static void add_head(resolver *self, buf *names, speaker *out, size_t head) {
    const mention *m = &self->mentions.items[head];
    speaker one = {.entity = m->entity};
    if (m->entity != NO_ENTITY) {
        one = one_entity(self, m->entity);
        note_head(self, &out->hints, head);
        note_steps(self, out, head, one.name);
    } else if (is_first_person(word_at(self, m->head))) {
        one = first_person(self, m);
        bool author = one.kind == SPEAKER_AUTHOR;
        out->hints.of[author ? HINT_AUTHOR : HINT_FIRST_PERSON] = 1;
        out->hints.of[HINT_ANTECEDENT_ODDS] = author ? 0 : log_odds_of(one.certainty);
        step_add(&out->why, self->into, "first person", tokens_span(&self->tokens, m->phrase),
                 one.name);
    } else if (is_second_person(word_at(self, m->head))) {
        one = second_person(self, m);
        out->hints.of[HINT_FIRST_PERSON] = one.name.data != NULL;
        if (one.name.data != NULL) {
            step_add(&out->why, self->into, "second person", tokens_span(&self->tokens, m->phrase),
                     one.name);
        }
    }
    add_speaker(self, names, out, &one);
}

/* "HARBOUR TEAM" of "HARBOUR TEAM REFUSES", a headline that does not tell which words are names. */
static bool is_cut_from_headline(const resolver *self, size_t index, const source_heads *found) {
    const span_list source = self->relations->items[index].source;
    if (found->count != 1 || source.count != 1) {
        return false;
    }
    const size_t head = found->items[0];
    const entity *who = who_is(self, &self->mentions.items[head]);
    bool capitals = who != NULL && who->first == head && who->full == head;
    token_range in = source_tokens(&self->reader, source.items[0]);
    const size_t past = in.end; /* an acronym alone is no headline */
    const mention *m = &self->mentions.items[head];
    const bool whole = in.begin < past && word_at(self, past - 1)->span.end <= source.items[0].end;
    if (capitals && whole && m->name.begin < past && m->name.end > past) {
        return true; /* "Holm Wades", where the source ends before the verb */
    }
    capitals = capitals && past < self->tokens.count && word_at(self, past)->capitals;
    for (size_t i = in.begin; i < in.end && capitals; i++) {
        capitals = word_at(self, i)->capitals || word_at(self, i)->class == WORD_MARK;
    }
    return capitals;
}

/* Who a source is that was taken for somebody without a name, if he has one: of the people who are
 * named near, the likeliest. */
static const speaker *presumed_of(resolver *self, size_t index) {
    const source_heads *found = &self->heads[index];
    if (found->count != 1 || self->out[index].named) {
        return NULL;
    }
    size_t named = self->antecedents[found->items[0]].named;
    const entity *who = named == NO_ENTITY ? NULL : who_is(self, &self->mentions.items[named]);
    if (who == NULL || !who->named) {
        return NULL;
    }
    speaker *out = arena_zalloc(self->into, sizeof *out);
    *out = one_entity(self, self->mentions.items[named].entity);
    out->hints = self->out[index].hints;
    step_add(&out->why, self->into, "presumed",
             tokens_span(&self->tokens, self->mentions.items[named].phrase), out->name);
    return out;
}

/* "A: No": whoever is interviewed. False where the source is no such letter. */
static bool add_answerer(resolver *self, buf *names, speaker *out, span source) {
    const size_t who = self->interview.answerer;
    if (who == NO_ENTITY ||
        !interview_is_label(&self->tokens, source_tokens(&self->reader, source))) {
        return false;
    }
    const speaker one = one_entity(self, who);
    const mention *full = &self->mentions.items[self->entities.items[who].full];
    step_add(&out->why, self->into, "who answers", tokens_span(&self->tokens, full->called),
             one.name);
    add_speaker(self, names, out, &one);
    out->hints.of[HINT_PRONOUN] = 1;
    return true;
}

static void resolve_source(resolver *self, size_t index) {
    speaker *out = &self->out[index];
    const source_heads *found = &self->heads[index];
    bool any = self->relations->items[index].source.count > 0;
    *out = (speaker){.entity = SIZE_MAX, .kind = any ? SPEAKER_UNKNOWN : SPEAKER_NOBODY};
    self->states[index] = RESOLVING;
    buf names = {0};
    const span_list source = self->relations->items[index].source;
    const bool two = source.count == 1 &&
                     add_pair(self, &names, out, source_tokens(&self->reader, source.items[0]));
    const bool answers = source.count == 1 && add_answerer(self, &names, out, source.items[0]);
    for (size_t i = 0; i < found->count && !two && !answers; i++) {
        if (!add_pair(self, &names, out, words_of_pair(self, found->items[i]))) {
            add_head(self, &names, out, found->items[i]);
        }
    }
    if (is_lets(self, index)) {
        size_t at =
            source_tokens(&self->reader, self->relations->items[index].source.items[0]).begin;
        speaker we = first_person(self, &(mention){.head = at, .plural = true});
        out->hints.of[HINT_FIRST_PERSON] = 1;
        add_speaker(self, &names, out, &we);
    }
    if (names.size > 0 && is_cut_from_headline(self, index, found)) {
        out->name =
            own_words_of(&self->reader, self->relations->items[index].source.items[0], self->into);
    } else if (names.size > 0) {
        out->name = (str){str_copy(self->into, buf_str(&names)), names.size};
    } else {
        step_add(&out->why, self->into, any ? "nobody found" : "no source", (span){0, 0}, (str){0});
        out->name = any ? own_words_of(&self->reader, self->relations->items[index].source.items[0],
                                       self->into)
                        : (str){0};
        out->hints.of[HINT_NOBODY] = any;
    }
    buf_free(&names);
    note_source(self, &out->hints, index);
    out->certainty = confidence_by_hints(&self->weights, CONFIDENCE_SPEAKER, &out->hints);
    out->presumed = presumed_of(self, index);
    self->states[index] = RESOLVED;
}

/* --- the document ---------------------------------------------------------------------------- */

static void find_heads(resolver *self) {
    size_t count = self->relations->count;
    self->reader = (source_reader){&self->tokens, &self->mentions, &self->entities};
    self->heads = arena_array(self->into, source_heads, count + 1);
    for (size_t i = 0; i < count; i++) {
        const relation *each = &self->relations->items[i];
        self->heads[i] = each->source.count > 0 ? source_heads_find(&self->reader, each->source)
                                                : elided_subject_find(&self->reader, each->cue);
    }
}

static void find_antecedents(resolver *self) {
    size_t *speaking = arena_array(self->into, size_t, self->tokens.count + 1);
    size_t *sources = arena_array(self->into, size_t, self->mentions.count + 1);
    for (size_t i = 0; i < self->mentions.count; i++) {
        sources[i] = NO_RELATION;
    }
    for (size_t i = 0; i < self->tokens.count; i++) {
        size_t voice = self->voices[i];
        bool one = voice != NO_RELATION && self->heads[voice].count == 1;
        speaking[i] = one ? self->heads[voice].items[0] : NO_ENTITY;
    }
    for (size_t i = 0; i < self->relations->count; i++) {
        bool said = self->relations->items[i].source.count > 0;
        for (size_t k = 0; said && k < self->heads[i].count; k++) {
            sources[self->heads[i].items[k]] = i;
        }
    }
    pronoun_weights weights;
    pronoun_weights_read(&weights);
    const pronoun_task task = {.tokens = &self->tokens,
                               .mentions = &self->mentions,
                               .entities = &self->entities,
                               .speaking = speaking,
                               .voices = self->voices,
                               .sources = sources,
                               .weights = &weights,
                               .text = self->text,
                               .traits = self->traits};
    self->antecedents = arena_array(self->into, antecedent, self->mentions.count + 1);
    pronouns_resolve(&task, self->into, self->antecedents);
}

void speakers_resolve(const segmentation *text, const relation_list *relations,
                      const int8_t *traits, const document_facts *facts, arena *into, speaker *out,
                      cast *who) {
    resolver self = {
        .text = text, .relations = relations, .traits = traits, .into = into, .out = out};
    tokens_find(text, into, &self.tokens);
    source_ends_note(relations, &self.tokens);
    mentions_find(&self.tokens, into, &self.mentions);
    entities_find(&self.tokens, &self.mentions, into, &self.entities);
    self.interview = interview_find(&self.tokens, &self.mentions, &self.entities, into);
    self.voices = voices_find(&self.tokens, relations, into);
    self.states = arena_array(into, source_state, relations->count + 1);
    confidence_weights_read(&self.weights);
    find_heads(&self);
    find_antecedents(&self);
    find_kinds(&self);
    later_named_find(&self.reader, self.heads, relations, into);
    self.behalves = behalves_find(&self.tokens, &self.mentions, &self.entities, into);
    self.callings = callings_find(&self.reader, self.heads, relations, into);
    for (size_t i = 0; i < relations->count; i++) {
        if (self.states[i] == UNRESOLVED) {
            resolve_source(&self, i);
        }
    }
    const cast_task task = {&self.tokens,  &self.mentions, &self.entities,
                            self.callings, self.kinds,     facts};
    cast_find(&task, out, relations->count, into, who);
}
