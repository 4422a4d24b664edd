#include "resolve/pronouns.h"

#include "base/buf.h"
#include "resolve/functions.h"
#include "resolve/likeness.h"
#include "resolve/offices.h"

#include <math.h>

enum {
    LOOK_BACK = 120, /* mentions */
    LOOK_AHEAD = 12, /* mentions, within the sentence */
    CANDIDATES_MAX = 40
};

/* Pronouns that were taken for somebody, each counted as far as it is sure, after which one of
 * another sex is no longer thought to mean the same. */
#define SURE_OF_SEX 1.2F

/* How sure a description must be of the one named; decided on PolNeAR dev. */
#define SURE_OF_DESCRIPTION 0.45F

/* How much the reading counts for "he" where he is the source of a statement: who spoke before
 * tells more there, of which what the reading was trained on knows nothing. Decided on
 * train/labels. */
#define LIKENESS_OF_SOURCE 0.3F

typedef struct {
    const pronoun_task *task;
    discourse about;
    uint32_t *counts;
    size_t *subject_of;
    size_t *seen; /* for each entity 1 + the pronoun that it was last a candidate of */
    bool *spoke;
    uint8_t *genders; /* of each entity, as it is told by its pronouns */
    float *told;      /* of each entity, by how many pronouns */
    size_t *offices;  /* of each entity 1 + the word of its first title: "President Obama" */
    size_t
        *instead; /* for each entity of a description 1 + the one that it means; 0 not asked yet */
    size_t last[GENDER_ANY + 1][2]; /* entity of the last pronoun, by gender and number */
    candidate candidates[CANDIDATES_MAX];
    feature_list features[CANDIDATES_MAX];
    size_t count;
} ranking;

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

/* --- candidates ------------------------------------------------------------------------------ */

static bool is_third_person(const token_list *tokens, const mention *self) {
    return self->form == MENTION_PRONOUN && (tokens->items[self->head].grammar & LETTER('3')) != 0;
}

static bool may_be_plural(const entity *who) {
    return who->plural || who->kind == NAMES_BODY || who->kind == NAMES_OUTLET ||
           who->kind == NAMES_PLACE || (who->kind == NAMES_UNKNOWN && !who->named);
}

static bool agrees(const mention *pronoun, const entity *who) {
    switch (sort_of_pronoun(pronoun)) {
    case SORT_PLURAL:
        return may_be_plural(who);
    case SORT_THING:
        return (who->gender & GENDER_NEUTER) != 0 && !who->plural;
    default:
        return (who->gender & pronoun->gender) != 0 && !who->plural;
    }
}

/* Nouns that any body may be called by. */
static bool is_any_body(const token *noun) {
    static const char *const WORDS[] = {"group", "organization", "organisation", "agency",
                                        "body",  "company",      "firm"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (token_is(noun, WORDS[i])) {
            return true;
        }
    }
    return false;
}

/* "the union" for an association, a brotherhood. */
static bool is_union_of(const ranking *self, const token *noun, const mention *name) {
    static const char *const WORDS[] = {"association", "federation", "brotherhood", "guild",
                                        "teamsters",   "workers",    "congress"};
    for (size_t i = name->name.begin; i < name->name.end && token_is(noun, "union"); i++) {
        for (size_t k = 0; k < sizeof WORDS / sizeof *WORDS; k++) {
            if (token_is(&self->task->tokens->items[i], WORDS[k])) {
                return true;
            }
        }
    }
    return false;
}

