/* Who else says what a claim says. */
#ifndef REASON_CORROBORATION_H
#define REASON_CORROBORATION_H

#include "reason/evidence.h"

/* How many separate documents report or confirm a claim, once those are folded that have it from
 * each other. */
size_t count_voices(const dossier *self, const claim *of, arena *into);

#endif
