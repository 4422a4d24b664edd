#include "resolve/date_meaning.h"

#include "resolve/date_periods.h"

#include <string.h>

static const date_value UNKNOWN = {DATE_UNKNOWN, 0, 0};

enum { MONTHS = 12, DAYS_OF_WEEK = 7, YEAR_WITHOUT = 2000 };

static bool known(date_value value) {
    return value.precision != DATE_UNKNOWN;
}

static int year_of(date_value value) {
    return known(value) ? calendar_civil(value.first).year : 0;
}

/* --- what the question sets ------------------------------------------------------------------ */

static bool has_now(const date_question *question) {
    return question->now != DAY_BEFORE_ALL;
}

static int sign(int value) {
    return (value > 0) - (value < 0);
}

/* -1, 0 or 1 of "last", "this", "next"; 0 where there is none. */
static int direction(const date_match *match) {
    const date_token *rel = date_match_token(match, CLASS_REL, 0);
    return rel != NULL ? sign(rel->value) : 0;
}

static int number(const date_match *match, size_t nth) {
    const date_token *token = date_match_token(match, CLASS_NUM, nth);
    return token != NULL ? token->value : 1;
}

/* The nth unit, from 0, whether of one or of several; NULL if there are not so many. */
static const date_token *nth_unit(const date_match *match, size_t nth) {
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

static int unit_of(const date_match *match) {
    const date_token *unit = nth_unit(match, 0);
    return unit != NULL ? unit->value : UNIT_DAY;
}

static int long_year(int year) {
    return year >= 100 ? year : year > 30 ? 1900 + year : 2000 + year;
}

/* The year that the match names itself, in digits; 0 if it does not. */
static int named_year(const date_match *match) {
    const date_token *year = date_match_token(match, CLASS_YEAR, 0);
    year = year != NULL ? year : date_match_token(match, CLASS_YY, 0);
    return year != NULL ? long_year(year->value) : 0;
}

/* The year that the question sets for what comes once a year; without a `now`, one without a name.
 */
static int open_year(date_question *question) {
    question->open = true;
    return has_now(question) ? calendar_civil(question->now).year + question->shift
                             : YEAR_WITHOUT + question->shift;
}

typedef date_value in_year(date_question *question, const date_match *match, int year);

/* What comes once a year: in the year named, or the last or next one, or as the question sets it.
 */
static date_value yearly(date_question *question, const date_match *match, in_year *of) {
    const date_match *inside = date_match_inside(match, 0);
    if (inside != NULL) {
        return of(question, match, year_of(date_meaning(question, inside)));
    }
    if (named_year(match) != 0) {
        return of(question, match, named_year(match));
    }
    /* (The "last" of "last Friday, Oct. 5" goes with the weekday.) */
    bool with_weekday = date_match_token(match, CLASS_WEEKDAY, 0) != NULL;
    if (with_weekday || date_match_token(match, CLASS_REL, 0) == NULL) {
        return of(question, match, open_year(question));
    }
    if (!has_now(question)) {
        return UNKNOWN;
    }
    int year = calendar_civil(question->now).year;
    date_value there = of(question, match, year);
    if (direction(match) < 0 && (!known(there) || there.last >= question->now)) {
        return of(question, match, year - 1);
    }
    if (direction(match) > 0 && (!known(there) || there.first <= question->now)) {
        return of(question, match, year + 1);
    }
    return there;
}

/* --- the forms ------------------------------------------------------------------------------- */

typedef date_value meaning(date_question *question, const date_match *match);

static date_value no_value(date_question *question, const date_match *match) {
    (void)question;
    (void)match;
    return UNKNOWN;
}

/* "now" is the document's date; no other vague word has days. */
static date_value vague(date_question *question, const date_match *match) {
    bool present = date_match_token(match, CLASS_VAGUE, 0)->value == 0;
    return present && has_now(question) ? period_day(question->now) : UNKNOWN;
}

static date_value inside_alone(date_question *question, const date_match *match) {
    return date_meaning(question, date_match_inside(match, 0));
}

static date_value year(date_question *question, const date_match *match) {
    (void)question;
    return period_months(named_year(match), 1, MONTHS);
}

/* "1998-99" */
static date_value years(date_question *question, const date_match *match) {
    (void)question;
    int first = named_year(match);
    int last = first / 100 * 100 + date_match_token(match, CLASS_YY, 0)->value;
    return first < last ? period_months(first, 1, MONTHS * (last - first + 1)) : UNKNOWN;
}

static date_value unit(date_question *question, const date_match *match) {
    return has_now(question) ? period_unit(question->now, unit_of(match), direction(match))
                             : UNKNOWN;
}

/* "the week after next" */
static date_value second_unit(date_question *question, const date_match *match) {
    return has_now(question) ? period_unit(question->now, unit_of(match), 2 * direction(match))
                             : UNKNOWN;
}

/* "month to date" */
static date_value to_date(date_question *question, const date_match *match) {
    date_value whole = unit(question, match);
    return known(whole) ? period_range(whole.first, question->now) : UNKNOWN;
}

static date_value week_number(date_question *question, const date_match *match) {
    const date_match *inside = date_match_inside(match, 0);
    int of = inside != NULL      ? year_of(date_meaning(question, inside))
             : has_now(question) ? calendar_civil(question->now).year
                                 : 0;
    int week = number(match, 0);
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

static date_value month(date_question *question, const date_match *match) {
    return yearly(question, match, month_in);
}

/* "2015-12", "12-2015"; but "2007-09" is three years. */
static date_value year_month(date_question *question, const date_match *match) {
    (void)question;
    const date_token *written = date_match_token(match, CLASS_MM, 0);
    int month_number = written->value;
    int of = named_year(match);
    if (written->digits == 2 && match->slots[0].which == CLASS_YEAR && month_number > of % 100) {
        return period_months(of, 1, MONTHS * (month_number - of % 100 + 1));
    }
    bool valid = month_number >= 1 && month_number <= MONTHS;
    return valid ? period_months(named_year(match), month_number, 1) : UNKNOWN;
}

static date_value dayword(date_question *question, const date_match *match) {
    int away = date_match_token(match, CLASS_DAYWORD, 0)->value;
    return has_now(question) ? period_day(question->now + away) : UNKNOWN;
}

static date_value night(date_question *question, const date_match *match) {
    int away = date_match_token(match, CLASS_NIGHT, 0)->value;
    return has_now(question) ? period_day(question->now + away) : UNKNOWN;
}

/* "this past Wednesday" is the nearest one; "last Wednesday" that of last week. */
static date_value weekday(date_question *question, const date_match *match) {
    if (!has_now(question)) {
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

static date_value weekend(date_question *question, const date_match *match) {
    (void)match;
    question->open = true;
    return has_now(question) ? period_unit(question->now, UNIT_WEEKEND, question->shift) : UNKNOWN;
}

/* "Tuesday of next week" */
static date_value weekday_of(date_question *question, const date_match *match) {
    date_value week = date_meaning(question, date_match_inside(match, 0));
    bool is_week = known(week) && week.last - week.first == SUNDAY;
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

static date_value day(date_question *question, const date_match *match) {
    return yearly(question, match, day_in);
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
        return known(first) && known(next) ? period_range(first.first, next.last) : UNKNOWN;
    }
    date_value last = period_civil(of, month_number, last_day);
    return known(first) && known(last) ? period_range(first.first, last.last) : UNKNOWN;
}

static date_value days(date_question *question, const date_match *match) {
    return yearly(question, match, days_in);
}

/* "10/07": month first, as in the United States, unless that cannot be. */
static date_value month_and_day(int of, int month_number, int of_month) {
    return month_number <= MONTHS ? period_civil(of, month_number, of_month)
                                  : period_civil(of, of_month, month_number);
}

static date_value numeric_in(date_question *question, const date_match *match, int of) {
    return hold_weekday(question, match, month_and_day(of, number(match, 0), number(match, 1)));
}

static date_value numeric(date_question *question, const date_match *match) {
    const date_token *first = date_match_token(match, CLASS_NUM, 0);
    const date_token *third = date_match_token(match, CLASS_NUM, 2);
    if (third == NULL) {
        return yearly(question, match, numeric_in);
    }
    return first->digits == 4
               ? month_and_day(first->value, number(match, 1), third->value)
               : month_and_day(long_year(third->value), first->value, number(match, 1));
}

/* "20161007" */
static date_value compact(date_question *question, const date_match *match) {
    (void)question;
    int value = date_match_token(match, CLASS_COMPACT, 0)->value;
    return period_civil(value / 10000, value / 100 % 100, value % 100);
}

/* "the 18th", "Monday the 18th", "the 18th of this month": a day of a month not named. */
static date_value month_day(date_question *question, const date_match *match) {
    if (!has_now(question)) {
        return UNKNOWN;
    }
    const date_token *day_token = date_match_token(match, CLASS_ORD, 0);
    day_token = day_token != NULL ? day_token : date_match_token(match, CLASS_NTH, 0);
    int of_month = day_token != NULL ? day_token->value : number(match, 0);
    bool named = date_match_token(match, CLASS_REL, 0) != NULL;
    question->open |= !named;
    int away = named ? direction(match) : question->shift;
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

static date_value holiday(date_question *question, const date_match *match) {
    return yearly(question, match, holiday_in);
}

/* The nth of the equal parts of a year: quarters, halves. */
static date_value part_of_year(const date_match *match, int of, int size) {
    const date_token *nth = date_match_token(match, CLASS_ORD, 0);
    int index = nth != NULL ? nth->value : number(match, 0);
    bool valid = index >= 1 && index * size <= MONTHS;
    return valid ? period_months(of, (index - 1) * size + 1, size) : UNKNOWN;
}

static date_value quarter_in(date_question *question, const date_match *match, int of) {
    (void)question;
    return part_of_year(match, of, 3);
}

static date_value quarter(date_question *question, const date_match *match) {
    return yearly(question, match, quarter_in);
}

static date_value half_in(date_question *question, const date_match *match, int of) {
    (void)question;
    return part_of_year(match, of, 6);
}

static date_value half(date_question *question, const date_match *match) {
    return yearly(question, match, half_in);
}

/* By whole months, north of the equator: spring is March to May. */
static date_value season_in(date_question *question, const date_match *match, int of) {
    (void)question;
    return period_months(of, date_match_token(match, CLASS_SEASON, 0)->value * 3 + 3, 3);
}

static date_value season(date_question *question, const date_match *match) {
    return yearly(question, match, season_in);
}

static date_value decade(date_question *question, const date_match *match) {
    (void)question;
    const date_token *named = date_match_token(match, CLASS_DECADE, 0);
    int first = named != NULL ? named->value : named_year(match);
    if (named == NULL && date_match_token(match, CLASS_YEAR, 0) == NULL) {
        first = 1900 + date_match_token(match, CLASS_YY, 0)->value;
    }
    int count = first % 100 == 0 ? 100 : 10; /* "the 1900s" */
    return first % 10 == 0 ? period_months(first, 1, count * MONTHS) : UNKNOWN;
}

static date_value century(date_question *question, const date_match *match) {
    (void)question;
    int nth = date_match_token(match, CLASS_ORD, 0)->value;
    return nth > 1 && nth < 30 ? period_months((nth - 1) * 100, 1, 100 * MONTHS) : UNKNOWN;
}

static date_value week_of(date_question *question, const date_match *match) {
    const date_match *inside = date_match_inside(match, 0);
    date_value of = inside != NULL ? date_meaning(question, inside) : month_day(question, match);
    return known(of) ? period_unit(of.first, UNIT_WEEK, 0) : UNKNOWN;
}

/* A holiday next to the weekend makes it longer. */
static date_value weekend_of(date_question *question, const date_match *match) {
    const date_match *inside = date_match_inside(match, 0);
    bool of_holiday = date_match_token(match, CLASS_HOLIDAY, 0) != NULL;
    date_value of = of_holiday ? holiday(question, match) : date_meaning(question, inside);
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
static date_value nth(date_question *question, const date_match *match) {
    date_value period = date_meaning(question, date_match_inside(match, 0));
    const date_token *ordinal = date_match_token(match, CLASS_ORD, 0);
    int unit_number = unit_of(match);
    if (!known(period) || (ordinal == NULL && direction(match) >= 0)) {
        return UNKNOWN;
    }
    int count = number(match, 0);
    int from = ordinal != NULL ? ordinal->value - 1 : 1 - count; /* the last ones: from the end */
    bool weeks = period_unit_months(unit_number) == 0 && unit_number != UNIT_DAY;
    day_number thursday = ordinal != NULL ? THURSDAY : -THURSDAY;
    day_number end = (ordinal != NULL ? period.first : period.last) + (weeks ? thursday : 0);
    date_value first = period_unit(end, unit_number, from);
    date_value last = period_unit(end, unit_number, from + count - 1);
    bool in_it =
        known(first) && known(last) && last.last >= period.first && first.first <= period.last;
    return !in_it ? UNKNOWN : count == 1 ? first : period_range(first.first, last.last);
}

static date_value nth_weekday(date_question *question, const date_match *match) {
    date_value of = date_meaning(question, date_match_inside(match, 0));
    const date_token *ordinal = date_match_token(match, CLASS_ORD, 0);
    if (!known(of) || (ordinal == NULL && direction(match) >= 0)) {
        return UNKNOWN;
    }
    civil_date date = calendar_civil(of.first);
    day_number day_there = calendar_nth_weekday(date.year, date.month,
                                                date_match_token(match, CLASS_WEEKDAY, 0)->value,
                                                ordinal != NULL ? ordinal->value : -1);
    return day_there <= of.last ? period_day(day_there) : UNKNOWN;
}

static date_value part(date_question *question, const date_match *match) {
    const date_match *inside = date_match_inside(match, 0);
    date_value of = inside != NULL ? date_meaning(question, inside) : unit(question, match);
    if (!known(of) || of.precision == DATE_DAY) {
        return of;
    }
    question->around = of;
    const date_token *which = date_match_token(match, CLASS_PART, 0);
    which = which != NULL ? which : date_match_token(match, CLASS_EDGE, 0);
    return period_part(of, which->value);
}

/* "year-end", of this year */
static date_value year_end(date_question *question, const date_match *match) {
    (void)match;
    if (!has_now(question)) {
        return UNKNOWN;
    }
    question->around = period_unit(question->now, UNIT_YEAR, 0);
    return period_part(question->around, 1);
}

/* "earlier this year": till yesterday; "later this year": from today on. */
static date_value rest(date_question *question, const date_match *match) {
    date_value of = date_meaning(question, date_match_inside(match, 0));
    if (!known(of) || of.precision == DATE_DAY || !has_now(question)) {
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

/* So many units from another day; as exact as the unit, unless the other day is given. */
static date_value away(date_question *question, const date_match *match, int way) {
    const date_match *inside = date_match_inside(match, 0);
    if (inside == NULL && !has_now(question)) {
        return UNKNOWN;
    }
    date_value from = inside != NULL ? date_meaning(question, inside) : period_day(question->now);
    if (!known(from)) {
        return UNKNOWN;
    }
    int unit_number = unit_of(match);
    day_number there = period_move(from.first, unit_number, way * number(match, 0));
    const date_token *further = nth_unit(match, 1);
    if (further != NULL) {
        unit_number = further->value;
        there = period_move(there, unit_number, way * number(match, 1));
    }
    bool rough = inside == NULL && period_unit_months(unit_number) > 0;
    return rough ? period_unit(there, unit_number, 0) : period_day(there);
}

static date_value back(date_question *question, const date_match *match) {
    return away(question, match, -1);
}

static date_value on(date_question *question, const date_match *match) {
    return away(question, match, 1);
}

/* "the next three days": from tomorrow; "the last two weeks": till yesterday. Quarters and longer
 * units but years are whole ones. */
static date_value stretch(date_question *question, const date_match *match) {
    int way = direction(match);
    int unit_number = unit_of(match);
    int count = number(match, 0);
    if (!has_now(question) || way == 0) {
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

static date_value within(date_question *question, const date_match *match) {
    if (!has_now(question)) {
        return UNKNOWN;
    }
    return period_range(question->now,
                        period_move(question->now, unit_of(match), number(match, 0)) - 1);
}

/* A day with a time of day: the day. "last night" was yesterday's, "this morning" today's. */
static date_value time_of_day(date_question *question, const date_match *match) {
    const date_match *inside = date_match_inside(match, 0);
    if (inside != NULL) {
        return date_meaning(question, inside);
    }
    return has_now(question) ? period_day(question->now + direction(match)) : UNKNOWN;
}

/* --- the table ------------------------------------------------------------------------------- */

static const struct {
    const char *name;
    meaning *of;
} FORMS[] = {
    {"back", back},
    {"bare_day", month_day},
    {"century", century},
    {"compact", compact},
    {"day", day},
    {"days", days},
    {"dayword", dayword},
    {"decade", decade},
    {"event", no_value},
    {"half", half},
    {"holiday", holiday},
    {"is", inside_alone},
    {"month", month},
    {"month_day", month_day},
    {"night", night},
    {"nth", nth},
    {"nth_weekday", nth_weekday},
    {"numeric", numeric},
    {"on", on},
    {"part", part},
    {"past", no_value},
    {"quarter", quarter},
    {"rest", rest},
    {"season", season},
    {"second_unit", second_unit},
    {"span", stretch},
    {"time", time_of_day},
    {"to_date", to_date},
    {"unit", unit},
    {"vague", vague},
    {"week_number", week_number},
    {"week_of", week_of},
    {"weekday", weekday},
    {"weekday_of", weekday_of},
    {"weekend", weekend},
    {"weekend_of", weekend_of},
    {"within", within},
    {"year", year},
    {"year_end", year_end},
    {"year_month", year_month},
    {"years", years},
    /* of bounds, which date_bounds.c reads */
    {"after", no_value},
    {"before", no_value},
    {"from", no_value},
    {"since", no_value},
    {"until", no_value},
};

int date_form_number(str name) {
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++) {
        if (str_equal(str_from(FORMS[i].name), name)) {
            return (int)i;
        }
    }
    return -1;
}

date_value date_meaning(date_question *question, const date_match *match) {
    date_value value = FORMS[match->form].of(question, match);
    bool in_calendar = value.first >= calendar_day(YEAR_FIRST, 1, 1) &&
                       value.last <= calendar_day(YEAR_LAST, MONTHS, 31);
    return in_calendar ? value : UNKNOWN;
}

bool date_form_is(const date_match *match, const char *form) {
    return strcmp(FORMS[match->form].name, form) == 0;
}
