#include "resolve/features.h"

#include "base/size.h"
#include "resolve/functions.h"

#include <math.h>
#include <stdio.h>

const char *const SORT_NAMES[SORT_COUNT] = {"he", "it", "they"};

static const char *const FUNCTION_NAMES[FUNCTION_COUNT] = {"subject",   "object",   "oblique",
                                                           "possessor", "modifier", "other"};
static const char *const FORM_NAMES[] = {"name", "pronoun", "description"};
static const char *const KIND_NAMES[] = {"unknown", "person",   "body", "outlet",
                                         "place",   "document", "thing"};
static const char *const SINGLE_NAMES[] = {
    "bias",           "gender_known", "unnamed",        "leads_sentence", "leads_both",
    "leads_text",     "count_log",    "foremost",       "again",          "carried_on",
    "subject_before", "after_and",    "quoted_both",    "quoted_pronoun", "quoted_other",
    "own_words",      "spoke_before", "says_both",      "says_pronoun",   "commas",
    "words_log",      "definite",     "possessed_next", "introduced",     "new_paragraph",
    "alone",          "says_unnamed", "quoted_unnamed", "spoke_at_all",   "spoke_last",
    "reported",       "spoken_of",    "own_report",     "otherwise",      "ahead",
    "joined"};

_Static_assert(sizeof SINGLE_NAMES / sizeof *SINGLE_NAMES == FEATURE_WORD_BEFORE - FEATURE_SINGLE,
               "a name for each");

static const char *pair_name(const char *where, size_t pair, char room[48]) {
    snprintf(room, 48, "%s.%s_%s", where, FUNCTION_NAMES[pair / FUNCTION_COUNT],
             FUNCTION_NAMES[pair % FUNCTION_COUNT]);
    return room;
}

const char *feature_name(size_t which, char room[48]) {
    if (which < FEATURE_ORDER) {
        snprintf(room, 48, "sentences.%zu", which - FEATURE_NEAR);
    } else if (which < FEATURE_CLAUSE) {
        snprintf(room, 48, "between.%zu", which - FEATURE_ORDER);
    } else if (which < FEATURE_SENTENCE) {
        return pair_name("clause", which - FEATURE_CLAUSE, room);
    } else if (which < FEATURE_APART) {
        return pair_name("sentence", which - FEATURE_SENTENCE, room);
    } else if (which < FEATURE_AFTER) {
        return pair_name("apart", which - FEATURE_APART, room);
    } else if (which == FEATURE_AFTER) {
        return "after";
    } else if (which < FEATURE_KIND) {
        return FORM_NAMES[which - FEATURE_FORM];
    } else if (which < FEATURE_SINGLE) {
        snprintf(room, 48, "kind.%s", KIND_NAMES[which - FEATURE_KIND]);
    } else if (which < FEATURE_WORD_BEFORE) {
        return SINGLE_NAMES[which - FEATURE_SINGLE];
    } else {
        static const char *const PLACES[] = {"before", "behind", "amid"};
        const size_t word = which - FEATURE_WORD_BEFORE;
        snprintf(room, 48, "%s.%s", PLACES[word / SMALL_WORDS],
                 small_word_name(word % SMALL_WORDS));
    }
    return room;
}

pronoun_sort sort_of_pronoun(const mention *pronoun) {
    return pronoun->plural                    ? SORT_PLURAL
           : pronoun->gender == GENDER_NEUTER ? SORT_THING
                                              : SORT_PERSON;
}

static void add(feature_list *self, size_t which, double value) {
    if (value != 0 && self->count < FEATURES_MAX) {
        self->which[self->count] = (uint16_t)which;
        self->value[self->count++] = (float)value;
    }
}

static bool ends_clause(const token *self) {
    return self->class == WORD_SUBORDINATOR || self->class == WORD_RELATIVE ||
           self->class == WORD_CONJUNCTION || token_is(self, ",") || token_is(self, ";") ||
           token_is(self, ":") || token_is(self, "-");
}

/* Whether a clause may end between the tokens; and how many commas there are. */
static bool clause_ends(const discourse *about, size_t from, size_t to, size_t *commas) {
    bool ends = false;
    *commas = 0;
    for (size_t i = from; i < to; i++) {
        ends |= ends_clause(&about->tokens->items[i]);
        *commas += token_is(&about->tokens->items[i], ",");
    }
    return ends;
}

/* The first mention of its sentence. */
static bool leads_sentence(const discourse *about, size_t index) {
    const mention *self = &about->mentions->items[index];
    uint32_t sentence = about->tokens->items[self->head].sentence;
    return index == 0 ||
           about->tokens->items[about->mentions->items[index - 1].head].sentence != sentence;
}

