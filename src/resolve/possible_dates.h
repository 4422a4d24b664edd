/* The dates of a text that may be when something in it was said. */
#ifndef RESOLVE_POSSIBLE_DATES_H
#define RESOLVE_POSSIBLE_DATES_H

#include "resolve/dates.h"
#include "resolve/scene.h"

enum { OWNERS_MAX = 4 };

/* A date that could be a statement's, with what does not depend on which. */
typedef struct possible_date {
    const date_expression *from;
    date_value value;          /* if it is when something was said: not after the document */
    str written;               /* `value`, as it is written out */
    word_range part;           /* its words */
    bool dateline;             /* "HARBOUR, Feb. 2 (UPI) —": tells something only with another */
    size_t owners[OWNERS_MAX]; /* statements in whose frames it stands */
    size_t owner_count;
} possible_date;

typedef struct {
    possible_date *items; /* by begin */
    size_t count;
} possible_dates;

/* All expressions of the text that can be written out. */
void possible_dates_find(const scene *self, const dates *all, possible_dates *out);

/* Whether word `at` is one of the frame of relation `i`. */
bool is_in_frame(const scene *self, size_t i, size_t at);

#endif
