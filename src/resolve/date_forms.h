/* What forms of the grammar mean: for date_meaning.c, which has the table of them. */
#ifndef RESOLVE_DATE_FORMS_H
#define RESOLVE_DATE_FORMS_H

#include "resolve/date_meaning.h"
#include "resolve/date_periods.h"

enum { MONTHS = 12, DAYS_OF_WEEK = 7, YEAR_WITHOUT = 2000 };

static const date_value UNKNOWN = {DATE_UNKNOWN, 0, 0};

/* What a question and a match tell. */

bool date_known(date_value value);

/* In which it begins; 0 where it is not known. */
int date_year_of(date_value value);

/* Whether it is known on which day the text was written. */
bool question_has_now(const date_question *question);

/* -1, 0 or 1 of "last", "this", "next"; 0 where there is none. */
int match_direction(const date_match *match);

/* The nth number of the match, from 0; 1 where there are not so many. */
int match_number(const date_match *match, size_t nth);

/* The nth unit, from 0, whether of one or of several; NULL if there are not so many. */
const date_token *match_nth_unit(const date_match *match, size_t nth);

/* Of the first unit; a day where there is none. */
int match_unit(const date_match *match);

/* Of a year in two digits. */
int date_long_year(int year);

/* The year that the match names itself, in digits; 0 if it does not. */
int match_year(const date_match *match);

/* The year that the question sets for what comes once a year; without a `now`, one without a name.
 */
int question_open_year(date_question *question);

typedef date_value in_year(date_question *question, const date_match *match, int year);

/* What comes once a year: in the year named, or the last or next one, or as the question sets it.
 */
date_value date_yearly(date_question *question, const date_match *match, in_year *of);

typedef date_value meaning(date_question *question, const date_match *match);

/* The forms, by what the table calls them. */

meaning form_back;
meaning form_month_day;
meaning form_century;
meaning form_compact;
meaning form_day;
meaning form_days;
meaning form_dayword;
meaning form_decade;
meaning form_half;
meaning form_holiday;
meaning form_lasting;
meaning form_month;
meaning form_night;
meaning form_nth;
meaning form_nth_weekday;
meaning form_numeric;
meaning form_on;
meaning form_part;
meaning form_quarter;
meaning form_rest;
meaning form_season;
meaning form_second_unit;
meaning form_stretch;
meaning form_time_of_day;
meaning form_to_date;
meaning form_unit;
meaning form_week_number;
meaning form_week_of;
meaning form_weekday;
meaning form_weekday_of;
meaning form_weekend;
meaning form_weekend_of;
meaning form_weekday_away;
meaning form_within;
meaning form_workdays;
meaning form_year;
meaning form_year_end;
meaning form_year_month;
meaning form_years;

#endif
