/* Who else says what a claim says. */
#ifndef REASON_CORROBORATION_H
#define REASON_CORROBORATION_H

#include "reason/evidence.h"

/* Whether one claim reports what the other does. */
bool is_reported_by(const claim *one, const claim *other);

/* How many separate documents report or confirm a claim, once those are folded that have it from
 * each other. */
size_t count_voices(const dossier *self, const claim *of, arena *into);

#endif
