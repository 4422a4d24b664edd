/* What speaks for and against a date in the text being that of a statement.
 *
 * Each feature is a name, such as "prep.frame.on": the date stands among the words around the
 * content, behind "on". Its weight, or that it has none, is found by that name in
 * data/resolve/date_weights.txt, which train/statement_dates.py makes. */
#ifndef RESOLVE_DATE_FEATURES_H
#define RESOLVE_DATE_FEATURES_H

#include "resolve/possible_dates.h"

/* What features are told to. */
typedef struct {
    void (*tell)(void *to, const char *name);
    void *to;
} feature_sink;

/* Tells the features of `of` as the date of relation `i`. `nearer`: another date of the frame is
 * nearer to the cue. */
void date_features(const scene *self, const dates *all, size_t i, const possible_date *of,
                   bool nearer, const feature_sink *sink);

#endif
