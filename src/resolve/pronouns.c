#include "resolve/ranking.h"

#include "base/buf.h"
#include "resolve/functions.h"
#include "resolve/likeness.h"

#include <math.h>

enum { OPENING_WORDS = 8 }; /* of a paragraph, before its subject */

/* How sure a description must be of the one named; decided on PolNeAR dev. */
#define SURE_OF_DESCRIPTION 0.45F

/* How much the reading counts for "he" where he is the source of a statement: who spoke before
 * tells more there, of which what the reading was trained on knows nothing. Decided on
 * train/labels. */
#define LIKENESS_OF_SOURCE 0.3F

void pronoun_weights_read(pronoun_weights *out) {
    char room[48];
    for (size_t sort = 0; sort < SORT_COUNT; sort++) {
        for (size_t i = 0; i < FEATURE_TOTAL; i++) {
            buf name = {0};
            buf_printf(&name, "%s.%s", SORT_NAMES[sort], feature_name(i, room));
            str value = {0};
            bool found = list_find(LIST_OF_WEIGHTS, buf_str(&name), &value);
            out->of[sort][i] = found ? list_number(value) : 0.0F;
            buf_free(&name);
        }
    }
}

static bool is_third_person(const token_list *tokens, const mention *self) {
    return self->form == MENTION_PRONOUN && (tokens->items[self->head].grammar & LETTER('3')) != 0;
}

/* --- choosing -------------------------------------------------------------------------------- */

static double score(const float *weights, const feature_list *features) {
    double sum = 0;
    for (size_t i = 0; i < features->count; i++) {
        sum += (double)weights[features->which[i]] * (double)features->value[i];
    }
    return sum;
}

/* What the encoder's reading adds for a candidate of a pronoun. */
static double by_likeness(const ranking *self, size_t pronoun, size_t other) {
    const pronoun_task *task = self->task;
    if (task->traits == NULL) {
        return 0;
    }
    span a = tokens_span(task->tokens, task->mentions->items[pronoun].name);
    span b = tokens_span(task->tokens, task->mentions->items[other].name);
    const float share = self->about.source_of == NO_RELATION ? 1.0F : LIKENESS_OF_SOURCE;
    return (double)(share * likeness(task->text, task->traits, a, b));
}

/* The likeliest candidate that is a person with a name; NO_ENTITY where there is none. */
static size_t likeliest_named(const ranking *self, const double *scores) {
    size_t best = self->count;
    for (size_t i = 0; i < self->count; i++) {
        const entity *who = &self->task->entities->items[self->candidates[i].entity];
        const token_range name = self->task->mentions->items[who->full].name;
        const token *last = &self->task->tokens->items[name.end - 1];
        const bool month = (last->noun & LETTER('y')) != 0 || token_is(last, "may");
        bool known = (who->count > 1 && !month) || name.end - name.begin > 1;
        bool fits = who->named && known && who->kind == NAMES_PERSON && !who->plural;
        best = fits && (best == self->count || scores[i] > scores[best]) ? i : best;
    }
    return best < self->count ? self->candidates[best].mention : NO_ENTITY;
}

static antecedent choose(ranking *self, size_t pronoun, pronoun_sort sort) {
    const float *weights = self->task->weights->of[sort];
    bool is_pronoun = self->task->mentions->items[pronoun].form == MENTION_PRONOUN;
    double scores[CANDIDATES_MAX] = {0};
    size_t best = 0;
    for (size_t i = 0; i < self->count; i++) {
        features_find(&self->about, pronoun, &self->candidates[i], &self->features[i]);
        scores[i] = score(weights, &self->features[i]);
        scores[i] += is_pronoun ? by_likeness(self, pronoun, self->candidates[i].mention) : 0;
        best = scores[i] > scores[best] ? i : best;
    }
    if (self->task->report != NULL && is_pronoun) {
        self->task->report(self->task->report_to, pronoun, self->candidates, self->features,
                           self->count);
    }
    if (self->count == 0) {
        return (antecedent){NO_ENTITY, 0, NO_ENTITY};
    }
    double sum = 0;
    for (size_t i = 0; i < self->count; i++) {
        sum += exp(scores[i] - scores[best]);
    }
    return (antecedent){.mention = self->candidates[best].mention,
                        .certainty = (float)(1 / sum),
                        .named = likeliest_named(self, scores)};
}

/* --- descriptions ---------------------------------------------------------------------------- */

static const token *tokens_first(const ranking *self, const mention *m) {
    return &self->task->tokens->items[m->phrase.begin];
}

/* One whom a text leaves without a name, or names by the same noun: "the official" is no mayor. */
static bool is_held_back(const ranking *self, const mention *what) {
    return (self->task->tokens->items[what->head].noun & LETTER('h')) != 0;
}

