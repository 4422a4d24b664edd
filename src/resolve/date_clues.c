#include "resolve/date_clues.h"

#include "base/ascii.h"
#include "resolve/lists.h"
#include "resolve/occasion.h"
#include "resolve/token_words.h"

const char *age_name(const scene *self, date_value value) {
    static const struct {
        long days;
        const char *name;
    } AGES[] = {{0, "0"},   {1, "1"},   {3, "3"},    {7, "7"},
                {14, "14"}, {45, "45"}, {400, "400"}}; /* some weeks; more than a year */
    if (self->written.precision != DATE_DAY || value.precision == DATE_UNKNOWN) {
        return "unknown";
    }
    const long days = (long)self->written.first - (long)value.last;
    for (size_t i = 0; i < sizeof AGES / sizeof *AGES; i++) {
        if (days <= AGES[i].days) {
            return AGES[i].name;
        }
    }
    return "more";
}

const char *form_name(const scene *self, word_range part) {
    static const char *const WEEKDAYS[] = {"monday", "tuesday",  "wednesday", "thursday",
                                           "friday", "saturday", "sunday"};
    static const char *const WORDS[] = {"today", "tonight", "now",     "currently", "yesterday",
                                        "ago",   "last",    "earlier", "this",      "past"};
    bool digit = false;
    for (size_t at = part.first; at < part.last; at++) {
        if (WORD_IS_ONE_OF(self->words, at, WEEKDAYS)) {
            return "weekday";
        }
        for (size_t n = 0; n < sizeof WORDS / sizeof *WORDS; n++) {
            if (word_is(self->words, at, WORDS[n])) {
                return WORDS[n];
            }
        }
        digit |= ascii_is_digit(self->words->items[at].lower.data[0]);
    }
    return digit ? "number" : "word";
}

const char *event_name(const scene *self, word_range part) {
    enum { WORDS_ON = 5, WORDS_BACK = 8 };
    const word *items = self->words->items;
    const size_t sentence = items[part.first].sentence;
    for (size_t at = part.last; at < part.last + WORDS_ON && at < self->words->count; at++) {
        if (items[at].sentence != sentence || items[at].before == ',') {
            break;
        }
        if (listed_occasion(self, at, NULL) != HEARSAY_OCCASION_UNKNOWN) {
            return "right";
        }
    }
    for (size_t at = part.first; at > 0 && part.first - at < WORDS_BACK; at--) {
        if (items[at - 1].sentence != sentence) {
            break;
        }
        if (listed_occasion(self, at - 1, NULL) != HEARSAY_OCCASION_UNKNOWN) {
            return "left";
        }
    }
    return "none";
}

static bool is_verb(const scene *self, size_t at) {
    const word *each = &self->words->items[at];
    return (list_letters(LIST_OF_GRAMMAR, each->lower) & LETTER('X')) != 0 ||
           (!each->capital && (list_letters(LIST_OF_WORD_CLASSES, each->lower) & LETTER('V')) != 0);
}

const char *verb_name(const scene *self, size_t i, size_t at) {
    enum { WORDS_BACK = 12 };
    const word *items = self->words->items;
    const word_range cue = self->frames[i].cue;
    for (size_t k = at; k > 0 && at - k < WORDS_BACK; k--) {
        if (items[k - 1].sentence != items[at].sentence) {
            return "none";
        }
        if (k - 1 >= cue.first && k - 1 < cue.last) {
            return "cue";
        }
        if (self->inside[k - 1] == self->inside[at] && is_verb(self, k - 1)) {
            return "other";
        }
    }
    return "none";
}

const char *tense_name(const scene *self, size_t i) {
    static const char *const AHEAD[] = {"will", "won't", "shall"};
    const word_range cue = self->frames[i].cue;
    if (cue.first > 0 && WORD_IS_ONE_OF(self->words, cue.first - 1, AHEAD)) {
        return "will";
    }
    for (size_t at = cue.first; at < cue.last; at++) {
        const str lower = self->words->items[at].lower;
        if (WORD_IS_ONE_OF(self->words, at, AHEAD)) {
            return "will";
        }
        if (is_verb(self, at)) {
            return word_ends_in(lower, "ing") ? "saying"
                   : word_ends_in(lower, "s") ? "says"
                                              : "said";
        }
    }
    return "none";
}
