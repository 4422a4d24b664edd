#include "resolve/date_bounds.h"

#include "base/vec.h"
#include "resolve/date_candidates.h"
#include "resolve/date_meaning.h"

typedef VEC(date_expression) expression_list;

typedef struct {
    const date_grammar *grammar;
    const date_chart *chart; /* of tokens, with the mentions as the only symbols */
    bound_mention *mentions;
    size_t mention_count;
} binder;

static const date_value UNKNOWN = {DATE_UNKNOWN, 0, 0};

static bool with_days(date_value value) {
    return value.precision != DATE_UNKNOWN && value.precision != DATE_YEARLESS_DAY &&
           value.precision != DATE_YEARLESS_MONTH;
}

/* --- values ---------------------------------------------------------------------------------- */

/* After a day the rest of that day is meant too. */
static date_value bound_value(date_bound bound, date_value of) {
    if (!with_days(of)) {
        return bound == DATE_ON ? of : UNKNOWN;
    }
    switch (bound) {
    case DATE_BEFORE:
        return (date_value){DATE_RANGE, DAY_BEFORE_ALL, of.first - 1};
    case DATE_UNTIL:
        return (date_value){DATE_RANGE, DAY_BEFORE_ALL, of.last};
    case DATE_AFTER:
        return (date_value){DATE_RANGE, of.precision == DATE_DAY ? of.first : of.last + 1,
                            DAY_AFTER_ALL};
    case DATE_SINCE:
        return (date_value){DATE_RANGE, of.first, DAY_AFTER_ALL};
    default:
        return of;
    }
}

static date_value from_to(date_value first, date_value last) {
    bool ordered = with_days(first) && with_days(last) && first.first <= last.last;
    return ordered ? (date_value){DATE_RANGE, first.first, last.last} : UNKNOWN;
}

static date_value a_day(day_number day) {
    return (date_value){DATE_DAY, day, day};
}

/* The second of two, where it is open: the first one after the first. */
static date_value next_after(const binder *self, const bound_mention *mention, date_value first) {
    if (!with_days(first)) {
        return UNKNOWN;
    }
    return date_candidates_of(self->grammar, mention->match, a_day(first.first), DATE_FUTURE).value;
}

/* A year that only one of two names holds for both: "March to May 2015". */
static void share_year(const binder *self, const bound_mention *a, const bound_mention *b) {
    date_mention *first = a->mention;
    date_mention *last = b->mention;
    if (first->direction != DATE_GIVEN && last->direction == DATE_GIVEN && with_days(last->value)) {
        date_candidates again =
            date_candidates_of(self->grammar, a->match, a_day(last->value.first), DATE_PAST);
        first->value = first->around = again.value;
        first->other = UNKNOWN;
    } else if (last->direction != DATE_GIVEN && with_days(first->value)) {
        date_value with_other = next_after(self, b, first->other);
        last->value = last->around = next_after(self, b, first->value);
        last->other = with_other;
    }
}

/* --- expressions ----------------------------------------------------------------------------- */

static date_bound bound_of(const date_match *match) {
    static const struct {
        const char *form;
        date_bound bound;
    } names[] = {{"from", DATE_FROM},
                 {"since", DATE_SINCE},
                 {"after", DATE_AFTER},
                 {"before", DATE_BEFORE},
                 {"until", DATE_UNTIL}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (date_form_is(match, names[i].form)) {
            return names[i].bound;
        }
    }
    return DATE_ON;
}

static span span_of(const date_chart *chart, size_t begin, size_t end) {
    return (span){chart->tokens[begin].span.begin, chart->tokens[end - 1].span.end};
}

/* The longest match of a bound at the token; false if there is none. */
static bool bound_at(const binder *self, size_t token, date_slot *slots, date_match *best) {
    date_rules rules = date_grammar_bounds(self->grammar);
    uint32_t symbols = date_chart_symbols(self->chart, token);
    best->end = 0;
    for (size_t i = 0; i < rules.count; i++) {
        date_slot trial[ELEMENTS_MAX];
        date_match made;
        if (date_rule_may_begin(&rules.rules[i], &self->chart->tokens[token], symbols) &&
            date_rule_match(self->chart, &rules.rules[i], token, trial, &made) &&
            made.end > best->end) {
            *best = made;
            for (size_t k = 0; k < made.slot_count; k++) {
                slots[k] = trial[k];
            }
        }
    }
    best->slots = slots;
    return best->end > 0;
}

