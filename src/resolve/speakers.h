/* Who a source span stands for, within one document. */
#ifndef RESOLVE_SPEAKERS_H
#define RESOLVE_SPEAKERS_H

#include "attribute/attribute.h"
#include "resolve/facts.h"
#include "resolve/hints.h"
#include "resolve/steps.h"
#include "segment/segment.h"

typedef enum {
    SPEAKER_NOBODY, /* passive, impersonal: the text names no one */
    SPEAKER_PERSON,
    SPEAKER_ORGANIZATION,
    SPEAKER_OUTLET,
    SPEAKER_DOCUMENT,
    SPEAKER_GROUP,
    SPEAKER_AUTHOR, /* of this document */
    SPEAKER_UNKNOWN
} speaker_kind;

typedef struct {
    str *items;
    size_t count;
} name_list;

typedef struct speaker {
    str name;        /* as shared by all statements of the speaker; data NULL where none is known */
    size_t entity;   /* the same number for the same speaker of the document */
    size_t *members; /* [member_count] entities that speak together, in the order of the source */
    size_t member_count;
    speaker_kind kind;
    bool named;      /* by a proper name somewhere in the document */
    bool plural;     /* several people, or a group */
    bool introduced; /* the text first speaks of him as of one who is not known: "an official" */
    hints hints;     /* how it was found */
    float certainty; /* 0 to 1; made of the hints */
    step_list why;
    const struct speaker *presumed; /* of one without a name: who it is if the document names him
                                       after all; NULL where nobody stands out */
} speaker;

/* One who speaks in the document, alone or together with others. */
typedef struct {
    size_t entity;
    str name; /* as the speaker's where it speaks alone */
    speaker_kind kind;
    bool named;
    char sex;        /* 'm', 'f' or, where it is not known, 0 */
    name_list names; /* all that the document calls it by; of the author the byline */
    name_list roles; /* titles before its name, and descriptions of it */
} cast_member;

typedef struct {
    cast_member *items;
    size_t count;
    name_list others; /* whom and what else the document names, the most often named first */
} cast;

/* One speaker for each relation of the list, in its order, and who they are; all memory from
 * `into`. `traits`: of the text's pieces, as in likeness.h; may be NULL. */
void speakers_resolve(const segmentation *text, const relation_list *relations,
                      const int8_t *traits, const document_facts *facts, arena *into, speaker *out,
                      cast *who);

#endif