static const token *behind(const discourse *about, const mention *of) {
    return of->phrase.end < about->tokens->count ? &about->tokens->items[of->phrase.end]
                                                 : &about->tokens->items[of->head];
}

static bool is_next_to_saying(const discourse *about, const mention *of) {
    const token *before = of->phrase.begin > 0 ? &about->tokens->items[of->phrase.begin - 1] : NULL;
    return is_saying(behind(about, of)) || (before != NULL && is_saying(before));
}

/* Where both stand: distance, order, and what they do in their clauses. */
static void add_places(const discourse *about, const mention *p, const mention *m,
                       const candidate *of, feature_list *out) {
    const token *a = &about->tokens->items[m->head];
    const token *b = &about->tokens->items[p->head];
    size_t apart = b->sentence >= a->sentence ? b->sentence - a->sentence : 0;
    size_t pair = (size_t)p->function * FUNCTION_COUNT + (size_t)m->function;
    size_t commas = 0;
    bool after = m->head > p->head;
    add(out, FEATURE_NEAR + size_least(apart, 3), 1);
    add(out, FEATURE_ORDER + size_least(of->between, 4), 1);
    add(out, FEATURE_AFTER, after);
    if (apart > 0) {
        add(out, FEATURE_APART + pair, 1);
    } else {
        bool ends = after ? clause_ends(about, p->phrase.end, m->phrase.begin, &commas)
                          : clause_ends(about, m->phrase.end, p->phrase.begin, &commas);
        add(out, (ends ? FEATURE_SENTENCE : FEATURE_CLAUSE) + pair, 1);
        add(out, FEATURE_COMMAS, (double)size_least(commas, 3));
    }
    size_t words = after ? m->head - p->head : p->head - m->head;
    add(out, FEATURE_WORDS_LOG, log((double)words + 1) / 4);
    add(out, FEATURE_NEW_PARAGRAPH, a->paragraph != b->paragraph);
}

static void add_forms(const discourse *about, const mention *p, const mention *m,
                      const candidate *of, feature_list *out) {
    const entity *who = &about->entities->items[of->entity];
    add(out, FEATURE_SINGLE, 1);
    add(out, FEATURE_FORM + (size_t)m->form, 1);
    add(out, FEATURE_KIND + (size_t)who->kind, 1);
    add(out, FEATURE_GENDER_KNOWN, about->genders[of->entity] == p->gender);
    /* By the pronouns before; one of them may have been misread. */
    add(out, FEATURE_OTHERWISE, (about->genders[of->entity] & p->gender) == 0);
    add(out, FEATURE_UNNAMED, !who->named);
    add(out, FEATURE_DEFINITE, m->form == MENTION_DESCRIPTION && m->definite);
    add(out, FEATURE_AFTER_AND, m->after_and);
    add(out, FEATURE_INTRODUCED, m->form == MENTION_NAME && m->name.end - m->name.begin > 1);
    add(out, FEATURE_POSSESSED_NEXT,
        token_is(behind(about, m), "(") || token_is(behind(about, m), ","));
}

/* "Living with her aunt, Kelsey": a subject right behind the first comma of the sentence, before
 * which the pronoun stands. */
static bool is_ahead(const discourse *about, const mention *p, const mention *m) {
    const token *items = about->tokens->items;
    if (m->head <= p->head || m->phrase.begin == 0 || !token_is(&items[m->phrase.begin - 1], ",")) {
        return false;
    }
    size_t commas = 0;
    for (size_t i = m->phrase.begin;
         i-- > 0 && commas < 2 && items[i].sentence == items[p->head].sentence;) {
        commas += token_is(&items[i], ",");
    }
    return commas == 1;
}

/* "Max Roth and his brother". */
static bool is_joined(const discourse *about, const mention *p, const mention *m) {
    return p->function == FUNCTION_POSSESSOR && p->phrase.begin == m->phrase.end + 1 &&
           about->tokens->items[m->phrase.end].class == WORD_CONJUNCTION;
}

/* The small words beside the candidate, and up to the pronoun in its sentence. */
static void add_small_words(const discourse *about, const mention *p, const mention *m,
                            feature_list *out) {
    const token *items = about->tokens->items;
    bool between[SMALL_WORDS + 1] = {false};
    add(out, FEATURE_AHEAD, is_ahead(about, p, m));
    add(out, FEATURE_JOINED, is_joined(about, p, m));
    if (m->phrase.begin > 0) {
        const size_t before = small_word_of(&items[m->phrase.begin - 1]);
        add(out, FEATURE_WORD_BEFORE + before, before < SMALL_WORDS);
    }
    if (m->phrase.end < about->tokens->count) {
        const size_t after = small_word_of(&items[m->phrase.end]);
        add(out, FEATURE_WORD_BEHIND + after, after < SMALL_WORDS);
    }
    if (items[m->head].sentence != items[p->head].sentence) {
        return;
    }
    for (size_t i = m->phrase.end; i < p->phrase.begin; i++) {
        between[small_word_of(&items[i])] = true;
    }
    for (size_t i = 0; i < SMALL_WORDS; i++) {
        add(out, FEATURE_WORD_BETWEEN + i, between[i]);
    }
}

