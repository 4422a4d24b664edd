/* What a reader should know about the dates of a text. */
#ifndef RESOLVE_REMARKS_H
#define RESOLVE_REMARKS_H

#include "resolve/dates.h"
#include "resolve/scene.h"

/* "weekday": a weekday that does not fit its date; "contradicting-dates": two dates for one event,
 * "the collision on March 12" and "the collision on March 13". Both spans are given. */
void find_remarks(const scene *self, const dates *all, resolution *out);

#endif