/* "the bank" is no senate: the name has no other noun of a body. */
static bool body_fits(const ranking *self, const mention *what, const entity *who) {
    const token *items = self->task->tokens->items;
    const mention *name = &self->task->mentions->items[who->full];
    const token *noun = &items[what->head];
    const token *of_name = &items[name->head];
    bool governs = (noun->noun & LETTER('c')) != 0;
    if (who->kind == NAMES_PLACE || governs) {
        return who->kind == NAMES_PLACE && governs;
    }
    bool press = (noun->noun & LETTER('n')) != 0; /* "the newspaper", whatever its name ends in */
    if (press && (noun->noun & LETTER('o')) == 0) {
        return who->kind == NAMES_OUTLET;
    }
    bool other = (of_name->noun & (LETTER('o') | LETTER('n') | LETTER('d'))) != 0 &&
                 !str_equal(of_name->lower, noun->lower) && !is_union_of(self, noun, name);
    bool known = who->kind == NAMES_UNKNOWN && who->count >= 2;
    bool kind = who->kind == NAMES_BODY || who->kind == NAMES_OUTLET || known;
    return kind && (!other || is_any_body(noun));
}

/* Whether the text calls this one by the office that the description tells, before the name. */
static bool holds_office(const ranking *self, const mention *what, size_t who) {
    const token *items = self->task->tokens->items;
    return self->offices[who] > 0 && str_equal(office_called(items[self->offices[who] - 1].lower),
                                               office_called(items[what->head].lower));
}

/* "the British prime minister" is not President Putin. */
static bool holds_another(const ranking *self, const mention *what, size_t who) {
    return self->offices[who] > 0 && token_is_office(&self->task->tokens->items[what->head]) &&
           !holds_office(self, what, who);
}

static bool may_be_described(const ranking *self, const mention *what, size_t number) {
    const entity *who = &self->task->entities->items[number];
    if (!who->named || who->plural) {
        return false;
    }
    if (what->kind == NAMES_PERSON) {
        return who->kind == NAMES_PERSON && (who->gender & what->gender) != 0 &&
               !holds_another(self, what, number);
    }
    return body_fits(self, what, who);
}

/* "he" for one who has been "she" before. */
static bool is_told_otherwise(const ranking *self, const mention *pronoun, size_t who) {
    return (self->genders[who] & pronoun->gender) == 0 && self->told[who] >= SURE_OF_SEX;
}

static void consider(ranking *self, size_t pronoun, size_t index, uint32_t sentence) {
    const mention *m = &self->task->mentions->items[index];
    const mention *p = &self->task->mentions->items[pronoun];
    if (m->entity == NO_ENTITY || index == pronoun ||
        (p->entity == m->entity && p->form == MENTION_DESCRIPTION)) {
        return;
    }
    const entity *who = &self->task->entities->items[m->entity];
    bool row = p->form == MENTION_DESCRIPTION && p->after_and && index + 1 == pronoun;
    if (row) {
        return; /* "Max Roth and the mayor" */
    }
    bool fits = p->form == MENTION_PRONOUN
                    ? agrees(p, who) && !is_told_otherwise(self, p, m->entity)
                    : may_be_described(self, p, m->entity);
    if (!fits) {
        return;
    }
    bool near = self->task->tokens->items[m->head].sentence + 1 >= sentence;
    if (self->seen[m->entity] == pronoun + 1) {
        for (size_t i = 0; i < self->count && near; i++) {
            self->candidates[i].again += self->candidates[i].entity == m->entity;
        }
        return;
    }
    if (self->count < CANDIDATES_MAX && !(m->phrase.begin <= p->head && m->phrase.end > p->head)) {
        self->seen[m->entity] = pronoun + 1;
        self->candidates[self->count] = (candidate){index, m->entity, self->count, near, 0};
        self->count++;
    }
}

