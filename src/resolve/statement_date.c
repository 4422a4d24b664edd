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

static bool has_value(const date_expression *self) {
    buf written = {0};
    bool known = date_value_write(self->value, &written);
    buf_free(&written);
    return known && (self->bound == DATE_ON || self->bound == DATE_FROM);
}

static bool may_tell(const scene *self, const date_expression *each, size_t level) {
    word_range part = words_in(self->words, each->span);
    return part.last > part.first && self->inside[part.first] == level && has_value(each) &&
           !is_of_another_time(self, part.first) && !is_of_event(self, part);
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

static const date_expression *nearest(const scene *self, const dates *all, word_range area,
                                      size_t level, size_t anchor, word_range without) {
    const date_expression *best = NULL;
    size_t best_distance = SIZE_MAX;
    span place = scene_span(self, area);
    for (size_t i = first_from(all, place.begin);
         i < all->expression_count && all->expressions[i].span.begin < place.end; i++) {
        const date_expression *each = &all->expressions[i];
        size_t at = words_in(self->words, each->span).first;
        bool left_out = at >= without.first && at < without.last;
        size_t distance = words_between(at, anchor);
        if (!left_out && distance < best_distance && may_tell(self, each, level)) {
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
    word_range area = {around->items[0], around->items[around->count - 1] + 1};
    bool is_text = self->out[i].sourcing == HEARSAY_SOURCING_DOCUMENT;
    word_range without = is_text ? (word_range){0, 0} : around->source;
    return nearest(self, all, area, self->inside[around->items[0]], around->anchor, without);
}

const date_expression *sentence_date(const scene *self, const dates *all, word_range sentence,
                                     size_t level) {
    return nearest(self, all, sentence, level, sentence.first, (word_range){0, 0});
}

void statement_date_take(scene *self, size_t i, const date_expression *from) {
    buf written = {0};
    if (date_value_write(from->value, &written)) {
        str date = buf_str(&written);
        self->out[i].date = (str){str_copy(self->into, date), date.size};
        scene_tell(self, i, "date", words_in(self->words, from->span), self->out[i].date);
    }
    buf_free(&written);
}
