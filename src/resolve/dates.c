#include "resolve/dates.h"

#include "base/vec.h"
#include "resolve/date_bounds.h"
#include "resolve/date_candidates.h"
#include "resolve/date_chart.h"
#include "resolve/date_context.h"
#include "resolve/date_forms.h"
#include "resolve/date_grammar.h"
#include "resolve/date_meaning.h"
#include "resolve/date_tokens.h"

/* Made from data/dates.txt by cmake/embed.cmake. */
extern const unsigned char DATE_WORDS[];
extern const size_t DATE_WORDS_SIZE;

typedef VEC(date_mention) mention_list;
typedef VEC(bound_mention) bound_list;
typedef VEC(const date_match *) match_list;

/* The symbols that a mention can be of; of several that are as long, the first. */
typedef struct {
    const char *name;
    mention_kind kind;
} mention_symbol;

static const mention_symbol SYMBOLS[] = {{"Day", MENTION_DATE},    {"Event", MENTION_EVENT},
                                         {"Period", MENTION_DATE}, {"Time", MENTION_TIME},
                                         {"Span", MENTION_SPAN},   {"Vague", MENTION_VAGUE}};

enum { SYMBOL_COUNT = sizeof SYMBOLS / sizeof *SYMBOLS };

struct date_finder {
    date_grammar *grammar;
    size_t symbols[SYMBOL_COUNT];
};

date_finder *date_finder_new(void) {
    date_finder *self = mem_alloc(sizeof *self);
    str file = {(const char *)DATE_WORDS, DATE_WORDS_SIZE};
    self->grammar = date_grammar_new(file, date_form_number);
    for (size_t i = 0; i < SYMBOL_COUNT; i++) {
        self->symbols[i] = date_grammar_symbol(self->grammar, SYMBOLS[i].name);
    }
    return self;
}

void date_finder_free(date_finder *self) {
    if (self != NULL) {
        date_grammar_free(self->grammar);
        mem_free(self);
    }
}

/* The longest date that begins at the token, or NULL. */
static const date_match *longest_at(const date_finder *self, const date_chart *chart, size_t token,
                                    mention_kind *kind) {
    const date_match *longest = NULL;
    for (size_t i = 0; i < SYMBOL_COUNT; i++) {
        const date_match *match = date_chart_at(chart, token, self->symbols[i]);
        if (match != NULL && (longest == NULL || match->end > longest->end)) {
            longest = match;
            *kind = SYMBOLS[i].kind;
        }
    }
    while (longest != NULL && date_form_is(longest, "is")) {
        longest = date_match_inside(longest, 0);
    }
    return longest;
}

/* Whether units are counted from such a date: days from a day, years from any in a year. */
static bool is_exact_enough(date_value value, int unit) {
    return value.precision == DATE_DAY || (value.precision == DATE_MONTH && unit >= UNIT_MONTH) ||
           (value.precision == DATE_YEAR && unit == UNIT_YEAR);
}

/* What "the day before" is counted from: the last date that the text told, if that is not far; else
 * the document's, as of "a year earlier", which compares with what is now. */
static date_value counted_from(const date_match *match, const date_mention *told,
                               const date_match *const *matches, size_t count, date_value written) {
    enum { TOKENS_BACK = 60 };
    const date_token *unit = match_nth_unit(match, 0);
    if (unit == NULL || (unit->value > UNIT_WEEK && date_form_is(match, "back"))) {
        return written;
    }
    for (size_t i = count; i-- > 0 && match->begin - matches[i]->end <= TOKENS_BACK;) {
        const bool date = told[i].kind == MENTION_DATE || told[i].kind == MENTION_TIME ||
                          told[i].kind == MENTION_EVENT;
        if (date && is_exact_enough(told[i].value, unit->value)) {
            return told[i].value;
        }
    }
    return written;
}

static date_mention mention_of(const date_finder *self, const date_chart *chart, str text,
                               const date_match *match, mention_kind kind, date_value written) {
    date_direction hint = date_context_direction(chart, text, match);
    date_candidates found = date_candidates_of(self->grammar, match, written, hint);
    const date_token *vague = date_match_token(match, CLASS_VAGUE, 0);
    return (date_mention){
        .span = {chart->tokens[match->begin].span.begin, chart->tokens[match->end - 1].span.end},
        .kind = kind,
        .value = found.value,
        .other = found.other,
        .around = found.around,
        .direction = found.direction,
        .vague = vague != NULL ? vague->value : -1,
        .weekday_wrong = found.weekday_wrong};
}

void dates_find(const date_finder *self, str text, date_value written, arena *into, dates *out) {
    *out = (dates){0};
    arena *memory = arena_new();
    date_tokens tokens = date_tokens_of(self->grammar, text, memory);
    date_chart chart = date_chart_of(self->grammar, tokens, memory);
    mention_list mentions = {0};
    match_list matches = {0};
    for (size_t at = 0; at < tokens.count;) {
        mention_kind kind = MENTION_DATE;
        const date_match *match = longest_at(self, &chart, at, &kind);
        if (match == NULL || !date_context_allows(&chart, text, match)) {
            at++;
            continue;
        }
        date_value from = kind == MENTION_EVENT ? counted_from(match, mentions.items, matches.items,
                                                               mentions.count, written)
                                                : written;
        vec_push(&mentions, mention_of(self, &chart, text, match, kind, from));
        vec_push(&matches, match);
        at = match->end;
    }
    out->mention_count = mentions.count;
    out->mentions = arena_copy(into, mentions.items, mentions.count * sizeof *mentions.items);
    bound_list bound = {0};
    for (size_t i = 0; i < mentions.count; i++) {
        vec_push(&bound, (bound_mention){matches.items[i], &out->mentions[i]});
    }
    date_bounds(self->grammar, &chart, bound.items, bound.count, into, out);
    vec_free(&bound);
    vec_free(&mentions);
    vec_free(&matches);
    arena_free(memory);
}
