/* Subjects and verbs, as far as words tell them. */
#ifndef REASON_CLAUSE_H
#define REASON_CLAUSE_H

#include "base/str.h"

#include <stdbool.h>

/* A finite verb, or what looks like one. */
bool clause_is_verb(str word);

/* "he", "she", "it", "they". */
bool clause_is_pronoun(str word);

/* The last subject of a verb in the part, or the first; empty: none. Behind "who" it is not told
 * whose the verb is. */
span clause_subject(str text, span part, bool first);

/* Whether a part says something of something: it has a subject and a verb, or is what somebody is
 * "to" do. "The identity of the source" does not. */
bool clause_is_full(str text, span part);

#endif
