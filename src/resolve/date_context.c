#include "resolve/date_context.h"

#include "base/ascii.h"
#include "resolve/date_meaning.h"

#include <string.h>

enum {
    AROUND_MAX = 20,
    AHEAD_MAX = 8,
    YEAR_ALONE_MIN = 1500,
    YEAR_OFTEN_MIN = 1700,
    YEAR_ALONE_MAX = 2200
};

typedef struct {
    const date_chart *chart;
    str text;
    const date_match *match;
} place;

/* The token at so many after the match (from 0) or before it (from -1), in its paragraph; NULL if
 * there is none. */
static const date_token *neighbour(const place *self, int away) {
    const date_token *tokens = self->chart->tokens;
    long at = away < 0 ? (long)self->match->begin + away : (long)self->match->end + away;
    if (at < 0 || at >= (long)self->chart->token_count) {
        return NULL;
    }
    long later = away < 0 ? (long)self->match->begin : at;
    long earlier = away < 0 ? at + 1 : (long)self->match->end;
    for (long i = earlier; i <= later; i++) {
        if (tokens[i].starts) {
            return NULL;
        }
    }
    return &tokens[at];
}

static str words_of(const place *self, const date_token *token) {
    return token != NULL ? str_slice(self->text, token->span) : (str){NULL, 0};
}

static bool is_one_of(const place *self, const date_token *token, const char *const *list) {
    for (; *list != NULL; list++) {
        if (ascii_equal(words_of(self, token), str_from(*list))) {
            return true;
        }
    }
    return false;
}

static bool is_mark(const place *self, const date_token *token, const char *marks) {
    str words = words_of(self, token);
    return words.size == 1 && strchr(marks, words.data[0]) != NULL;
}

static bool is_digits(const date_token *token) {
    return token != NULL && token->digits > 0;
}

static bool is(const date_token *token, date_class class) {
    return token != NULL && date_token_is(token, class);
}

static const date_token *first_of(const place *self) {
    return &self->chart->tokens[self->match->begin];
}

static const date_token *last_of(const place *self) {
    return &self->chart->tokens[self->match->end - 1];
}

/* Digits that hang together with more before them: "$1996", "555.1996". */
static bool joined_before(const place *self) {
    const date_token *before = neighbour(self, -1);
    if (!is_digits(first_of(self))) {
        return is_mark(self, before, "$#") && first_of(self)->glued;
    }
    const date_token *further = neighbour(self, -2);
    bool glued = first_of(self)->glued;
    bool sum = is_mark(self, before, "$#") ||
               is_one_of(self, before, (const char *const[]){"£", "€", "¥", "no", NULL});
    bool number_goes_on =
        glued && is_mark(self, before, ".,:/") && before->glued && is_digits(further);
    return sum || number_goes_on || (glued && before != NULL && before->is_word);
}

/* Digits that go on: "1996.5", "10:30", "96%", "1996th". */
static bool joined_after(const place *self) {
    const date_token *after = neighbour(self, 0);
    if (!is_digits(last_of(self)) || after == NULL || !after->glued) {
        return false;
    }
    const date_token *further = neighbour(self, 1);
    bool number_goes_on =
        is_mark(self, after, ".,:/") && further != NULL && further->glued && is_digits(further);
    return number_goes_on || is_digits(after) || after->is_word || is_mark(self, after, "%$");
}

static bool after_date_word(const place *self) {
    return is(neighbour(self, -1), CLASS_TO_DATE);
}

static bool single(const place *self) {
    return self->match->end - self->match->begin == 1;
}

/* A number by itself is a year only if nothing is counted with it. */
static bool year_allowed(const place *self) {
    const date_token *year = last_of(self);
    if (!date_form_is(self->match, "year") || self->match->depth > 0) {
        return true;
    }
    if (is(neighbour(self, 0), CLASS_MEASURE)) {
        return false;
    }
    const date_token *before = neighbour(self, -1);
    bool part_of_number = is_mark(self, before, "-") && before->glued &&
                          is_digits(neighbour(self, -2)) && !is(neighbour(self, -2), CLASS_YEAR);
    if (part_of_number) {
        return false; /* "555-2016" */
    }
    bool rare = year->value < YEAR_OFTEN_MIN; /* as often a number: "1600 Pennsylvania Avenue" */
    bool thousands = year->digits == 0 && year->value >= 2000 && year->value % 1000 < 100;
    return !single(self) ||
           (year->value >= YEAR_ALONE_MIN && year->value <= YEAR_ALONE_MAX &&
            !is(neighbour(self, -1), CLASS_NUM) && (!(thousands || rare) || after_date_word(self)));
}

