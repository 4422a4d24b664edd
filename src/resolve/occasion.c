#include "resolve/occasion.h"

#include "resolve/governed.h"

#include <stdint.h>

static hearsay_occasion occasion_named(str section) {
    for (int i = HEARSAY_OCCASION_INTERVIEW; i <= HEARSAY_OCCASION_POLL; i++) {
        if (str_equal(section, str_from(hearsay_occasion_name((hearsay_occasion)i)))) {
            return (hearsay_occasion)i;
        }
    }
    return HEARSAY_OCCASION_UNKNOWN;
}

/* What the words at a place tell. */
typedef struct {
    hearsay_occasion occasion;
    word_range where;
} sign;

static bool is_within(size_t at, word_range part) {
    return at >= part.first && at < part.last;
}

/* Whether a noun is the source, and a text: "the poll", not "the poll's director". */
static bool is_source(const scene *self, size_t i, size_t at) {
    return is_within(at, self->frames[i].source) &&
           self->out[i].sourcing == HEARSAY_SOURCING_DOCUMENT &&
           !self->words->items[at].possessive;
}

/* "The Washington Post" is no post, and who called made no call. */
static bool is_noun(const scene *self, size_t at, size_t length) {
    const word *first = &self->words->items[at];
    str last = self->words->items[at + length - 1].lower;
    bool verb = last.size > 2 && (str_equal(str_slice(last, (span){last.size - 2, last.size}),
                                            STR("ed")));
    return !verb && !(first->capital && length == 1 && at > 0 &&
                      self->words->items[at - 1].capital);
}

/* What word `at` of the frame of relation `i` tells; occasion UNKNOWN where it tells nothing. */
static sign sign_at(const scene *self, size_t i, size_t at, size_t *length) {
    const glossary *list = self->lists->occasions;
    const entry *each = glossary_at(list, self->words, at, self->words->count, length);
    hearsay_occasion occasion =
        each != NULL ? occasion_named(each->section) : HEARSAY_OCCASION_UNKNOWN;
    bool counts = occasion != HEARSAY_OCCASION_UNKNOWN &&
                  (str_equal(each->value, STR("itself")) ||
                   (is_noun(self, at, *length) &&
                    (is_source(self, i, at) || is_governed(self, list, at, NULL))));
    *length = each != NULL ? *length : 1;
    return counts ? (sign){occasion, {at, at + *length}} : (sign){HEARSAY_OCCASION_UNKNOWN, {0, 0}};
}

/* The sign that stands nearest to the cue. */
static sign nearest_sign(const scene *self, size_t i) {
    const frame *around = &self->frames[i];
    sign best = {HEARSAY_OCCASION_UNKNOWN, {0, 0}};
    size_t best_distance = SIZE_MAX;
    for (size_t k = 0; k < around->count;) {
        size_t length = 1;
        size_t at = around->items[k];
        sign found = sign_at(self, i, at, &length);
        size_t distance = is_within(at, around->cue) ? 0 : words_between(at, around->anchor);
        if (found.occasion != HEARSAY_OCCASION_UNKNOWN && distance < best_distance) {
            best = found;
            best_distance = distance;
        }
        while (k < around->count && around->items[k] < at + length) {
            k++;
        }
    }
    return best;
}

void find_occasions(scene *self) {
    for (size_t i = 0; i < self->relations->count; i++) {
        sign found = nearest_sign(self, i);
        self->out[i].occasion = found.occasion;
        if (found.occasion != HEARSAY_OCCASION_UNKNOWN) {
            scene_tell(self, i, "occasion", found.where,
                       str_from(hearsay_occasion_name(found.occasion)));
        }
    }
}
