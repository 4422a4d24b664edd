/* The cast of a document: who speaks in it, and by what else it knows them. This is what tells
 * later whether speakers of different documents are one. */
#ifndef RESOLVE_CAST_H
#define RESOLVE_CAST_H

#include "resolve/entities.h"
#include "resolve/speakers.h"

/* What there is to describe; all borrowed. Pronouns have their entities. */
typedef struct {
    const token_list *tokens;
    const mention_list *mentions;
    const entity_list *entities;
    const str *descriptions;   /* for each entity its name, or the fullest description of it */
    const speaker_kind *kinds; /* likewise */
    const document_facts *facts;
} cast_task;

/* A member for each entity that a speaker stands for, in the order of the statements. All memory
 * from `into`, or borrowed from the text. Linear in mentions and speakers. */
void cast_find(const cast_task *task, const speaker *speakers, size_t count, arena *into,
               cast *out);

#endif
