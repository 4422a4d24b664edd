/* The speakers of a document while they are found: for speakers.c and what it is split into. */
#ifndef RESOLVE_RESOLVER_H
#define RESOLVE_RESOLVER_H

#include "resolve/interview.h"
#include "resolve/pronouns.h"
#include "resolve/sources.h"
#include "resolve/speakers.h"

typedef enum { UNRESOLVED, RESOLVING, RESOLVED } source_state;

typedef struct {
    const segmentation *text;
    const relation_list *relations;
    const int8_t *traits;
    arena *into;
    token_list tokens;
    mention_list mentions;
    entity_list entities;
    source_reader reader;
    source_heads *heads;     /* one for each relation */
    antecedent *antecedents; /* one for each mention */
    bool *personal;          /* for each entity, whether "he" or "she" stands for it somewhere */
    bool *bodily;            /* the same of "it" and "the company" */
    speaker_kind *kinds;     /* for each entity */
    size_t *behalves;        /* for each entity */
    interview interview;
    size_t *voices;       /* for each token the relation whose content it stands in */
    source_state *states; /* one for each relation */
    str *callings;        /* for each entity */
    confidence_weights weights;
    speaker *out;
} resolver;

/* What tells how likely it is that the head of a source was found rightly. */
void note_head(const resolver *self, hints *of, size_t head);

/* The same of the source as a whole. */
void note_source(const resolver *self, hints *of, size_t index);

/* Sets `personal` and `kinds`, once the antecedents are known. */
void find_kinds(resolver *self);

#endif
