#include "resolve/date_meaning.h"

#include "resolve/date_forms.h"

#include <string.h>

static date_value no_value(date_question *question, const date_match *match) {
    (void)question;
    (void)match;
    return UNKNOWN;
}

/* "now" is the document's date; no other vague word has days. */
static date_value vague(date_question *question, const date_match *match) {
    bool present = date_match_token(match, CLASS_VAGUE, 0)->value == 0;
    return present && question_has_now(question) ? period_day(question->now) : UNKNOWN;
}

static date_value inside_alone(date_question *question, const date_match *match) {
    return date_meaning(question, date_match_inside(match, 0));
}

/* --- the table ------------------------------------------------------------------------------- */

static const struct {
    const char *name;
    meaning *of;
} FORMS[] = {
    {"back", form_back},
    {"bare_day", form_month_day},
    {"century", form_century},
    {"compact", form_compact},
    {"day", form_day},
    {"days", form_days},
    {"dayword", form_dayword},
    {"decade", form_decade},
    {"event", no_value},
    {"half", form_half},
    {"holiday", form_holiday},
    {"is", inside_alone},
    {"lasting", form_lasting},
    {"month", form_month},
    {"month_day", form_month_day},
    {"night", form_night},
    {"nth", form_nth},
    {"nth_weekday", form_nth_weekday},
    {"numeric", form_numeric},
    {"on", form_on},
    {"part", form_part},
    {"past", no_value},
    {"quarter", form_quarter},
    {"rest", form_rest},
    {"season", form_season},
    {"second_unit", form_second_unit},
    {"span", form_stretch},
    {"time", form_time_of_day},
    {"to_date", form_to_date},
    {"unit", form_unit},
    {"vague", vague},
    {"week_number", form_week_number},
    {"week_of", form_week_of},
    {"weekday", form_weekday},
    {"weekday_of", form_weekday_of},
    {"weekend", form_weekend},
    {"weekend_of", form_weekend_of},
    {"weekday_away", form_weekday_away},
    {"within", form_within},
    {"workdays", form_workdays},
    {"year", form_year},
    {"year_end", form_year_end},
    {"year_month", form_year_month},
    {"years", form_years},
    /* of bounds, which date_bounds.c reads */
    {"after", no_value},
    {"before", no_value},
    {"beyond", no_value},
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
