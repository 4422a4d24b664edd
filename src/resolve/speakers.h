/* Who a source span stands for, within one document. */
#ifndef RESOLVE_SPEAKERS_H
#define RESOLVE_SPEAKERS_H

#include "attribute/attribute.h"
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
    str name;      /* as shared by all statements of the speaker; data NULL where none is known */
    size_t entity; /* the same number for the same speaker of the document */
    speaker_kind kind;
    bool named;      /* by a proper name somewhere in the document */
    bool plural;     /* several people, or a group */
    hints hints;     /* how it was found */
    float certainty; /* 0 to 1; made of the hints */
    step_list why;
} speaker;

/* One speaker for each relation of the list, in its order; all memory from `into`. `traits`: of the
 * text's pieces, as in likeness.h; may be NULL. */
void speakers_resolve(const segmentation *text, const relation_list *relations,
                      const int8_t *traits, arena *into, speaker *out);

#endif
