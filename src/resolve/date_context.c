#include "resolve/date_context.h"

#include "base/ascii.h"
#include "resolve/date_meaning.h"

#include <string.h>

enum { BACK_MAX = 20, AHEAD_MAX = 8, YEAR_ALONE_MIN = 1500, YEAR_ALONE_MAX = 2200 };

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
    const date_token *year = first_of(self);
    if (!single(self) || !date_token_is(year, CLASS_YEAR)) {
        return true;
    }
    bool in_words = year->digits == 0;
    return year->value >= YEAR_ALONE_MIN && year->value <= YEAR_ALONE_MAX &&
           !is(neighbour(self, 0), CLASS_MEASURE) && !is(neighbour(self, -1), CLASS_NUM) &&
           (!in_words || after_date_word(self));
}

/* "May to July" */
static bool from_month(const place *self) {
    static const char *const binding[] = {"to", "through", "until", "-", NULL};
    return is_one_of(self, neighbour(self, 0), binding) && is(neighbour(self, 1), CLASS_MONTH);
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
    return !single(self) || !last->doubtful || after_date_word(self) || from_month(self);
}

/* "5/12" is as often a share or a score: it counts where dates stand. */
static bool pair_allowed(const place *self) {
    if (!date_form_is(self->match, "numeric") || self->match->end - self->match->begin != 3) {
        return true;
    }
    const date_token *first = date_match_token(self->match, CLASS_NUM, 0);
    const date_token *second = date_match_token(self->match, CLASS_NUM, 1);
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

/* "the first time in two years" is a length of time. */
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
    return date_context_direction(self->chart, self->text, self->match) != DATE_PAST;
}

/* "3 next week" is no stretch of time; "3 next weeks" is. */
static bool plural_allowed(const place *self) {
    if (!date_form_is(self->match, "span") || !date_token_is(first_of(self), CLASS_NUM)) {
        return true;
    }
    str unit = words_of(self, last_of(self));
    return unit.data[unit.size - 1] == 's';
}

static bool repeated(const place *self) {
    static const char *const each[] = {"every", "each", "per", NULL};
    return is_one_of(self, neighbour(self, -1), each);
}

bool date_context_allows(const date_chart *chart, str text, const date_match *match) {
    place self = {chart, text, match};
    return !joined_before(&self) && !joined_after(&self) && !repeated(&self) &&
           year_allowed(&self) && word_allowed(&self) && pair_allowed(&self) &&
           bare_day_allowed(&self) && plural_allowed(&self) && ahead_allowed(&self);
}

/* A full stop, or what else ends a sentence, with a space after it. */
static bool ends_sentence(const place *self, const date_token *mark, const date_token *next) {
    return is_mark(self, mark, ".?!;") && (next == NULL || !next->glued);
}

static date_direction direction_of(const date_token *token) {
    return is(token, CLASS_WILL) ? DATE_FUTURE : is(token, CLASS_DID) ? DATE_PAST : DATE_GIVEN;
}

date_direction date_context_direction(const date_chart *chart, str text, const date_match *match) {
    place self = {chart, text, match};
    const date_token *next = first_of(&self);
    for (int away = -1; away >= -BACK_MAX; away--) {
        const date_token *token = neighbour(&self, away);
        if (token == NULL || ends_sentence(&self, token, next)) {
            break;
        }
        if (direction_of(token) != DATE_GIVEN) {
            return direction_of(token);
        }
        next = token;
    }
    for (int away = 0; away < AHEAD_MAX; away++) {
        const date_token *token = neighbour(&self, away);
        if (token == NULL || ends_sentence(&self, token, neighbour(&self, away + 1))) {
            break;
        }
        if (direction_of(token) != DATE_GIVEN) {
            return direction_of(token);
        }
    }
    return DATE_GIVEN;
}
