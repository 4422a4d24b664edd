/* What the words around a date tell of it, as parts of features (date_features.h). */
#ifndef RESOLVE_DATE_CLUES_H
#define RESOLVE_DATE_CLUES_H

#include "resolve/scene.h"

/* How long before the document a value was: "0" for its own day, "1", "3", "7", … days at most. */
const char *age_name(const scene *self, date_value value);

/* In what words it is told: "weekday", "today", "ago", "number", … */
const char *form_name(const scene *self, word_range part);

/* Whether a noun that names an event stands right behind it ("Tuesday's long debate"), or before it
 * ("at a rally in Vale on Tuesday"): "right", "left" or "none". */
const char *event_name(const scene *self, word_range part);

/* Whether the verb before the date at word `at` is the "cue" of relation `i`, or an "other" one:
 * "said Tuesday", "said that he left on Tuesday"; "none" where there is none. */
const char *verb_name(const scene *self, size_t i, size_t at);

/* The form of relation `i`'s cue: "says", "saying", "said", "will"; "none" where it has no verb. */
const char *tense_name(const scene *self, size_t i);

#endif
