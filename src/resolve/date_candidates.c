#include "resolve/date_candidates.h"

#include "resolve/date_meaning.h"

/* So many years, months or weeks away a date is looked for: leap days in years, and "Monday the
 * 31st" in months, come seldom. */
enum { SHIFT_MAX = 14, DAYS_OF_WEEK = 7 };

/* What is said outweighs being so many times nearer. */
enum { HINT_WEIGHT = 4 };

/* So many days away a date without a year is meant even if its weekday is that of another year:
 * then the weekday is wrong. */
enum { NEAR = 60 };

static const date_value UNKNOWN = {DATE_UNKNOWN, 0, 0};

static bool known(date_value value) {
    return value.precision != DATE_UNKNOWN;
}

static bool same(date_value a, date_value b) {
    return a.precision == b.precision && a.first == b.first && a.last == b.last;
}

typedef struct {
    date_value value, around;
    bool weekday_wrong;
} answer;

static answer ask(date_question question, const date_match *match, int shift) {
    question.shift = shift;
    date_value value = date_meaning(&question, match);
    date_value around = known(question.around) ? question.around : value;
    return (answer){value, around, question.weekday_wrong};
}

/* The last one that has begun. */
static answer last_one(date_question question, const date_match *match) {
    for (int shift = 1; shift >= -SHIFT_MAX; shift--) {
        answer found = ask(question, match, shift);
        if (known(found.value) && found.value.first <= question.now) {
            return found;
        }
    }
    return (answer){UNKNOWN, UNKNOWN, false};
}

/* The first one that is not over. */
static answer next_one(date_question question, const date_match *match) {
    for (int shift = -1; shift <= SHIFT_MAX; shift++) {
        answer found = ask(question, match, shift);
        if (known(found.value) && found.value.last >= question.now) {
            return found;
        }
    }
    return (answer){UNKNOWN, UNKNOWN, false};
}

static date_candidates chosen(answer value, answer other, date_direction direction) {
    other.value = same(value.value, other.value) ? UNKNOWN : other.value;
    return (date_candidates){value.value, other.value, value.around, direction,
                             value.weekday_wrong};
}

/* Days between the value and now; 0 if now lies in it. */
static int away(date_value value, day_number now) {
    return value.last < now ? now - value.last : value.first > now ? value.first - now : 0;
}

/* Whether the next one is meant. A weekday is past unless something says that it is to come. Of
 * weekends, months and days the nearer one is meant, unless what is said weighs against it. */
static bool looks_ahead(date_value past, date_value future, day_number now, date_direction hint) {
    bool weekday = past.precision == DATE_DAY && future.first - past.first <= DAYS_OF_WEEK;
    if (weekday) {
        return hint == DATE_FUTURE;
    }
    int weight_past = hint == DATE_FUTURE ? HINT_WEIGHT : 1;
    int weight_future = hint == DATE_PAST ? HINT_WEIGHT : 1;
    return away(future, now) * weight_future < away(past, now) * weight_past;
}

/* A year that nobody knows: --01-30. Easter has no such value, as it moves: it must be the same in
 * two leap years. */
static date_value without_year(date_question question, const date_match *match) {
    date_value value = ask(question, match, 0).value;
    date_value later = ask(question, match, 4).value;
    civil_date date = calendar_civil(value.first);
    civil_date again = calendar_civil(later.first);
    if (!known(value) || !known(later) || date.month != again.month || date.day != again.day) {
        return UNKNOWN;
    }
    bool day = value.precision == DATE_DAY;
    value.precision = day                             ? DATE_YEARLESS_DAY
                      : value.precision == DATE_MONTH ? DATE_YEARLESS_MONTH
                                                      : DATE_UNKNOWN;
    return value;
}

static date_candidates seen_from(const date_grammar *grammar, const date_match *match,
                                 day_number now, date_direction hint) {
    date_question question = {.grammar = grammar, .now = now};
    date_value value = date_meaning(&question, match);
    date_value around = known(question.around) ? question.around : value;
    if (!question.open) {
        return (date_candidates){value, UNKNOWN, around, DATE_GIVEN, question.weekday_wrong};
    }
    if (now == DAY_BEFORE_ALL) {
        value = without_year((date_question){.grammar = grammar, .now = now}, match);
        return (date_candidates){value, UNKNOWN, value, DATE_GIVEN, false};
    }
    question = (date_question){.grammar = grammar, .now = now};
    answer past = last_one(question, match);
    answer future = next_one(question, match);
    if (!known(past.value) || !known(future.value)) {
        return known(past.value) ? chosen(past, future, DATE_PAST)
                                 : chosen(future, past, DATE_FUTURE);
    }
    bool ahead = looks_ahead(past.value, future.value, now, hint);
    const answer *taken = ahead ? &future : &past;
    const answer *left = ahead ? &past : &future;
    if (taken->weekday_wrong && !left->weekday_wrong && away(taken->value, now) > NEAR) {
        ahead = !ahead;
    }
    return ahead ? chosen(future, past, DATE_FUTURE) : chosen(past, future, DATE_PAST);
}

date_candidates date_candidates_of(const date_grammar *grammar, const date_match *match,
                                   date_value written, date_direction hint) {
    bool dated = written.precision == DATE_DAY || written.precision == DATE_MONTH ||
                 written.precision == DATE_YEAR || written.precision == DATE_RANGE;
    if (!dated) {
        return seen_from(grammar, match, DAY_BEFORE_ALL, hint);
    }
    date_candidates first = seen_from(grammar, match, written.first, hint);
    if (written.first != written.last) {
        date_candidates last = seen_from(grammar, match, written.last, hint);
        first.value = same(first.value, last.value) ? first.value : UNKNOWN;
        first.other = same(first.other, last.other) ? first.other : UNKNOWN;
        first.around = same(first.around, last.around) ? first.around : UNKNOWN;
    }
    return first;
}