/* Bodies and crowds that have no name of their own. */
static bool is_never_named(const token *noun) {
    return token_is_one_of(noun, "community prosecution investigation public audience crowd "
                                 "electorate establishment opposition campaign camp staff");
}

/* Bodies that a word before them tells apart: "the state party", "the editorial board". */
static bool is_part_of_body(const token *noun) {
    return token_is_one_of(noun,
                           "board party committee council panel department office delegation");
}

/* "the bank", "the Florida senator": one that the reader is to know, and that nothing names. */
static bool may_mean_named(const ranking *self, const mention *m) {
    if (m->form != MENTION_DESCRIPTION || m->entity == NO_ENTITY || m->plural ||
        m->name.begin != m->phrase.begin + 1) {
        return false;
    }
    const entity *who = &self->task->entities->items[m->entity];
    const mention *first = &self->task->mentions->items[who->first];
    bool ours = tokens_first(self, first)->class == WORD_PRONOUN; /* "his bank" tells nothing */
    if (who->first < (size_t)(m - self->task->mentions->items) && !ours) {
        return self->instead[m->entity] > 0; /* as its first mention was taken */
    }
    bool kind = m->kind == NAMES_PERSON || m->kind == NAMES_BODY || m->kind == NAMES_OUTLET;
    kind &= !is_held_back(self, m) && !is_never_named(&self->task->tokens->items[m->head]);
    const token_list *tokens = self->task->tokens;
    const token *head = &tokens->items[m->head];
    bool the = token_is(&tokens->items[m->phrase.begin], "the");
    for (size_t i = m->name.begin; i < m->name.end; i++) { /* "the FBI director" says enough */
        const token *word = &tokens->items[i];
        the &= word->class != WORD_POSSESSIVE;
        the &= i == m->head || word->class == WORD_ADJECTIVE || !is_part_of_body(head);
        the &= word->class != WORD_NAME ||
               (word->noun & (LETTER('l') | LETTER('a') | LETTER('p'))) != 0;
    }
    if (m->phrase.end < tokens->count && token_is(&tokens->items[m->phrase.end], "of")) {
        return false;
    }
    return the && kind && !who->named;
}

/* Gives a description the named entity that it most likely means, if one stands out, here or where
 * it stood before; `out` gets the likeliest person all the same. */
static void name_description(ranking *self, size_t index, antecedent *out) {
    mention *m = &self->task->mentions->items[index];
    size_t *instead = &self->instead[m->entity];
    if (*instead == 0 || *instead == 1 + m->entity) {
        candidates_gather(self, index);
        const bool told = (self->task->tokens->items[m->head].noun & LETTER('e')) != 0;
        candidates_keep_holders(self, m, told);
        antecedent found = choose(self, index, m->kind == NAMES_PERSON ? SORT_PERSON : SORT_THING);
        out->named = found.named;
        bool sure =
            found.mention != NO_ENTITY && found.certainty >= SURE_OF_DESCRIPTION &&
            !candidates_names(self, index, self->task->mentions->items[found.mention].entity);
        *instead = 1 + (sure ? self->task->mentions->items[found.mention].entity : m->entity);
    }
    m->entity = *instead - 1;
}

/* "the former secretary of state", "candidate" in a headline: one whom nothing names, and who may
 * have a name all the same. */
static bool may_have_name(const ranking *self, const mention *m) {
    const token *first = tokens_first(self, m);
    bool bare = m->phrase.end == m->phrase.begin + 1 && !first->capital;
    bool held_back = is_held_back(self, m);
    return m->form == MENTION_DESCRIPTION && m->entity != NO_ENTITY && m->kind == NAMES_PERSON &&
           !m->plural && !held_back && (bare || token_is(first, "the")) &&
           !self->task->entities->items[m->entity].named;
}

/* --- the text so far ------------------------------------------------------------------------- */

/* The relation whose source the mention is, if that is a statement of the text itself, not one
 * within another: whoever is said to have thought something does not go on speaking. */
static size_t source_of(const pronoun_task *task, size_t index) {
    if (task->sources == NULL || task->voices[task->mentions->items[index].head] != NO_RELATION) {
        return NO_RELATION;
    }
    return task->sources[index];
}

/* "Ann Cole painted another picture. "It was theirs," she said.": who is the first subject of a
 * paragraph, by name and in nobody's words, is as one who spoke. */
