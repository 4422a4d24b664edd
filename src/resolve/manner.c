#include "resolve/manner.h"

#include "base/ascii.h"

#include <stdint.h>

static bool is_within(size_t at, word_range part) {
    return at >= part.first && at < part.last;
}

bool is_said(const scene *self, size_t i) {
    return self->out[i].kind == HEARSAY_KIND_STATEMENT;
}

/* Whether a word of the list is the cue's, or one of the two before it. */
static bool has_near_cue(const scene *self, size_t i, const char *const *list, size_t count) {
    const word_range cue = self->frames[i].cue;
    for (size_t at = cue.first > 1 ? cue.first - 2 : 0; at < cue.last; at++) {
        bool near = at >= self->frames[i].source.last || at >= cue.first;
        if (near && word_is_one_of(self->words, at, list, count)) {
            return true;
        }
    }
    return false;
}

bool is_repeated(const scene *self, size_t i) {
    static const char *const WORDS[] = {"has",        "have",         "often",     "repeatedly",
                                        "frequently", "long",         "regularly", "never",
                                        "always",     "periodically", "routinely"};
    return has_near_cue(self, i, WORDS, sizeof WORDS / sizeof *WORDS);
}

bool is_of_other_times(const scene *self, size_t i) {
    static const char *const WORDS[] = {"had",        "once",  "previously",  "initially",
                                        "originally", "later", "subsequently"};
    return is_repeated(self, i) || has_near_cue(self, i, WORDS, sizeof WORDS / sizeof *WORDS);
}

bool is_asking(const scene *self, size_t i) {
    static const char *const WORDS[] = {"ask",   "asked",   "asking",     "asks",
                                        "press", "pressed", "questioned", "pressing"};
    const word_range cue = self->frames[i].cue;
    for (size_t at = cue.first; at < cue.last; at++) {
        if (WORD_IS_ONE_OF(self->words, at, WORDS)) {
            return true;
        }
    }
    return false;
}

size_t answer_to(const scene *self, size_t i) {
    enum { WORDS_ON = 60 };
    const size_t next = i + 1;
    bool answered = next < self->relations->count && is_asking(self, i) && is_said(self, next) &&
                    words_between(self->frames[i].anchor, self->frames[next].anchor) <= WORDS_ON &&
                    outer_of(self, i) == outer_of(self, next);
    return answered ? next : SIZE_MAX;
}

size_t outer_of(const scene *self, size_t i) {
    size_t parent = self->relations->items[i].parent;
    size_t holds = self->inside[self->frames[i].anchor];
    return parent != 0 || holds == i + 1 ? parent : holds;
}

bool is_of_himself(const scene *self, size_t i) {
    static const char *const FIRST_PERSON[] = {"i",   "i'm", "i'll",  "i've",
                                               "i'd", "we",  "we're", "my"};
    const size_t outer = outer_of(self, i);
    const word_range source = self->frames[i].source;
    if (outer == 0 || source.first >= source.last ||
        self->out[outer - 1].who.entity != self->out[i].who.entity) {
        return false;
    }
    for (size_t k = 0; k < sizeof FIRST_PERSON / sizeof *FIRST_PERSON; k++) {
        if (word_is(self->words, source.first, FIRST_PERSON[k])) {
            return true;
        }
    }
    return false;
}

bool has_last_name(const scene *self, size_t i, word_range part) {
    const str name = self->out[i].who.name;
    size_t begin = name.size;
    while (begin > 0 && name.data[begin - 1] != ' ') {
        begin--;
    }
    const str last = str_slice(name, (span){begin, name.size});
    for (size_t at = part.first; at < part.last; at++) {
        if (ascii_equal(self->words->items[at].lower, last)) {
            return last.size > 0;
        }
    }
    return false;
}

bool speaks_of_speaker(const scene *self, size_t i, word_range part) {
    return has_last_name(self, i, part) || word_is(self->words, part.first, "he") ||
           word_is(self->words, part.first, "she");
}

const char *nest_name(const scene *self, size_t i) {
    return outer_of(self, i) == 0 ? "outer" : is_of_himself(self, i) ? "self" : "inner";
}

bool is_exacter_day(str day, str week) {
    enum { DAYS = 7 };
    if (day.data == NULL || week.data == NULL || str_equal(day, week)) {
        return false;
    }
    const date_value inner = date_value_read(day), outer = date_value_read(week);
    return date_value_within(inner, outer) && outer.last - outer.first < DAYS;
}

bool may_be_one_occasion(const resolved *a, const resolved *b) {
    bool same_event = a->occasion == HEARSAY_OCCASION_UNKNOWN ||
                      b->occasion == HEARSAY_OCCASION_UNKNOWN || a->occasion == b->occasion;
    bool same_time = a->date.data == NULL || b->date.data == NULL || str_equal(a->date, b->date) ||
                     is_exacter_day(a->date, b->date) || is_exacter_day(b->date, a->date);
    return same_event && same_time;
}

/* "Vale, who says it rained, tweeted that": [who .. the comma behind what is said there). */
static word_range relative_clause(const scene *self, size_t i) {
    enum { WORDS_BACK = 8, WORDS_ON = 80 };
    const word *items = self->words->items;
    const size_t anchor = self->frames[i].anchor;
    word_range clause = {0, 0};
    for (size_t at = anchor + 1; at > 1 && anchor - at + 1 < WORDS_BACK; at--) {
        const size_t here = at - 1;
        if (items[here].sentence != items[anchor].sentence) {
            return clause;
        }
        if (word_is(self->words, here, "who") && items[here].before == ',') {
            clause = (word_range){here, anchor + 1};
            break;
        }
        if (here < anchor && items[here + 1].before != 0) {
            return clause;
        }
    }
    while (clause.last > 0 && clause.last < self->words->count && clause.last < anchor + WORDS_ON &&
           items[clause.last].sentence == items[anchor].sentence &&
           (items[clause.last].before != ',' || self->inside[clause.last] == i + 1)) {
        clause.last++;
    }
    return clause;
}

bool is_outside_clause(const scene *self, size_t i, size_t at) {
    const word_range clause = relative_clause(self, i);
    return clause.last > 0 && (at < clause.first || at >= clause.last);
}

bool is_in_clause_of_time(const scene *self, size_t i, size_t at) {
    enum { WORDS_BACK = 10 };
    const word *items = self->words->items;
    const size_t anchor = self->frames[i].anchor;
    if (at >= anchor || is_within(at, self->frames[i].source)) {
        return false;
    }
    bool comma = false;
    for (size_t k = at + 1; k <= anchor; k++) {
        comma |= items[k].before == ',';
    }
    for (size_t k = at; comma && k > 0 && at - k < WORDS_BACK; k--) {
        if (items[k].before == ',' || items[k - 1].sentence != items[at].sentence) {
            return false;
        }
        const bool opens =
            k < 2 || items[k - 1].before == ',' || items[k - 2].sentence != items[at].sentence;
        if (word_is(self->words, k - 1, "after") ||
            (opens && word_is(self->words, k - 1, "before"))) {
            return true;
        }
    }
    return false;
}
