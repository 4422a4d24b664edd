/* When something was: as a range of days, from what documents write. */
#ifndef REASON_DATES_H
#define REASON_DATES_H

#include "base/arena.h"
#include "base/str.h"
#include "hearsay.h"

#include <stdbool.h>

/* Days as numbers: 20310402. Both are 0 where nothing is known. */
typedef struct {
    int first, last;
} day_range;

/* Reads "2031-04-02" and what follows it, "2031-04", "2031", "2031-03-31/2031-04-06"; anything else
 * is not known. */
day_range day_range_of(hearsay_str date);

/* The last day that a date without a year, "--04-02", can be in what a page of some day tells that
 * somebody said. Not known where the page has no day. */
day_range day_before_page(hearsay_str date, day_range published);

/* The day that stands at the head of a text, or in its last line: "LONDON, May 2, 2013",
 * "Published: Dec. 19, 2005". One behind a preposition, "on June 17, 1972", is that of something
 * told. */
day_range day_at_edge(str text);

/* A known day as documents write it, in the arena; empty where it is not known. */
hearsay_str day_written(day_range self, arena *into);

static inline bool day_is_known(day_range self) {
    return self.first != 0;
}

static inline bool day_is_exact(day_range self) {
    return self.first != 0 && self.first == self.last;
}

/* Whether both are known and no day is in both: `a` before `b`. */
static inline bool day_before(day_range a, day_range b) {
    return a.last != 0 && b.first != 0 && a.last < b.first;
}

#endif
