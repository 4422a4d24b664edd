/* What a match of the grammar means: its days.
 *
 * Much that is said of dates leaves something open: "Tuesday" the week, "May 3" the year. A
 * question sets it: `shift` counts from the week, month or year of `now`. So the last Tuesday and
 * the next one are the answers to two questions. */
#ifndef RESOLVE_DATE_MEANING_H
#define RESOLVE_DATE_MEANING_H

#include "resolve/date_chart.h"
#include "resolve/dates.h"

typedef struct {
    const date_grammar *grammar;
    day_number now; /* DAY_BEFORE_ALL where it is not known */
    int shift;
    /* What the answer tells besides: */
    bool open;          /* the text leaves open what `shift` set */
    bool weekday_wrong; /* a weekday that does not fit */
    date_value around;  /* of a part, what it is a part of */
} date_question;

/* The number that matches have of the form with this name; -1 if there is none. */
int date_form_number(str name);

/* DATE_UNKNOWN where there is no such day, or it hangs on what is not known. */
date_value date_meaning(date_question *question, const date_match *match);

/* Whether the match is one of these forms: it needs a second look at what stands around it. */
bool date_form_is(const date_match *match, const char *form);

#endif
