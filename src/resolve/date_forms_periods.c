#include "resolve/date_forms.h"

date_value form_year(date_question *question, const date_match *match) {
    (void)question;
    return period_months(match_year(match), 1, MONTHS);
}

/* "1998-99" */
date_value form_years(date_question *question, const date_match *match) {
    (void)question;
    int first = match_year(match);
    int last = first / 100 * 100 + date_match_token(match, CLASS_YY, 0)->value;
    return first < last ? period_months(first, 1, MONTHS * (last - first + 1)) : UNKNOWN;
}

date_value form_unit(date_question *question, const date_match *match) {
    return question_has_now(question)
               ? period_unit(question->now, match_unit(match), match_direction(match))
               : UNKNOWN;
}

/* "the week after next" */
date_value form_second_unit(date_question *question, const date_match *match) {
    return question_has_now(question)
               ? period_unit(question->now, match_unit(match), 2 * match_direction(match))
               : UNKNOWN;
}

/* "month to date" */
date_value form_to_date(date_question *question, const date_match *match) {
    date_value whole = form_unit(question, match);
    return date_known(whole) ? period_range(whole.first, question->now) : UNKNOWN;
}

date_value form_week_number(date_question *question, const date_match *match) {
    const date_match *inside = date_match_inside(match, 0);
    int of = inside != NULL               ? date_year_of(date_meaning(question, inside))
             : question_has_now(question) ? calendar_civil(question->now).year
                                          : 0;
    int week = match_number(match, 0);
    if (of == 0 || week < 1 || week > 53) {
        return UNKNOWN;
    }
    day_number monday = calendar_first_week(of) + (week - 1) * DAYS_OF_WEEK;
    return period_range(monday, monday + SUNDAY);
}

static date_value month_in(date_question *question, const date_match *match, int of) {
    (void)question;
    return period_months(of, date_match_token(match, CLASS_MONTH, 0)->value, 1);
}

date_value form_month(date_question *question, const date_match *match) {
    return date_yearly(question, match, month_in);
}

/* "2015-12", "12-2015"; but "2007-09" is three years. */
date_value form_year_month(date_question *question, const date_match *match) {
    (void)question;
    const date_token *written = date_match_token(match, CLASS_MM, 0);
    int month_number = written->value;
    int of = match_year(match);
    if (written->digits == 2 && match->slots[0].which == CLASS_YEAR && month_number > of % 100) {
        return period_months(of, 1, MONTHS * (month_number - of % 100 + 1));
    }
    bool valid = month_number >= 1 && month_number <= MONTHS;
    return valid ? period_months(match_year(match), month_number, 1) : UNKNOWN;
}

/* The nth of the equal parts of a year: quarters, halves. */
static date_value part_of_year(const date_match *match, int of, int size) {
    const date_token *nth = date_match_token(match, CLASS_ORD, 0);
    int index = nth != NULL ? nth->value : match_number(match, 0);
    bool valid = index >= 1 && index * size <= MONTHS;
    return valid ? period_months(of, (index - 1) * size + 1, size) : UNKNOWN;
}

static date_value quarter_in(date_question *question, const date_match *match, int of) {
    (void)question;
    return part_of_year(match, of, 3);
}

date_value form_quarter(date_question *question, const date_match *match) {
    return date_yearly(question, match, quarter_in);
}

static date_value half_in(date_question *question, const date_match *match, int of) {
    (void)question;
    return part_of_year(match, of, 6);
}

date_value form_half(date_question *question, const date_match *match) {
    return date_yearly(question, match, half_in);
}

/* By whole months, north of the equator: spring is March to May. */
static date_value season_in(date_question *question, const date_match *match, int of) {
    (void)question;
    return period_months(of, date_match_token(match, CLASS_SEASON, 0)->value * 3 + 3, 3);
}

date_value form_season(date_question *question, const date_match *match) {
    return date_yearly(question, match, season_in);
}

date_value form_decade(date_question *question, const date_match *match) {
    (void)question;
    const date_token *named = date_match_token(match, CLASS_DECADE, 0);
    int first = named != NULL ? named->value : match_year(match);
    if (named == NULL && date_match_token(match, CLASS_YEAR, 0) == NULL) {
        first = 1900 + date_match_token(match, CLASS_YY, 0)->value;
    }
    int count = first % 100 == 0 ? 100 : 10; /* "the 1900s" */
    return first % 10 == 0 ? period_months(first, 1, count * MONTHS) : UNKNOWN;
}

