#include "resolve/date_forms.h"

date_value form_dayword(date_question *question, const date_match *match) {
    int away = date_match_token(match, CLASS_DAYWORD, 0)->value;
    return question_has_now(question) ? period_day(question->now + away) : UNKNOWN;
}

date_value form_night(date_question *question, const date_match *match) {
    int away = date_match_token(match, CLASS_NIGHT, 0)->value;
    return question_has_now(question) ? period_day(question->now + away) : UNKNOWN;
}

/* "this past Wednesday" is the nearest one; "last Wednesday" that of last week. */
date_value form_weekday(date_question *question, const date_match *match) {
    if (!question_has_now(question)) {
        return UNKNOWN;
    }
    const date_token *rel = date_match_token(match, CLASS_REL, 0);
    day_number now = question->now;
    day_number day = calendar_monday(now) + date_match_token(match, CLASS_WEEKDAY, 0)->value;
    if (rel == NULL) {
        question->open = true;
        return period_day(day + question->shift * DAYS_OF_WEEK);
    }
    switch (rel->value) {
    case -2:
        return period_day(day < now ? day : day - DAYS_OF_WEEK);
    case 2:
        return period_day(day > now ? day : day + DAYS_OF_WEEK);
    default:
        return period_day(day + rel->value * DAYS_OF_WEEK);
    }
}

date_value form_weekend(date_question *question, const date_match *match) {
    (void)match;
    question->open = true;
    return question_has_now(question) ? period_unit(question->now, UNIT_WEEKEND, question->shift)
                                      : UNKNOWN;
}

/* "Tuesday of next week" */
date_value form_weekday_of(date_question *question, const date_match *match) {
    date_value week = date_meaning(question, date_match_inside(match, 0));
    bool is_week = date_known(week) && week.last - week.first == SUNDAY;
    int day = date_match_token(match, CLASS_WEEKDAY, 0)->value;
    return is_week ? period_day(calendar_monday(week.first) + day) : UNKNOWN;
}

/* Notes where a weekday that is named is not that of the day. */
static date_value hold_weekday(date_question *question, const date_match *match, date_value value) {
    const date_token *named = date_match_token(match, CLASS_WEEKDAY, 0);
    if (named != NULL && value.precision == DATE_DAY) {
        question->weekday_wrong = named->value != calendar_weekday(value.first);
    }
    return value;
}

static date_value day_in(date_question *question, const date_match *match, int of) {
    const date_token *day = date_match_token(match, CLASS_DAY, 0);
    day = day != NULL ? day : date_match_token(match, CLASS_ORD, 0);
    int month_number = date_match_token(match, CLASS_MONTH, 0)->value;
    return hold_weekday(question, match, period_civil(of, month_number, day->value));
}

date_value form_day(date_question *question, const date_match *match) {
    return date_yearly(question, match, day_in);
}

/* "Oct. 3-9" */
static date_value days_in(date_question *question, const date_match *match, int of) {
    (void)question;
    int month_number = date_match_token(match, CLASS_MONTH, 0)->value;
    int first_day = date_match_token(match, CLASS_DAY, 0)->value;
    int last_day = date_match_token(match, CLASS_DAY, 1)->value;
    date_value first = period_civil(of, month_number, first_day);
    if (last_day < first_day) { /* "Oct. 27 to the 3rd" */
        int next_year = of + month_number / MONTHS;
        date_value next = period_civil(next_year, month_number % MONTHS + 1, last_day);
        return date_known(first) && date_known(next) ? period_range(first.first, next.last)
                                                     : UNKNOWN;
    }
    date_value last = period_civil(of, month_number, last_day);
    return date_known(first) && date_known(last) ? period_range(first.first, last.last) : UNKNOWN;
}

date_value form_days(date_question *question, const date_match *match) {
    return date_yearly(question, match, days_in);
}

