#include "resolve/date_forms.h"

/* So many units from another day; as exact as the unit, unless the other day is given. "Two decades
 * ago" is a year: who counts from today does not mean the decades of the calendar. */
static date_value away(date_question *question, const date_match *match, int way) {
    const date_match *inside = date_match_inside(match, 0);
    if (inside == NULL && !question_has_now(question)) {
        return UNKNOWN;
    }
    date_value from = inside != NULL ? date_meaning(question, inside) : period_day(question->now);
    if (!date_known(from)) {
        return UNKNOWN;
    }
    int unit_number = match_unit(match);
    day_number there = period_move(from.first, unit_number, way * match_number(match, 0));
    const date_token *further = match_nth_unit(match, 1);
    if (further != NULL) {
        unit_number = further->value;
        there = period_move(there, unit_number, way * match_number(match, 1));
    }
    bool rough = inside == NULL && period_unit_months(unit_number) > 0;
    int exactness =
        unit_number == UNIT_DECADE || unit_number == UNIT_CENTURY ? UNIT_YEAR : unit_number;
    return rough ? period_unit(there, exactness, 0) : period_day(there);
}

date_value form_back(date_question *question, const date_match *match) {
    return away(question, match, -1);
}

date_value form_on(date_question *question, const date_match *match) {
    return away(question, match, 1);
}

/* "the next three days": from tomorrow; "the last two weeks": till yesterday. Quarters and longer
 * units but years are whole ones. */
date_value form_stretch(date_question *question, const date_match *match) {
    int way = match_direction(match);
    int unit_number = match_unit(match);
    int count = match_number(match, 0);
    if (!question_has_now(question) || way == 0) {
        return UNKNOWN;
    }
    if (unit_number == UNIT_QUARTER || unit_number > UNIT_YEAR) {
        date_value near = period_unit(question->now, unit_number, way);
        date_value far = period_unit(question->now, unit_number, way * count);
        return way > 0 ? period_range(near.first, far.last) : period_range(far.first, near.last);
    }
    day_number far = period_move(question->now, unit_number, way * count);
    return way > 0 ? period_range(question->now + 1, far) : period_range(far, question->now - 1);
}

date_value form_within(date_question *question, const date_match *match) {
    if (!question_has_now(question)) {
        return UNKNOWN;
    }
    return period_range(question->now,
                        period_move(question->now, match_unit(match), match_number(match, 0)) - 1);
}

/* "two weeks starting May 20": their last day is the one before the third week. */
date_value form_lasting(date_question *question, const date_match *match) {
    date_value from = date_meaning(question, date_match_inside(match, 0));
    if (from.precision != DATE_DAY) {
        return UNKNOWN;
    }
    day_number behind = period_move(from.first, match_unit(match), match_number(match, 0));
    return behind > from.first ? period_range(from.first, behind - 1) : UNKNOWN;
}

/* "Monday two weeks from now": that of the week so far away. */
date_value form_weekday_away(date_question *question, const date_match *match) {
    date_value there = form_on(question, match);
    int weekday = date_match_token(match, CLASS_WEEKDAY, 0)->value;
    return there.precision == DATE_DAY ? period_day(calendar_monday(there.first) + weekday)
                                       : UNKNOWN;
}

/* "the next four business days": Monday to Friday, those of today not counted. */
date_value form_workdays(date_question *question, const date_match *match) {
    enum { MOST = 1000 };
    const int way = match_direction(match);
    const int count = match_number(match, 0);
    if (!question_has_now(question) || way == 0 || count < 1 || count > MOST) {
        return UNKNOWN;
    }
    day_number nearest = 0, day = question->now;
    for (int left = count; left > 0;) {
        day += way;
        if (calendar_weekday(day) < SATURDAY) {
            nearest = left == count ? day : nearest;
            left--;
        }
    }
    return way > 0 ? period_range(nearest, day) : period_range(day, nearest);
}