date_value form_century(date_question *question, const date_match *match) {
    (void)question;
    int nth = date_match_token(match, CLASS_ORD, 0)->value;
    return nth > 1 && nth < 30 ? period_months((nth - 1) * 100, 1, 100 * MONTHS) : UNKNOWN;
}

date_value form_week_of(date_question *question, const date_match *match) {
    const date_match *inside = date_match_inside(match, 0);
    date_value of =
        inside != NULL ? date_meaning(question, inside) : form_month_day(question, match);
    return date_known(of) ? period_unit(of.first, UNIT_WEEK, 0) : UNKNOWN;
}

/* A holiday next to the weekend makes it longer. */
date_value form_weekend_of(date_question *question, const date_match *match) {
    const date_match *inside = date_match_inside(match, 0);
    bool of_holiday = date_match_token(match, CLASS_HOLIDAY, 0) != NULL;
    date_value of = of_holiday ? form_holiday(question, match) : date_meaning(question, inside);
    if (of.precision != DATE_DAY) {
        return UNKNOWN;
    }
    int weekday_number = calendar_weekday(of.first);
    int back = weekday_number == MONDAY ? -1 : 0;
    date_value weekend = period_unit(of.first, UNIT_WEEKEND, back);
    bool joined = weekday_number == MONDAY || weekday_number >= THURSDAY;
    if (joined && of.first < weekend.first) {
        weekend.first = of.first;
    }
    if (joined && of.first > weekend.last) {
        weekend.last = of.first;
    }
    return weekend;
}

/* "the first two weeks of May", "the last day of the year": a week is of the period that has its
 * Thursday, as in ISO 8601. */
date_value form_nth(date_question *question, const date_match *match) {
    date_value period = date_meaning(question, date_match_inside(match, 0));
    const date_token *ordinal = date_match_token(match, CLASS_ORD, 0);
    int unit_number = match_unit(match);
    if (!date_known(period) || (ordinal == NULL && match_direction(match) >= 0)) {
        return UNKNOWN;
    }
    int count = match_number(match, 0);
    int from = ordinal != NULL ? ordinal->value - 1 : 1 - count; /* the last ones: from the end */
    bool weeks = period_unit_months(unit_number) == 0 && unit_number != UNIT_DAY;
    day_number thursday = ordinal != NULL ? THURSDAY : -THURSDAY;
    day_number end = (ordinal != NULL ? period.first : period.last) + (weeks ? thursday : 0);
    date_value first = period_unit(end, unit_number, from);
    date_value last = period_unit(end, unit_number, from + count - 1);
    bool in_it = date_known(first) && date_known(last) && last.last >= period.first &&
                 first.first <= period.last;
    return !in_it ? UNKNOWN : count == 1 ? first : period_range(first.first, last.last);
}

date_value form_part(date_question *question, const date_match *match) {
    const date_match *inside = date_match_inside(match, 0);
    date_value of = inside != NULL ? date_meaning(question, inside) : form_unit(question, match);
    if (!date_known(of) || of.precision == DATE_DAY) {
        return of;
    }
    question->around = of;
    const date_token *which = date_match_token(match, CLASS_PART, 0);
    which = which != NULL ? which : date_match_token(match, CLASS_EDGE, 0);
    return period_part(of, which->value);
}

/* "year-end", of this year */
date_value form_year_end(date_question *question, const date_match *match) {
    (void)match;
    if (!question_has_now(question)) {
        return UNKNOWN;
    }
    question->around = period_unit(question->now, UNIT_YEAR, 0);
    return period_part(question->around, 1);
}

/* "earlier this year": till yesterday; "later this year": from today on. */
date_value form_rest(date_question *question, const date_match *match) {
    date_value of = date_meaning(question, date_match_inside(match, 0));
    if (!date_known(of) || of.precision == DATE_DAY || !question_has_now(question)) {
        return of;
    }
    question->around = of;
    bool earlier = date_match_token(match, CLASS_REST, 0)->value < 0;
    bool in_it = of.first < question->now && question->now <= of.last;
    if (!in_it) {
        return period_part(of, earlier ? -1 : 1);
    }
    return earlier ? period_range(of.first, question->now - 1)
                   : period_range(question->now, of.last);
}
