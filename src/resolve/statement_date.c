#include "resolve/statement_date.h"

#include "resolve/lists.h"

#include <math.h>

/* Dates are looked for from two sentences before the one of the cue to the one after it. */
enum { SENTENCES_BEFORE = 2, SENTENCES_AFTER = 1, WORDS_AWAY = 150, CHOICES_MAX = 24 };

/* A date is given where it is at least this likely: lower than even, since a statement whose date
 * is missed is as bad as one whose date is wrong. */
static const float LIKELY = 0.4F;

typedef struct {
    const possible_date *of;
    float chance;
} choice;

/* --- one date --------------------------------------------------------------------------------- */

static void add_weight(void *to, const char *name) {
    float *sum = to;
    str value = {NULL, 0};
    if (list_find(LIST_OF_DATE_WEIGHTS, str_from(name), &value)) {
        *sum += list_number(value);
    }
}

/* Logistic regression over the features. */
static float chance_of(const scene *self, const dates *all, size_t i, const possible_date *of,
                       bool nearer) {
    float sum = 0;
    const feature_sink sink = {add_weight, &sum};
    add_weight(&sum, "bias");
    date_features(self, all, i, of, nearer, &sink);
    return 1 / (1 + expf(-sum));
}

/* "After the flood of 2029, she said": the year of something else. A day is near enough to that of
 * what followed. */
static bool is_of_something_else(const scene *self, const possible_date *of) {
    enum { WORDS_BACK = 5 };
    static const char *const LEADS[] = {"after", "before", "since"};
    const word *items = self->words->items;
    for (size_t at = of->part.first; at > 0 && of->part.first - at < WORDS_BACK; at--) {
        if (items[at].before != 0 || items[at - 1].sentence != items[at].sentence) {
            return false;
        }
        if (WORD_IS_ONE_OF(self->words, at - 1, LEADS)) {
            return of->value.precision == DATE_YEAR;
        }
    }
    return false;
}

/* "This year", "2016" in 2016: what is talked about is of today, but that tells of no time of its
 * own, unless it stands right with the cue ("said earlier this year"). */
static bool is_of_today(const scene *self, size_t i, const possible_date *of) {
    const date_value value = of->value;
    const size_t at = of->part.first;
    const word_range source = self->frames[i].source;
    bool period = value.precision == DATE_MONTH || value.precision == DATE_YEAR;
    return period && value.first <= self->written.first && self->written.last <= value.last &&
           !is_in_frame(self, i, at) && !(at >= source.first && at < source.last);
}

/* --- all that may be meant -------------------------------------------------------------------- */

/* The first of the dates that may be near the cue of relation `i`. */
static size_t first_near(const scene *self, const possible_dates *list, size_t i) {
    size_t first = 0, last = list->count;
    while (first < last) {
        size_t middle = first + (last - first) / 2;
        if (list->items[middle].part.first + WORDS_AWAY < self->frames[i].anchor) {
            first = middle + 1;
        } else {
            last = middle;
        }
    }
    return first;
}

/* The dates near the cue of relation `i`, from the first to the last, at most `room`. */
static size_t gather(const scene *self, const possible_dates *list, size_t i, choice *out,
                     size_t room) {
    const size_t anchor = self->frames[i].anchor;
    const size_t here = self->words->items[anchor].sentence;
    size_t count = 0;
    for (size_t k = first_near(self, list, i); k < list->count && count < room; k++) {
        size_t at = list->items[k].part.first, there = self->words->items[at].sentence;
        if (at > anchor + WORDS_AWAY || there > here + SENTENCES_AFTER) {
            break;
        }
        if (there + SENTENCES_BEFORE >= here && !is_of_today(self, i, &list->items[k])) {
            out[count++].of = &list->items[k];
        }
    }
    return count;
}

/* Whether another date of the frame is nearer to the cue. */
static bool is_farther(const scene *self, size_t i, const choice *all, size_t count, size_t which) {
    const size_t anchor = self->frames[i].anchor;
    size_t distance = words_between(all[which].of->part.first, anchor);
    for (size_t k = 0; k < count; k++) {
        size_t at = all[k].of->part.first;
        if (k != which && words_between(at, anchor) < distance && is_in_frame(self, i, at)) {
            return true;
        }
    }
    return false;
}

/* How likely it is that the value of a choice is right: that not all who tell it err. */
static float chance_of_value(const choice *all, size_t count, size_t which) {
    float wrong = 1;
    for (size_t k = 0; k < count; k++) {
        bool same = str_equal(all[k].of->written, all[which].of->written);
        wrong *= same ? 1 - all[k].chance : 1;
    }
    return 1 - wrong;
}

/* Of the likeliest value the likeliest choice; NULL where none is likely. */
static const choice *likeliest(const choice *all, size_t count) {
    const choice *best = NULL;
    float best_chance = 0;
    for (size_t k = 0; k < count; k++) {
        float chance = chance_of_value(all, count, k);
        bool more = best == NULL || chance > best_chance ||
                    (chance >= best_chance && all[k].chance > best->chance);
        if (chance >= LIKELY && more && !all[k].of->dateline) {
            best = &all[k];
            best_chance = chance;
        }
    }
    return best;
}

/* "said at the time": when that was the text has told right before. */
static bool is_at_the_time(const scene *self, size_t i) {
    enum { NEAR = 5 };
    const frame *around = &self->frames[i];
    for (size_t k = 0; k < around->count; k++) {
        const size_t at = around->items[k];
        if (words_between(at, around->anchor) <= NEAR &&
            words_are(self->words, at, "at the time")) {
            return true;
        }
    }
    return false;
}

/* The last date before the cue of relation `i`; NULL where none is near. */
static const possible_date *last_before(const scene *self, const possible_dates *dated, size_t i) {
    const size_t anchor = self->frames[i].anchor;
    const possible_date *last = NULL;
    for (size_t k = first_near(self, dated, i);
         k < dated->count && dated->items[k].part.first < anchor; k++) {
        last = dated->items[k].value.last < self->written.first ? &dated->items[k] : last;
    }
    return last;
}

void find_statement_date(scene *self, const dates *all, const possible_dates *dated, size_t i) {
    choice choices[CHOICES_MAX];
    size_t count = gather(self, dated, i, choices, CHOICES_MAX);
    for (size_t k = 0; k < count; k++) {
        bool farther = is_farther(self, i, choices, count, k);
        choices[k].chance = is_of_something_else(self, choices[k].of)
                                ? 0
                                : chance_of(self, all, i, choices[k].of, farther);
        if (self->lists->report != NULL) {
            self->lists->report(self->lists->report_to, self, all, i, choices[k].of, farther);
        }
    }
    const choice *best = likeliest(choices, count);
    const possible_date *taken = is_at_the_time(self, i) ? last_before(self, dated, i) : NULL;
    taken = taken == NULL && best != NULL ? best->of : taken;
    if (taken != NULL) {
        self->out[i].date = taken->written;
        scene_tell(self, i, "date", taken->part, taken->written);
    }
}
