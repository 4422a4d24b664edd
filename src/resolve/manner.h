/* How a statement is made: what decides whether it has an occasion and a time at all. */
#ifndef RESOLVE_MANNER_H
#define RESOLVE_MANNER_H

#include "resolve/scene.h"

/* Whether something is said, and not thought, planned or decreed. */
bool is_said(const scene *self, size_t i);

/* "has said", "often says": on no occasion in particular. */
bool is_repeated(const scene *self, size_t i);

/* That, or "had once said": on another one. */
bool is_of_other_times(const scene *self, size_t i);

/* The statement that answers `i`, a question ("asked if", "was pressed on"), which is put where it
 * is answered; SIZE_MAX: none does, or it is no question. */
size_t answer_to(const scene *self, size_t i);

/* Whether the cue asks or presses somebody. */
bool is_asking(const scene *self, size_t i);

/* The relation in whose content this one lies, from 1; 0: in none. */
size_t outer_of(const scene *self, size_t i);

/* "“I think so,” he said": what a speaker says of himself. */
bool is_of_himself(const scene *self, size_t i);

/* Whether the words name the speaker of relation `i` by his last name. */
bool has_last_name(const scene *self, size_t i, word_range part);

/* Whether they do that, or begin with "he" or "she". */
bool speaks_of_speaker(const scene *self, size_t i, word_range part);

/* "outer" for one in no content, "self" for what a speaker says of himself, else "inner". */
const char *nest_name(const scene *self, size_t i);

/* Whether what word `at` tells is told outside of the clause in which relation `i` is told by the
 * way: "Vale, who says it rained, tweeted that". */
bool is_outside_clause(const scene *self, size_t i, size_t at);

/* Whether word `at` stands in a clause of what was before or after relation `i` was told: "After
 * Reed tweeted a map, Vale said". */
bool is_in_clause_of_time(const scene *self, size_t i, size_t at);

/* Whether `day` is told more exactly than `week`, and may be meant by it: "this week" and
 * "Thursday". */
bool is_exacter_day(str day, str week);

/* Whether two statements may be of one occasion: neither tells what contradicts the other. */
bool may_be_one_occasion(const resolved *a, const resolved *b);

#endif
