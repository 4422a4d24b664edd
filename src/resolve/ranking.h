/* A pronoun while its antecedent is looked for: for pronouns.c and candidates.c. */
#ifndef RESOLVE_RANKING_H
#define RESOLVE_RANKING_H

#include "resolve/pronouns.h"

enum { CANDIDATES_MAX = 40 };

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

/* Whether the source of a statement at mention `source` names the entity in what he is told to have
 * said, in nobody's words but the text's: then he is another (principle C, Chomsky 1981). */
bool candidates_names(const ranking *self, size_t source, size_t who);

/* Leaves out whom he names, until the next one is asked for. Called before they are gathered. */
void candidates_leave_out_named(ranking *self, size_t source);

/* Finds what a pronoun or description may stand for: `candidates`, the nearest before it first. */
void candidates_gather(ranking *self, size_t pronoun);

/* Of those, where any holds the office that a description tells, only them; of what is `told` by
 * its noun wherever it has a name, only them in any case: "the judge" is no defendant. */
void candidates_keep_holders(ranking *self, const mention *what, bool told);

/* Sets `offices`. */
void candidates_find_offices(ranking *self);

#endif
