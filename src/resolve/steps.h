/* How something was arrived at, step by step, for readers who want to check it. */
#ifndef RESOLVE_STEPS_H
#define RESOLVE_STEPS_H

#include "base/arena.h"
#include "base/str.h"

#include <stddef.h>

/* One step: what was done, on what part of the text, and what came of it. */
typedef struct {
    const char *step; /* a word or two of ours: "pronoun", "full name", "cue word" */
    span where;       /* in the shown text; empty where no place is meant */
    str note;         /* for people; may be empty */
} step;

/* Steps in the order in which they were taken. All zero is none. */
typedef struct {
    step *items;
    size_t count, capacity;
} step_list;

/* Adds a step; the list grows in the arena. `name` lives as long as the program (a literal), `note`
 * as long as the arena. */
void step_add(step_list *self, arena *into, const char *name, span where, str note);

#endif