/* Either end of "May to July". */
static bool between_months(const place *self) {
    static const char *const binding[] = {"to", "through", "until", "till", "and", "-", NULL};
    bool first =
        is_one_of(self, neighbour(self, 0), binding) && is(neighbour(self, 1), CLASS_MONTH);
    bool last =
        is_one_of(self, neighbour(self, -1), binding) && is(neighbour(self, -2), CLASS_MONTH);
    return date_token_is(first_of(self), CLASS_MONTH) && (first || last);
}

/* A word that is as often no date: "May", "Sun". */
static bool doubt_settled(const place *self) {
    if (date_token_is(first_of(self), CLASS_WEEKDAY)) {
        return is_one_of(self, neighbour(self, -1), (const char *const[]){"on", "or", "and", NULL});
    }
    return after_date_word(self) || between_months(self);
}

/* "his twenties", "the fall of Saigon" */
static bool word_allowed(const place *self) {
    static const char *const whose[] = {"his", "her", "their", "my", "our", "your", "'s", NULL};
    const date_token *last = last_of(self);
    if (date_token_is(last, CLASS_DECADE) && is_one_of(self, neighbour(self, -1), whose)) {
        return false;
    }
    bool season = date_token_is(last, CLASS_SEASON);
    bool of = is_one_of(self, neighbour(self, 0), (const char *const[]){"of", NULL});
    if (season && last->doubtful && of && neighbour(self, -1) != NULL) {
        return false;
    }
    if (season && single(self)) {
        return after_date_word(self) || is_mark(self, neighbour(self, 0), ",.");
    }
    return !single(self) || !last->doubtful || doubt_settled(self);
}

/* "5/12" is as often a share or a score: it counts where dates stand. */
static bool pair_allowed(const place *self) {
    if (!date_form_is(self->match, "numeric")) {
        return true;
    }
    const date_token *first = date_match_token(self->match, CLASS_NUM, 0);
    const date_token *second = date_match_token(self->match, CLASS_NUM, 1);
    const date_token *third = date_match_token(self->match, CLASS_NUM, 2);
    if (third != NULL || self->match->end - self->match->begin != 3) {
        return third == NULL || third->digits > 1 || first->digits > 2; /* not "3-2-1" */
    }
    bool fraction = second->value <= 10 && second->digits == 1 && first->digits == 1 &&
                    first->value < second->value;
    bool name = first->value == 9 && second->value == 11; /* of an attack */
    const date_token *before = neighbour(self, -1);
    return !name && !is_digits(before) && (!fraction || after_date_word(self));
}

/* "Monday 21", "the 21st": nothing that is counted may follow. */
static bool bare_day_allowed(const place *self) {
    if (!date_form_is(self->match, "bare_day")) {
        return true;
    }
    const date_token *after = neighbour(self, 0);
    bool weekday = date_token_is(first_of(self), CLASS_WEEKDAY);
    bool alone = after == NULL || !(after->is_word || is_mark(self, after, "-")) ||
                 is_one_of(self, after, (const char *const[]){"and", "or", "to", NULL});
    return alone && is_digits(last_of(self)) && (weekday || after_date_word(self));
}

/* "the first time in two years" and "in a year that" are no days ahead. */
static bool ahead_allowed(const place *self) {
    if (!date_form_is(self->match, "on") || self->match->depth > 0 ||
        !ascii_equal(words_of(self, first_of(self)), STR("in"))) {
        return true;
    }
    static const char *const lengths[] = {"first",   "time",    "only",   "once",
                                          "most",    "worst",   "best",   "biggest",
                                          "largest", "highest", "lowest", NULL};
    for (int away = -1; away >= -4; away--) {
        if (is_one_of(self, neighbour(self, away), lengths)) {
            return false;
        }
    }
    const date_token *after = neighbour(self, 0);
    bool one_that =
        date_match_token(self->match, CLASS_NUM, 0) == NULL && after != NULL && after->is_word;
    return !one_that && date_context_direction(self->chart, self->text, self->match) != DATE_PAST;
}

/* "USA Today", "Super Tuesday", "CBS This Morning" */
static bool in_name(const place *self) {
    const date_token *first = first_of(self);
    const date_token *before = neighbour(self, -1);
    bool named_year = date_token_is(last_of(self), CLASS_UNIT) && last_of(self)->capital;
    if (named_year && !first->capital) {
        return true; /* "Person of the Year" */
    }
    if (before == NULL || !before->capital || !first->capital) {
        return false;
    }
    bool relative = date_token_is(first, CLASS_REL) || date_token_is(first, CLASS_DAYWORD);
    return relative || (date_token_is(first, CLASS_WEEKDAY) && is(before, CLASS_NAMED));
}

