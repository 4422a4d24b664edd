#include "resolve/date_forms.h"

static int sign(int value) {
    return (value > 0) - (value < 0);
}

bool date_known(date_value value) {
    return value.precision != DATE_UNKNOWN;
}

int date_year_of(date_value value) {
    return date_known(value) ? calendar_civil(value.first).year : 0;
}

bool question_has_now(const date_question *question) {
    return question->now != DAY_BEFORE_ALL;
}

/* -1, 0 or 1 of "last", "this", "next"; 0 where there is none. */
int match_direction(const date_match *match) {
    const date_token *rel = date_match_token(match, CLASS_REL, 0);
    return rel != NULL ? sign(rel->value) : 0;
}

int match_number(const date_match *match, size_t nth) {
    const date_token *token = date_match_token(match, CLASS_NUM, nth);
    return token != NULL ? token->value : 1;
}

/* The nth unit, from 0, whether of one or of several; NULL if there are not so many. */
const date_token *match_nth_unit(const date_match *match, size_t nth) {
    for (size_t i = 0; i < match->slot_count; i++) {
        const date_slot *slot = &match->slots[i];
        bool unit =
            slot->kind == CHOICE_CLASS && (slot->which == CLASS_UNIT || slot->which == CLASS_UNITS);
        if (unit && nth-- == 0) {
            return slot->token;
        }
    }
    return NULL;
}

int match_unit(const date_match *match) {
    const date_token *unit = match_nth_unit(match, 0);
    return unit != NULL ? unit->value : UNIT_DAY;
}

int date_long_year(int year) {
    return year >= 100 ? year : year > 30 ? 1900 + year : 2000 + year;
}

/* The year that the match names itself, in digits; 0 if it does not. */
int match_year(const date_match *match) {
    const date_token *year = date_match_token(match, CLASS_YEAR, 0);
    year = year != NULL ? year : date_match_token(match, CLASS_YY, 0);
    return year != NULL ? date_long_year(year->value) : 0;
}

/* The year that the question sets for what comes once a year; without a `now`, one without a name.
 */
int question_open_year(date_question *question) {
    question->open = true;
    return question_has_now(question) ? calendar_civil(question->now).year + question->shift
                                      : YEAR_WITHOUT + question->shift;
}

/* What comes once a year: in the year named, or the last or next one, or as the question sets it.
 */
date_value date_yearly(date_question *question, const date_match *match, in_year *of) {
    const date_match *inside = date_match_inside(match, 0);
    if (inside != NULL) {
        return of(question, match, date_year_of(date_meaning(question, inside)));
    }
    if (match_year(match) != 0) {
        return of(question, match, match_year(match));
    }
    /* (The "last" of "last Friday, Oct. 5" goes with the weekday.) */
    bool with_weekday = date_match_token(match, CLASS_WEEKDAY, 0) != NULL;
    if (with_weekday || date_match_token(match, CLASS_REL, 0) == NULL) {
        return of(question, match, question_open_year(question));
    }
    if (!question_has_now(question)) {
        return UNKNOWN;
    }
    int year = calendar_civil(question->now).year;
    date_value there = of(question, match, year);
    if (match_direction(match) < 0 && (!date_known(there) || there.last >= question->now)) {
        return of(question, match, year - 1);
    }
    if (match_direction(match) > 0 && (!date_known(there) || there.first <= question->now)) {
        return of(question, match, year + 1);
    }
    return there;
}