static bool begins_speaking(const ranking *self, const mention *m) {
    const pronoun_task *task = self->task;
    const token *head = &task->tokens->items[m->head];
    const entity *who = &task->entities->items[m->entity];
    if (task->voices == NULL || m->form != MENTION_NAME || m->function != FUNCTION_SUBJECT ||
        who->kind != NAMES_PERSON || who->plural || head->quotation != 0 ||
        task->voices[m->head] != NO_RELATION) {
        return false;
    }
    for (size_t i = m->phrase.begin;
         i > 0 && task->tokens->items[i - 1].paragraph == head->paragraph; i--) {
        if (i + OPENING_WORDS < m->phrase.begin || task->tokens->items[i - 1].quotation != 0) {
            return false;
        }
    }
    return true;
}

/* `certainty`: of a pronoun that it means this one. */
static void note(ranking *self, size_t index, float certainty) {
    const mention *m = &self->task->mentions->items[index];
    if (m->entity == NO_ENTITY) {
        return;
    }
    uint32_t sentence = self->task->tokens->items[m->head].sentence;
    uint32_t count = ++self->counts[m->entity];
    self->about.most = count > self->about.most ? count : self->about.most;
    if (begins_speaking(self, m)) {
        self->about.last_source = m->entity;
    }
    if (m->function == FUNCTION_SUBJECT) {
        self->subject_of[m->entity] = sentence + 1;
        bool says = m->phrase.end < self->task->tokens->count &&
                    is_saying(&self->task->tokens->items[m->phrase.end]);
        self->about.last_speaker = says ? m->entity : self->about.last_speaker;
    }
    if (source_of(self->task, index) != NO_RELATION) {
        self->spoke[m->entity] = true;
        self->about.last_source = m->entity;
    }
    if (m->form == MENTION_PRONOUN) {
        uint8_t both = self->genders[m->entity] & m->gender;
        bool told = both != 0 && m->gender != GENDER_NEUTER; /* "it" is too often something else */
        self->genders[m->entity] = told ? both : self->genders[m->entity];
        self->told[m->entity] += told ? certainty : 0;
        self->last[m->gender][m->plural] = m->entity;
    }
}

void pronouns_resolve(const pronoun_task *task, arena *into, antecedent *out) {
    ranking *self = arena_zalloc(into, sizeof *self);
    size_t n = task->entities->count;
    self->task = task;
    self->counts = arena_array(into, uint32_t, n + 1);
    self->subject_of = arena_array(into, size_t, n + 1);
    self->seen = arena_array(into, size_t, n + 1);
    self->spoke = arena_array(into, bool, n + 1);
    self->instead = arena_array(into, size_t, n + 1);
    self->genders = arena_array(into, uint8_t, n + 1);
    self->told = arena_array(into, float, n + 1);
    self->offices = arena_array(into, size_t, n + 1);
    candidates_find_offices(self);
    for (size_t i = 0; i < n; i++) {
        self->genders[i] = task->entities->items[i].gender;
    }
    self->about = (discourse){.tokens = task->tokens,
                              .mentions = task->mentions,
                              .entities = task->entities,
                              .speaking = task->speaking,
                              .voices = task->voices,
                              .genders = self->genders,
                              .counts = self->counts,
                              .subject_of = self->subject_of,
                              .spoke = self->spoke,
                              .source_of = NO_RELATION,
                              .last_source = NO_ENTITY,
                              .last_speaker = NO_ENTITY};
    for (size_t i = 0; i <= GENDER_ANY; i++) {
        self->last[i][0] = self->last[i][1] = NO_ENTITY;
    }
    for (size_t i = 0; i < task->mentions->count; i++) {
        mention *p = &task->mentions->items[i];
        out[i] = (antecedent){NO_ENTITY, 0, NO_ENTITY};
        self->about.source_of = source_of(task, i);
        if (is_third_person(task->tokens, p)) {
            self->about.last_same = self->last[p->gender][p->plural];
            candidates_leave_out_named(self, i);
            candidates_gather(self, i);
            out[i] = choose(self, i, sort_of_pronoun(p));
            p->entity = out[i].mention == NO_ENTITY ? NO_ENTITY
                                                    : task->mentions->items[out[i].mention].entity;
        }
        if (may_mean_named(self, p)) {
            name_description(self, i, &out[i]);
        } else if (may_have_name(self, p)) {
            candidates_leave_out_named(self, i);
            candidates_gather(self, i);
            self->about.source_of =
                NO_RELATION; /* how sources are ranked was learned of pronouns */
            out[i].named = choose(self, i, SORT_PERSON).named;
        }
        note(self, i, out[i].certainty);
    }
    for (size_t i = 0; i < task->mentions->count; i++) { /* where it was not sure yet */
        mention *m = &task->mentions->items[i];
        size_t instead = m->entity == NO_ENTITY ? 0 : self->instead[m->entity];
        m->entity = instead > 0 ? instead - 1 : m->entity;
    }
}
