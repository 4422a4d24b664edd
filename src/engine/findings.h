/* Findings with what they rest on in memory. */
#ifndef ENGINE_FINDINGS_H
#define ENGINE_FINDINGS_H

#include "engine/gather.h"

struct hearsay_findings {
    arena *memory;
    linker *own; /* NULL: another one is used */
    gathered from;
    const dossier *in;
    finding_list found;
};

/* Nothing, with room for so many documents. */
hearsay_findings *findings_new(store *from, size_t room);

/* The same for one of many, which share the linker and what was read; both must outlive it. */
hearsay_findings *findings_new_among(store *from, const linker *with, neighbours *kept,
                                     size_t room);

/* The documents that were gathered, as a dossier. */
void findings_read(hearsay_findings *self);

/* The story of the document at place 0, with all copies of what is in it: see reason_story. */
hearsay_status findings_story(hearsay_findings *self, told_before *told, hearsay_error *error);

/* What stands at the places of all findings, and where in code points. */
void findings_complete(hearsay_findings *self);

/* Hands the findings out, complete, or frees them where something failed. */
hearsay_status findings_hand_out(hearsay_findings *self, hearsay_status status,
                                 hearsay_findings **out);

#endif
