/* Dates in a text: where they stand, and which days they mean.
 *
 * A finder is immutable and shared by threads. What `dates_find` gives lives in the arena; spans
 * are bytes of the text. Nothing here fails: what cannot be known has the precision DATE_UNKNOWN.
 *
 * Of "The talks will be held from Tuesday to Oct. 9, a week after the vote", written 2016-10-03:
 *
 *     mention     "Tuesday"                  2016-10-04, or 2016-09-27 if it were past
 *     mention     "Oct. 9"                   2016-10-09
 *     mention     "a week after"             MENTION_EVENT, DATE_UNKNOWN: it depends on the vote
 *     expression  "from Tuesday to Oct. 9"   2016-10-04/2016-10-09, of the first two mentions
 *     expression  "a week after"             of the third
 *
 * Durations ("for two years"), ages and repeated times ("every Monday") are not dates. */
#ifndef RESOLVE_DATES_H
#define RESOLVE_DATES_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "resolve/calendar.h"

#include <stdbool.h>
#include <stddef.h>

/* --- values ---------------------------------------------------------------------------------- */

/* How a value is written. */
typedef enum {
    DATE_UNKNOWN,        /* nothing */
    DATE_DAY,            /* 2016-10-07 */
    DATE_MONTH,          /* 2016-10 */
    DATE_YEAR,           /* 2016 */
    DATE_RANGE,          /* 2016-10-03/2016-10-09: a week, a quarter, the 1990s, from … to … */
    DATE_YEARLESS_DAY,   /* --01-30: the text gives no year and the document no date */
    DATE_YEARLESS_MONTH, /* --01 */
} date_precision;

/* The days from `first` to `last`, both included. Of the yearless, those of the year 2000. */
typedef struct {
    date_precision precision;
    day_number first; /* DAY_BEFORE_ALL: open ("until May") */
    day_number last;  /* DAY_AFTER_ALL: open ("since 2011") */
} date_value;

/* Puts the value as annotation and JSON have it. False, and nothing put, where it is unknown or has
 * an open end: those are kept inside the library. */
bool date_value_write(date_value value, buf *out);

/* Reads what date_value_write writes, or a time that begins with a day ("2016-10-07T12:00Z").
 * Anything else, or a day that does not exist, is DATE_UNKNOWN. For the document's own date. */
date_value date_value_read(str written);

/* Whether the same thing cannot have happened at both: no day lies in the two. Unknown values never
 * contradict; a yearless one is held against the months and days of the other. */
bool date_values_contradict(date_value a, date_value b);

/* Whether every day of `inner` lies in `outer`: 2016-10-07 in 2016-10. */
bool date_value_within(date_value inner, date_value outer);

/* --- what is found --------------------------------------------------------------------------- */

typedef enum {
    MENTION_DATE,  /* "Jan. 30", "last week", "the 1990s", "Labor Day" */
    MENTION_TIME,  /* the same with a time of day: "Tuesday night", "9 a.m. Friday", "tonight" */
    MENTION_VAGUE, /* "recently", "the future" have no value, "now" the document's date */
    MENTION_SPAN,  /* a length of time up to the document's date or from it: "the past two weeks" */
    MENTION_EVENT, /* counted from something else that the text has told: "that day", "a year
                      earlier"; if no date is told right before, the value is right only if that was
                      on the document's date. "Two days after" (the vote) has none */
} mention_kind;

/* Which way from the document's date a value was looked for, as the text leaves it open. */
typedef enum {
    DATE_GIVEN,  /* the text says: "last Tuesday", "Oct. 7, 2016" */
    DATE_PAST,   /* taken as past: the last such day on or before the document's date */
    DATE_FUTURE, /* taken as future, since the words around it are: "will … Tuesday" */
} date_direction;

/* A date by itself, without what binds it: "1989" of "since the end of 1989" is not one, "the end
 * of 1989" is. Mentions do not overlap. */
typedef struct {
    span span;
    mention_kind kind;
    date_value value;
    date_value other; /* if it is meant the other way, past for future; else DATE_UNKNOWN */
    date_direction direction;
    date_value around;  /* of "early 1991", which is January to April: 1991; else as `value` */
    int vague;          /* of MENTION_VAGUE: -1 past, 0 present, 1 future */
    bool weekday_wrong; /* "Tuesday, Oct. 5, 2016" was a Wednesday; the value goes by the number */
} date_mention;

typedef enum {
    DATE_ON,     /* the mention alone */
    DATE_BEFORE, /* "before 2016": till the end of 2015, open at the beginning */
    DATE_UNTIL,  /* "until 2016", "by May", "no later than Friday": that is included */
    DATE_AFTER,  /* "after 2016": from 2017 on; "after Friday": the rest of that day too */
    DATE_SINCE,  /* "since 2016": from 2016 on */
    DATE_FROM,   /* "from May to July", "between 2010 and 2014": two mentions; "Oct. 3-9": one */
} date_bound;

/* What is said with one mention or two. Every mention is in just one expression. */
typedef struct {
    span span; /* with the words that bind: "since 2011", "from March to May" */
    date_bound bound;
    date_value value, other; /* as of mentions */
    size_t mention;          /* index of the first */
    size_t mention_count;    /* 1 or 2 */
} date_expression;

typedef struct {
    date_mention *mentions; /* by begin */
    size_t mention_count;
    date_expression *expressions; /* by begin */
    size_t expression_count;
} dates;

typedef struct date_finder date_finder;

/* Made of data/dates.txt, which is built in. */
date_finder *date_finder_new(void);

/* NULL is allowed. */
void date_finder_free(date_finder *self);

/* `text` is well-formed UTF-8; `written` is the document's date (any precision; DATE_UNKNOWN if
 * none is known: then "yesterday" has no value, and "Jan. 30" is --01-30). Time and memory are
 * linear in the text. */
void dates_find(const date_finder *self, str text, date_value written, arena *into, dates *out);

#endif