/* "Following Monday's vote": after it, and not on the Monday that follows. */
static bool is_after(const place *self) {
    static const char *const following[] = {"following", NULL};
    static const char *const articles[] = {"the", "that", "this", NULL};
    str rest = str_slice(self->text, (span){last_of(self)->span.end, self->text.size});
    bool possessive = str_starts(rest, STR("'s")) || str_starts(rest, STR("\u2019s"));
    return possessive && is_one_of(self, first_of(self), following) &&
           !is_one_of(self, neighbour(self, -1), articles);
}

/* The programme "This Week". */
static bool is_program(const place *self) {
    static const char *const this_one[] = {"this", NULL};
    return is_one_of(self, first_of(self), this_one) && first_of(self)->capital &&
           date_token_is(last_of(self), CLASS_UNIT) && last_of(self)->capital &&
           neighbour(self, -1) != NULL;
}

/* "the year-ago", "the week-long", "May, three-quarters" */
static bool hyphen_follows(const place *self) {
    const date_token *after = neighbour(self, 0);
    const date_token *further = neighbour(self, 1);
    bool in_words = date_token_is(last_of(self), CLASS_NUM) && !is_digits(last_of(self));
    return (in_words || date_token_is(last_of(self), CLASS_UNIT)) && is_mark(self, after, "-") &&
           after->glued && further != NULL && further->glued;
}

static bool repeated(const place *self) {
    static const char *const each[] = {"every", "each", "per", NULL};
    bool a_weekend = date_token_is(first_of(self), CLASS_UNIT) &&
                     is_one_of(self, neighbour(self, -1), (const char *const[]){"a", NULL});
    return a_weekend || is_one_of(self, neighbour(self, -1), each);
}

bool date_context_allows(const date_chart *chart, str text, const date_match *match) {
    place self = {chart, text, match};
    return !joined_before(&self) && !joined_after(&self) && !repeated(&self) && !in_name(&self) &&
           !is_after(&self) && !is_program(&self) && !hyphen_follows(&self) &&
           year_allowed(&self) && word_allowed(&self) && pair_allowed(&self) &&
           bare_day_allowed(&self) && ahead_allowed(&self);
}

/* A full stop, or what else ends a sentence, with a space after it. */
static bool ends_sentence(const place *self, const date_token *mark, const date_token *next) {
    return is_mark(self, mark, ".?!;") && (next == NULL || !next->glued);
}

/* "announced", but not "Ahmed". */
static bool past_verb(const place *self, const date_token *token) {
    str word = words_of(self, token);
    return word.size > 4 && token->is_word && !token->capital &&
           ascii_equal(str_slice(word, (span){word.size - 2, word.size}), STR("ed"));
}

/* Which way a word points; `before` stands before it. "To be held" points ahead. */
static date_direction direction_of(const place *self, const date_token *token,
                                   const date_token *before) {
    if (is(token, CLASS_WILL)) {
        return DATE_FUTURE;
    }
    if (!is(token, CLASS_DID) && !past_verb(self, token)) {
        return DATE_GIVEN;
    }
    return is_one_of(self, before, (const char *const[]){"be", NULL}) ? DATE_FUTURE : DATE_PAST;
}

/* What a neighbour tells; `*over` is set where the sentence ends. */
static date_direction neighbour_points(const place *self, int away, bool *over) {
    const date_token *token = neighbour(self, away);
    const date_token *next = away == -1 ? first_of(self) : neighbour(self, away + 1);
    if (*over || token == NULL || ends_sentence(self, token, next)) {
        *over = true;
        return DATE_GIVEN;
    }
    return direction_of(self, token, away == 0 ? last_of(self) : neighbour(self, away - 1));
}

date_direction date_context_direction(const date_chart *chart, str text, const date_match *match) {
    place self = {chart, text, match};
    bool over_before = false;
    bool over_after = false;
    for (int away = 1; away <= AROUND_MAX && !(over_before && over_after); away++) {
        date_direction found = neighbour_points(&self, -away, &over_before);
        if (found == DATE_GIVEN && away <= AHEAD_MAX) {
            found = neighbour_points(&self, away - 1, &over_after);
        }
        if (found != DATE_GIVEN) {
            return found;
        }
    }
    return DATE_GIVEN;
}
