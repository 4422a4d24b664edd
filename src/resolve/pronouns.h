/* Pronouns of the third person -> the entities that they stand for, by ranking what was spoken of.
 *
 * A linear model over the features of features.h, trained by train/pronouns.py. */
#ifndef RESOLVE_PRONOUNS_H
#define RESOLVE_PRONOUNS_H

#include "attribute/attribute.h"
#include "base/vec.h"
#include "resolve/features.h"

typedef struct {
    float of[SORT_COUNT][FEATURE_TOTAL];
} pronoun_weights;

/* What a pronoun stands for, or a description that nothing names. */
typedef struct {
    size_t mention;  /* the antecedent; NO_ENTITY where there is none */
    float certainty; /* among the candidates that there were */
    size_t named;    /* the likeliest of those who are people with a name, likewise */
} antecedent;

/* What is told of each choice, for training: the candidates of a pronoun with their features. */
typedef void pronoun_report(void *to, size_t pronoun, const candidate *candidates,
                            const feature_list *features, size_t count);

typedef struct {
    const token_list *tokens;
    mention_list *mentions; /* pronouns get their entities */
    const entity_list *entities;
    const size_t *speaking; /* as in discourse */
    const size_t *voices;   /* as in discourse; or NULL */
    const size_t *sources; /* for each mention the relation whose source it is, or NO_RELATION; NULL
                              if `voices` is */
    const pronoun_weights *weights;
    const segmentation *text; /* of the tokens; NULL if `traits` is */
    const int8_t *traits;     /* as in likeness.h; NULL where the text was not read */
    pronoun_report *report;   /* NULL where nobody asks */
    void *report_to;
} pronoun_task;

/* The weights that are built in. */
void pronoun_weights_read(pronoun_weights *out);

/* `out`, one for each mention. Linear: only so many mentions are looked back at. */
void pronouns_resolve(const pronoun_task *task, arena *into, antecedent *out);

#endif
