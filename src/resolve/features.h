/* What speaks for and against an entity as what a pronoun stands for.
 *
 * The features are those of the literature on ranking antecedents (Lappin and Leass 1994; Denis and
 * Baldridge 2008), as far as words and their neighbours tell them. Each has a name, by which its
 * weight is found in data/resolve/pronoun_weights.txt. */
#ifndef RESOLVE_FEATURES_H
#define RESOLVE_FEATURES_H

#include "resolve/entities.h"
#include "resolve/small_words.h"
#include "resolve/voices.h"

/* Pronouns of these sorts have weights of their own. */
typedef enum { SORT_PERSON, SORT_THING, SORT_PLURAL, SORT_COUNT } pronoun_sort;

enum {
    FEATURE_NEAR,                       /* sentences apart: 0, 1, 2, 3 or more */
    FEATURE_ORDER = FEATURE_NEAR + 4,   /* other candidates between: 0, 1, 2, 3, more */
    FEATURE_CLAUSE = FEATURE_ORDER + 5, /* functions of both, in one clause */
    FEATURE_SENTENCE = FEATURE_CLAUSE + FUNCTION_COUNT * FUNCTION_COUNT, /* in one sentence */
    FEATURE_APART = FEATURE_SENTENCE + FUNCTION_COUNT * FUNCTION_COUNT,  /* in different ones */
    FEATURE_AFTER =
        FEATURE_APART + FUNCTION_COUNT * FUNCTION_COUNT, /* it comes after the pronoun */
    FEATURE_FORM,                                        /* name, pronoun, description */
    FEATURE_KIND = FEATURE_FORM + 3,                     /* by named_kind */
    FEATURE_SINGLE = FEATURE_KIND + NAMES_THING + 1,     /* the rest as FEATURE_NAMES has them */
    FEATURE_GENDER_KNOWN,
    FEATURE_UNNAMED,
    FEATURE_LEADS_SENTENCE,
    FEATURE_LEADS_BOTH,
    FEATURE_LEADS_TEXT,
    FEATURE_COUNT_LOG,
    FEATURE_FOREMOST,
    FEATURE_AGAIN,
    FEATURE_CARRIED_ON,
    FEATURE_SUBJECT_BEFORE,
    FEATURE_AFTER_AND,
    FEATURE_QUOTED_BOTH,
    FEATURE_QUOTED_PRONOUN,
    FEATURE_QUOTED_OTHER,
    FEATURE_OWN_WORDS,
    FEATURE_SPOKE_BEFORE,
    FEATURE_SAYS_BOTH,
    FEATURE_SAYS_PRONOUN,
    FEATURE_COMMAS,
    FEATURE_WORDS_LOG,
    FEATURE_DEFINITE,
    FEATURE_POSSESSED_NEXT,
    FEATURE_INTRODUCED,
    FEATURE_NEW_PARAGRAPH,
    FEATURE_ALONE,
    FEATURE_SAYS_UNNAMED,
    FEATURE_QUOTED_UNNAMED,
    FEATURE_SPOKE_AT_ALL,
    FEATURE_SPOKE_LAST,
    FEATURE_REPORTED,
    FEATURE_SPOKEN_OF,
    FEATURE_OWN_REPORT,
    FEATURE_OTHERWISE,
    FEATURE_AHEAD,
    FEATURE_JOINED,
    FEATURE_WORD_BEFORE, /* by small_words.h: the word before the candidate, */
    FEATURE_WORD_BEHIND = FEATURE_WORD_BEFORE + SMALL_WORDS,  /* the one behind it, */
    FEATURE_WORD_BETWEEN = FEATURE_WORD_BEHIND + SMALL_WORDS, /* and any up to the pronoun */
    FEATURE_TOTAL = FEATURE_WORD_BETWEEN + SMALL_WORDS
};

enum { FEATURES_MAX = 80 }; /* that one candidate has */

typedef struct {
    uint16_t which[FEATURES_MAX];
    float value[FEATURES_MAX];
    size_t count;
} feature_list;

/* What is known when a pronoun is resolved; kept by pronouns.c from one pronoun to the next. */
typedef struct {
    const token_list *tokens;
    const mention_list *mentions;
    const entity_list *entities;
    const size_t *speaking;   /* for each token the mention that says it, or NO_ENTITY; or NULL */
    const size_t *voices;     /* for each token the relation whose content it stands in; or NULL */
    const uint8_t *genders;   /* for each entity what it may be, by the pronouns before, too */
    const uint32_t *counts;   /* for each entity its mentions so far, pronouns too */
    const size_t *subject_of; /* for each entity 1 + the sentence whose subject it last was */
    size_t last_same;         /* entity of the last pronoun with the same gender and number */
    size_t last_speaker;      /* entity that spoke last before the pronoun, by the verb beside it */
    size_t source_of;         /* the relation whose source the pronoun is, of the text itself */
    const bool *spoke;        /* for each entity whether it was a source before */
    size_t last_source;       /* entity of the statement before */
    uint32_t most;            /* the highest of the counts */
} discourse;

typedef struct {
    size_t mention; /* its latest */
    size_t entity;
    size_t between; /* candidates nearer than it */
    size_t again;   /* its mentions in the pronoun's sentence and the one before */
    size_t rivals;  /* candidates in all */
    bool replaced;  /* somebody else leads the pronoun's paragraph, in which it is not */
} candidate;

void features_find(const discourse *about, size_t pronoun, const candidate *of, feature_list *out);

/* The name of a feature, for the file of weights; `room` holds it where it is made of parts. */
const char *feature_name(size_t which, char room[48]);

pronoun_sort sort_of_pronoun(const mention *pronoun);

extern const char *const SORT_NAMES[SORT_COUNT];

#endif
