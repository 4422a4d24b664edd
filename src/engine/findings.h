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

/* Nothing, with room for so many documents. The linker must outlive it; NULL: it has one of its
 * own. */
hearsay_findings *findings_new(store *from, const linker *with, size_t room);

/* The documents that were gathered, as a dossier. */
void findings_read(hearsay_findings *self);

/* What stands at the places of all findings, and where in code points. */
void findings_complete(hearsay_findings *self);

/* Hands the findings out, complete, or frees them where something failed. */
hearsay_status findings_hand_out(hearsay_findings *self, hearsay_status status,
                                 hearsay_findings **out);

#endif