/* "before the end of May" is until its end, "after the beginning of May" from its beginning on. */
static date_bound bound_at_edge(date_bound bound, const bound_mention *of) {
    const date_token *edge = date_match_token(of->match, CLASS_EDGE, 0);
    if (edge == NULL) {
        return bound;
    }
    return bound == DATE_BEFORE && edge->value > 0  ? DATE_UNTIL
           : bound == DATE_AFTER && edge->value < 0 ? DATE_SINCE
                                                    : bound;
}

/* Which mention this is; they are looked for from `from` on. */
static size_t mention_of(const binder *self, size_t from, const date_match *match) {
    while (from < self->mention_count && self->mentions[from].match != match) {
        from++;
    }
    return from;
}

/* "more than two weeks ago" is before that day, "more than two weeks after today" behind it; of
 * other days "more than" says nothing. */
static date_bound bound_beyond(const bound_mention *of) {
    bool day = of->mention->value.precision == DATE_DAY;
    return day && date_form_is(of->match, "back") ? DATE_BEFORE
           : day && date_form_is(of->match, "on") ? DATE_AFTER
                                                  : DATE_ON;
}

/* An expression of the match; false where its two dates do not make a stretch of time. */
static bool make(const binder *self, const date_match *match, size_t from, date_expression *out) {
    const date_match *second = date_match_inside(match, 1);
    size_t at = mention_of(self, from, date_match_inside(match, 0));
    const bound_mention *first = &self->mentions[at];
    *out = (date_expression){.span = span_of(self->chart, match->begin, match->end),
                             .bound = bound_of(match),
                             .mention = at,
                             .mention_count = second != NULL ? 2 : 1};
    if (date_form_is(match, "beyond")) {
        out->bound = bound_beyond(first);
        if (out->bound == DATE_ON) {
            return false;
        }
    }
    if (second == NULL) {
        out->bound = bound_at_edge(out->bound, first);
        out->value = bound_value(out->bound, first->mention->value);
        out->other = bound_value(out->bound, first->mention->other);
        return true;
    }
    date_mention saved[2] = {*first->mention, *first[1].mention};
    share_year(self, first, first + 1);
    out->value = from_to(first->mention->value, first[1].mention->value);
    out->other = from_to(first->mention->other, first[1].mention->other);
    bool of_event =
        first->mention->kind == MENTION_EVENT || first[1].mention->kind == MENTION_EVENT;
    bool impossible = with_days(first->mention->value) && with_days(first[1].mention->value) &&
                      !with_days(out->value);
    if (impossible || of_event) {
        *first->mention = saved[0];
        *first[1].mention = saved[1];
    }
    return !impossible && !of_event;
}

static date_expression alone(const binder *self, size_t at) {
    const bound_mention *mention = &self->mentions[at];
    bool range = date_form_is(mention->match, "days") || date_form_is(mention->match, "years");
    span inner = span_of(self->chart, mention->match->inner, mention->match->end);
    return (date_expression){.span = inner,
                             .bound = range ? DATE_FROM : DATE_ON,
                             .value = mention->mention->value,
                             .other = mention->mention->other,
                             .mention = at,
                             .mention_count = 1};
}

/* A chart in which the mentions are the only symbols. */
static date_chart mention_chart(const date_grammar *grammar, const date_chart *chart,
                                const bound_mention *mentions, size_t count, arena *into) {
    date_chart made = *chart;
    made.longest = date_chart_rows(chart->token_count, into);
    size_t symbol = date_grammar_symbol(grammar, "Date");
    for (size_t i = 0; i < count; i++) {
        *date_chart_place(&made, mentions[i].match->begin, symbol, into) = mentions[i].match;
    }
    return made;
}

void date_bounds(const date_grammar *grammar, const date_chart *chart, bound_mention *mentions,
                 size_t count, arena *into, dates *out) {
    arena *memory = arena_new();
    date_chart of_mentions = mention_chart(grammar, chart, mentions, count, memory);
    binder self = {grammar, &of_mentions, mentions, count};
    expression_list found = {0};
    size_t next = 0; /* mention */
    for (size_t at = 0; at < chart->token_count && next < count;) {
        date_slot slots[ELEMENTS_MAX];
        date_match match;
        date_expression made;
        if (bound_at(&self, at, slots, &match) && make(&self, &match, next, &made)) {
            vec_push(&found, made);
            next = made.mention + made.mention_count;
            at = match.end;
        } else if (at == mentions[next].match->begin) {
            vec_push(&found, alone(&self, next));
            at = mentions[next++].match->end;
        } else {
            at++;
        }
    }
    out->expressions = arena_copy(into, found.items, found.count * sizeof *found.items);
    out->expression_count = found.count;
    vec_free(&found);
    arena_free(memory);
}