static void gather(ranking *self, size_t pronoun) {
    const mention_list *mentions = self->task->mentions;
    const token_list *tokens = self->task->tokens;
    uint32_t sentence = tokens->items[mentions->items[pronoun].head].sentence;
    self->count = 0;
    for (size_t i = pronoun; i-- > 0 && i + LOOK_BACK >= pronoun;) {
        consider(self, pronoun, i, sentence);
    }
    size_t limit = pronoun + LOOK_AHEAD;
    for (size_t i = pronoun + 1; i < mentions->count && i < limit; i++) {
        const mention *m = &mentions->items[i];
        if (tokens->items[m->head].sentence != sentence) {
            break;
        }
        if (m->form == MENTION_NAME) {
            consider(self, pronoun, i, sentence);
        }
    }
    for (size_t i = 0; i < self->count; i++) {
        self->candidates[i].rivals = self->count;
    }
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
        bool known = who->count > 1 || name.end - name.begin > 1;
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
    kind &= !is_held_back(self, m);
    const token_list *tokens = self->task->tokens;
    bool the = token_is(&tokens->items[m->phrase.begin], "the");
    for (size_t i = m->name.begin; i < m->name.end; i++) { /* "the FBI director" says enough */
        const token *word = &tokens->items[i];
        the &= word->class != WORD_POSSESSIVE;
        the &= word->class != WORD_NAME ||
               (word->noun & (LETTER('l') | LETTER('a') | LETTER('p'))) != 0;
    }
    if (m->phrase.end < tokens->count && token_is(&tokens->items[m->phrase.end], "of")) {
        return false;
    }
    return the && kind && !who->named;
}

/* "the Vermont senator": where somebody near is a senator by title, nobody else is meant. */
static void keep_office_holders(ranking *self, const mention *what) {
    size_t kept = 0;
    bool place = true; /* is all that is said besides */
    for (size_t i = what->name.begin; i < what->head; i++) {
        place &= (self->task->tokens->items[i].noun & LETTER('l')) != 0;
    }
    for (size_t i = 0; i < self->count && place; i++) {
        if (holds_office(self, what, self->candidates[i].entity)) {
            self->candidates[kept++] = self->candidates[i];
        }
    }
    self->count = kept > 0 ? kept : self->count;
}

/* Gives a description the named entity that it most likely means, if one stands out, here or where
 * it stood before; `out` gets the likeliest person all the same. */
static void name_description(ranking *self, size_t index, antecedent *out) {
    mention *m = &self->task->mentions->items[index];
    size_t *instead = &self->instead[m->entity];
    if (*instead == 0 || *instead == 1 + m->entity) {
        gather(self, index);
        keep_office_holders(self, m);
        antecedent found = choose(self, index, m->kind == NAMES_PERSON ? SORT_PERSON : SORT_THING);
        out->named = found.named;
        bool sure = found.mention != NO_ENTITY && found.certainty >= SURE_OF_DESCRIPTION;
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

/* `certainty`: of a pronoun that it means this one. */
static void note(ranking *self, size_t index, float certainty) {
    const mention *m = &self->task->mentions->items[index];
    if (m->entity == NO_ENTITY) {
        return;
    }
    uint32_t sentence = self->task->tokens->items[m->head].sentence;
    uint32_t count = ++self->counts[m->entity];
    self->about.most = count > self->about.most ? count : self->about.most;
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

static void find_offices(ranking *self) {
    const mention_list *mentions = self->task->mentions;
    for (size_t i = 0; i < mentions->count; i++) {
        const mention *m = &mentions->items[i];
        if (m->form != MENTION_NAME || m->entity == NO_ENTITY || self->offices[m->entity] > 0) {
            continue;
        }
        for (size_t at = m->title.begin; at < m->title.end; at++) {
            const token *noun = &self->task->tokens->items[at];
            self->offices[m->entity] = token_holds_office(noun) ? 1 + at : self->offices[m->entity];
        }
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
    find_offices(self);
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
        if (is_third_person(task->tokens, p)) {
            self->about.source_of = source_of(task, i);
            self->about.last_same = self->last[p->gender][p->plural];
            gather(self, i);
            out[i] = choose(self, i, sort_of_pronoun(p));
            p->entity = out[i].mention == NO_ENTITY ? NO_ENTITY
                                                    : task->mentions->items[out[i].mention].entity;
        }
        if (may_mean_named(self, p)) {
            name_description(self, i, &out[i]);
        } else if (may_have_name(self, p)) {
            gather(self, i);
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