static void add_prominence(const discourse *about, size_t pronoun, const candidate *of,
                           feature_list *out) {
    const token *word = &about->tokens->items[about->mentions->items[pronoun].head];
    uint32_t count = about->counts[of->entity];
    bool leads = leads_sentence(about, of->mention);
    add(out, FEATURE_LEADS_SENTENCE, leads);
    add(out, FEATURE_LEADS_BOTH, leads && leads_sentence(about, pronoun));
    add(out, FEATURE_LEADS_TEXT,
        about->tokens->items[about->mentions->items[about->entities->items[of->entity].first].head]
                .sentence == 0);
    add(out, FEATURE_COUNT_LOG, log((double)count + 1));
    add(out, FEATURE_FOREMOST, count > 1 && count == about->most);
    add(out, FEATURE_AGAIN, of->again > 1);
    add(out, FEATURE_CARRIED_ON, about->last_same == of->entity);
    add(out, FEATURE_SUBJECT_BEFORE,
        about->subject_of[of->entity] > 0 && word->sentence <= about->subject_of[of->entity]);
    add(out, FEATURE_ALONE, of->rivals == 1);
}

/* Who says the words that the token stands in, as far as that is known by now. */
static size_t sayer_of(const discourse *about, size_t at) {
    size_t said_by = about->speaking != NULL ? about->speaking[at] : NO_ENTITY;
    return said_by == NO_ENTITY ? NO_ENTITY : about->mentions->items[said_by].entity;
}

static void add_voices(const discourse *about, const mention *p, const mention *m,
                       const candidate *of, feature_list *out) {
    const token *a = &about->tokens->items[m->head];
    const token *b = &about->tokens->items[p->head];
    bool both = a->quotation != 0 && a->quotation == b->quotation;
    add(out, FEATURE_QUOTED_BOTH, both);
    add(out, FEATURE_QUOTED_PRONOUN, !both && b->quotation != 0);
    add(out, FEATURE_QUOTED_OTHER, !both && a->quotation != 0);
    bool own = sayer_of(about, p->head) == of->entity;
    add(out, FEATURE_OWN_WORDS, own && b->quotation != 0);
    /* What is not quoted is told from outside: "he said he would". */
    add(out, FEATURE_OWN_REPORT, own && b->quotation == 0 && p->function == FUNCTION_SUBJECT);
    add(out, FEATURE_SPOKE_BEFORE,
        about->last_speaker == of->entity && is_next_to_saying(about, p));
    add(out, FEATURE_SAYS_PRONOUN, is_next_to_saying(about, p) && m->function == FUNCTION_SUBJECT);
    bool unnamed = !about->entities->items[of->entity].named;
    add(out, FEATURE_SAYS_UNNAMED, unnamed && is_next_to_saying(about, p));
    add(out, FEATURE_QUOTED_UNNAMED, unnamed && !both && a->quotation != 0);
    bool source = about->source_of != NO_RELATION && !own;
    add(out, FEATURE_SPOKE_AT_ALL, source && about->spoke[of->entity] && !of->replaced);
    add(out, FEATURE_SPOKE_LAST, source && about->last_source == of->entity && !of->replaced);
    size_t voice = about->voices != NULL ? about->voices[m->head] : NO_RELATION;
    add(out, FEATURE_REPORTED, source && voice != NO_RELATION);
    /* Hardly anybody speaks of himself as "he": the one spoken of in these words did not say them.
     */
    add(out, FEATURE_SPOKEN_OF, source && voice == about->source_of && a->quotation != 0);
    add(out, FEATURE_SAYS_BOTH, is_next_to_saying(about, p) && is_next_to_saying(about, m));
}

void features_find(const discourse *about, size_t pronoun, const candidate *of, feature_list *out) {
    const mention *p = &about->mentions->items[pronoun];
    const mention *m = &about->mentions->items[of->mention];
    out->count = 0;
    add_places(about, p, m, of, out);
    add_forms(about, p, m, of, out);
    add_prominence(about, pronoun, of, out);
    add_voices(about, p, m, of, out);
    add_small_words(about, p, m, out);
}
