/* At what kind of event something was said, when, and through which outlets and platforms it came.
 */
#ifndef RESOLVE_OCCASION_H
#define RESOLVE_OCCASION_H

#include "resolve/dates.h"
#include "resolve/scene.h"

/* Fills in `occasion`, `via` and `date` of all relations, of which all else is known: first of
 * those whose own sentence tells, then of those that go on from one of the same speaker. */
void find_occasions(scene *self, const dates *all);

/* The occasion that the word or phrase at `at` names, or UNKNOWN; `*length` gets its words. */
hearsay_occasion listed_occasion(const scene *self, size_t at, size_t *length);

#endif