/* "10/07": month first, as in the United States, unless that cannot be. */
static date_value month_and_day(int of, int month_number, int of_month) {
    return month_number <= MONTHS ? period_civil(of, month_number, of_month)
                                  : period_civil(of, of_month, month_number);
}

static date_value numeric_in(date_question *question, const date_match *match, int of) {
    return hold_weekday(question, match,
                        month_and_day(of, match_number(match, 0), match_number(match, 1)));
}

date_value form_numeric(date_question *question, const date_match *match) {
    const date_token *first = date_match_token(match, CLASS_NUM, 0);
    const date_token *third = date_match_token(match, CLASS_NUM, 2);
    if (third == NULL) {
        return date_yearly(question, match, numeric_in);
    }
    return first->digits == 4
               ? month_and_day(first->value, match_number(match, 1), third->value)
               : month_and_day(date_long_year(third->value), first->value, match_number(match, 1));
}

/* "20161007" */
date_value form_compact(date_question *question, const date_match *match) {
    (void)question;
    int value = date_match_token(match, CLASS_COMPACT, 0)->value;
    return period_civil(value / 10000, value / 100 % 100, value % 100);
}

/* "the 18th", "Monday the 18th", "the 18th of this month": a day of a month not named. */
date_value form_month_day(date_question *question, const date_match *match) {
    if (!question_has_now(question)) {
        return UNKNOWN;
    }
    const date_token *day_token = date_match_token(match, CLASS_ORD, 0);
    day_token = day_token != NULL ? day_token : date_match_token(match, CLASS_NTH, 0);
    int of_month = day_token != NULL ? day_token->value : match_number(match, 0);
    bool named = date_match_token(match, CLASS_REL, 0) != NULL;
    question->open |= !named;
    int away = named ? match_direction(match) : question->shift;
    date_value of = period_unit(question->now, UNIT_MONTH, away);
    civil_date date = calendar_civil(of.first);
    date_value value = hold_weekday(question, match, period_civil(date.year, date.month, of_month));
    return question->weekday_wrong ? UNKNOWN : value; /* another month is meant */
}

static date_value holiday_in(date_question *question, const date_match *match, int of) {
    int index = date_match_token(match, CLASS_HOLIDAY, 0)->value;
    const holiday_rule *rule = date_grammar_holiday(question->grammar, index);
    if (of < YEAR_FIRST || of > YEAR_LAST || (rule->even_years && of % 2 != 0)) {
        return UNKNOWN;
    }
    day_number there = rule->from_easter ? calendar_easter(of)
                       : rule->day > 0
                           ? calendar_day(of, rule->month, rule->day)
                           : calendar_nth_weekday(of, rule->month, rule->weekday, rule->nth);
    return period_day(there + rule->offset);
}

date_value form_holiday(date_question *question, const date_match *match) {
    return date_yearly(question, match, holiday_in);
}

date_value form_nth_weekday(date_question *question, const date_match *match) {
    date_value of = date_meaning(question, date_match_inside(match, 0));
    const date_token *ordinal = date_match_token(match, CLASS_ORD, 0);
    if (!date_known(of) || (ordinal == NULL && match_direction(match) >= 0)) {
        return UNKNOWN;
    }
    civil_date date = calendar_civil(of.first);
    day_number day_there = calendar_nth_weekday(date.year, date.month,
                                                date_match_token(match, CLASS_WEEKDAY, 0)->value,
                                                ordinal != NULL ? ordinal->value : -1);
    return day_there <= of.last ? period_day(day_there) : UNKNOWN;
}

/* A day with a time of day: the day. "last night" was yesterday's, "this morning" today's. */
date_value form_time_of_day(date_question *question, const date_match *match) {
    const date_match *inside = date_match_inside(match, 0);
    if (inside != NULL) {
        return date_meaning(question, inside);
    }
    return question_has_now(question) ? period_day(question->now + match_direction(match))
                                      : UNKNOWN;
}
