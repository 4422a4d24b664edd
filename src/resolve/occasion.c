#include "resolve/occasion.h"

#include "resolve/governed.h"
#include "resolve/sourcing.h"
#include "resolve/via.h"

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
    word_range head = source_head(self, i);
    return is_within(at, self->frames[i].source) && is_within(at, head) &&
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

/* --- going on --------------------------------------------------------------------------------- */

enum {
    STATEMENTS_BACK = 12, /* as far as one looks for what a statement goes on from */
    WORDS_APART = 250     /* between the cues of two that belong together */
};

static bool tells(const resolved *self) {
    return self->occasion != HEARSAY_OCCASION_UNKNOWN;
}

static void take_over(scene *self, size_t i, size_t from) {
    const resolved *source = &self->out[from];
    resolved *out = &self->out[i];
    out->occasion = source->occasion;
    for (size_t k = 0; k < source->via.count; k++) {
        via_add(self, i, source->via.items[k], self->frames[from].cue);
    }
    scene_tell(self, i, "goes on from", self->frames[from].cue,
               str_from(hearsay_occasion_name(out->occasion)));
}

static bool belongs(const scene *self, size_t i, size_t other) {
    return self->out[i].who.kind != SPEAKER_NOBODY &&
           self->out[other].who.entity == self->out[i].who.entity &&
           words_between(self->frames[i].anchor, self->frames[other].anchor) < WORDS_APART;
}

/* A statement whose sentence tells nothing goes on from the last one of its speaker. */
static void go_on(scene *self, size_t i) {
    for (size_t back = 1; back <= STATEMENTS_BACK && back <= i; back++) {
        if (tells(&self->out[i - back]) && belongs(self, i, i - back)) {
            take_over(self, i, i - back);
            return;
        }
    }
}

void find_occasions(scene *self) {
    for (size_t i = 0; i < self->relations->count; i++) {
        bool told = find_via(self, i);
        sign found = nearest_sign(self, i);
        if (found.occasion == HEARSAY_OCCASION_UNKNOWN && told) {
            found = (sign){HEARSAY_OCCASION_INTERVIEW, self->frames[i].cue};
        }
        self->out[i].occasion = found.occasion;
        if (found.occasion != HEARSAY_OCCASION_UNKNOWN) {
            scene_tell(self, i, "occasion", found.where,
                       str_from(hearsay_occasion_name(found.occasion)));
        }
    }
    for (size_t i = 0; i < self->relations->count; i++) {
        if (!tells(&self->out[i])) {
            go_on(self, i);
        }
    }
}
