#include "resolve/statement_date.h"

#include <stdint.h>

enum { WORDS_BEFORE = 3, WORDS_AFTER = 4 };

/* --- whether it tells of a statement ---------------------------------------------------------- */

/* "after Tuesday's vote": words that make the date one of something else. */
static bool is_of_another_time(const scene *self, size_t first) {
    static const char *const WORDS[] = {"after", "before", "since",     "until", "till", "ahead",
                                        "for",   "by",     "following", "than",  "from", "of"};
    const word *items = self->words->items;
    for (size_t back = 0; back < WORDS_BEFORE && back < first; back++) {
        size_t at = first - back - 1;
        if (items[at + 1].before != 0 || items[at].sentence != items[first].sentence) {
            return false;
        }
        for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
            if (word_is(self->words, at, WORDS[i])) {
                return true;
            }
        }
    }
    return false;
}

/* "Monday's rally" tells, as the rally is where it was said; "Monday's attack" does not. */
static bool is_of_event(const scene *self, word_range part) {
    const word_list *words = self->words;
    if (!words->items[part.last - 1].possessive) {
        return false;
    }
    for (size_t at = part.last; at < part.last + WORDS_AFTER && at < words->count; at++) {
        const entry *each = glossary_at(self->lists->occasions, words, at, words->count, NULL);
        if (each != NULL && !entry_is(each, "leads") && !entry_is(each, "blocks")) {
            return false;
        }
    }
    return true;
}

/* A clause of its own lies between: "said she won, which she did in 2008". */
static bool is_of_another_clause(const scene *self, size_t a, size_t b) {
    static const char *const WORDS[] = {"which", "who",   "whom",    "whose", "when",
                                        "where", "while", "because", "that",  "if"};
    size_t first = a < b ? a : b, last = a < b ? b : a;
    for (size_t at = first + 1; at < last; at++) {
        for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
            if (self->inside[at] == self->inside[a] && word_is(self->words, at, WORDS[i])) {
                return true;
            }
        }
    }
    return false;
}

/* Whether what another speaker says comes between the word and the cue of relation `i`. */
static bool is_of_another_speaker(const scene *self, size_t at, size_t i) {
    enum { NEAR = 4 };
    const size_t here = self->frames[i].anchor;
    size_t first = i > NEAR ? i - NEAR : 0;
    for (size_t k = first; k < self->relations->count && k <= i + NEAR; k++) {
        size_t there = self->frames[k].anchor;
        bool between = (at < there && there < here) || (here < there && there < at);
        if (between && self->out[k].who.entity != self->out[i].who.entity &&
            self->inside[there] == self->inside[here]) {
            return true;
        }
    }
    return false;
}

static bool is_written(date_value value) {
    buf written = {0};
    bool known = date_value_write(value, &written);
    buf_free(&written);
    return known;
}

/* What the expression means if it is when something was said, which was before it was written down.
 */
static date_value past_value(const scene *self, const dates *all, const date_expression *each) {
    date_value value = each->value, other = each->other;
    bool later = self->written.precision == DATE_DAY && value.first > self->written.last;
    if (later || all->mentions[each->mention].direction == DATE_FUTURE) {
        bool fits = is_written(other) && other.first <= self->written.last;
        return fits ? other : (date_value){.precision = DATE_UNKNOWN};
    }
    return value;
}

static bool has_value(const scene *self, const dates *all, const date_expression *each) {
    return (each->bound == DATE_ON || each->bound == DATE_FROM) &&
           is_written(past_value(self, all, each));
}

static bool may_tell(const scene *self, const dates *all, const date_expression *each,
                     size_t level) {
    word_range part = words_in(self->words, each->span);
    return part.last > part.first && self->inside[part.first] == level &&
           has_value(self, all, each) && !is_of_another_time(self, part.first) &&
           !is_of_event(self, part);
}

/* --- finding it ------------------------------------------------------------------------------- */

/* The first expression that begins at `position` or after it. */
static size_t first_from(const dates *all, size_t position) {
    size_t low = 0;
    size_t high = all->expression_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (all->expressions[middle].span.begin >= position) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

/* What a date is looked for from. */
typedef struct {
    word_range area;
    size_t level, anchor;
    word_range without; /* words among which it does not count */
    size_t relation;    /* SIZE_MAX: none */
} search;

static bool fits(const scene *self, const dates *all, const search *by, const date_expression *each,
                 size_t at) {
    bool left_out = at >= by->without.first && at < by->without.last;
    bool others = by->relation != SIZE_MAX && (is_of_another_clause(self, at, by->anchor) ||
                                               is_of_another_speaker(self, at, by->relation));
    return !left_out && !others && may_tell(self, all, each, by->level);
}

static const date_expression *nearest(const scene *self, const dates *all, const search *by) {
    const date_expression *best = NULL;
    size_t best_distance = SIZE_MAX;
    span place = scene_span(self, by->area);
    for (size_t i = first_from(all, place.begin);
         i < all->expression_count && all->expressions[i].span.begin < place.end; i++) {
        const date_expression *each = &all->expressions[i];
        size_t at = words_in(self->words, each->span).first;
        size_t distance = words_between(at, by->anchor);
        if (distance < best_distance && fits(self, all, by, each, at)) {
            best = each;
            best_distance = distance;
        }
    }
    return best;
}

const date_expression *statement_date(const scene *self, const dates *all, size_t i) {
    const frame *around = &self->frames[i];
    if (around->count == 0) {
        return NULL;
    }
    bool is_text = self->out[i].sourcing == HEARSAY_SOURCING_DOCUMENT;
    search by = {.area = {around->items[0], around->items[around->count - 1] + 1},
                 .level = self->inside[around->items[0]],
                 .anchor = around->anchor,
                 .without = is_text ? (word_range){0, 0} : around->source,
                 .relation = i};
    return nearest(self, all, &by);
}

const date_expression *sentence_date(const scene *self, const dates *all, word_range sentence,
                                     size_t level) {
    search by = {.area = sentence, .level = level, .anchor = sentence.first, .relation = SIZE_MAX};
    return nearest(self, all, &by);
}

void statement_date_take(scene *self, const dates *all, size_t i, const date_expression *from) {
    buf written = {0};
    if (date_value_write(past_value(self, all, from), &written)) {
        str date = buf_str(&written);
        self->out[i].date = (str){str_copy(self->into, date), date.size};
        scene_tell(self, i, "date", words_in(self->words, from->span), self->out[i].date);
    }
    buf_free(&written);
}
