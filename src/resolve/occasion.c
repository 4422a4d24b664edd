#include "resolve/occasion.h"

#include "base/ascii.h"
#include "resolve/governed.h"
#include "resolve/sourcing.h"
#include "resolve/statement_date.h"
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
    bool verb =
        last.size > 2 && (str_equal(str_slice(last, (span){last.size - 2, last.size}), STR("ed")));
    return !verb &&
           !(first->capital && length == 1 && at > 0 && self->words->items[at - 1].capital);
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

/* --- the sentence before ---------------------------------------------------------------------- */

/* Whether the words name the speaker: by his last name, or as "he" at their beginning. */
static bool names_speaker(const scene *self, size_t i, word_range part) {
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
    return word_is(self->words, part.first, "he") || word_is(self->words, part.first, "she");
}

/* What the sentence before tells, where it speaks of the speaker: "He held a rally in Vale. He
 * said". */
static sign sign_before(const scene *self, size_t i) {
    const frame *around = &self->frames[i];
    sign found = {HEARSAY_OCCASION_UNKNOWN, {0, 0}};
    size_t first = words_of_sentence(self->words, around->anchor).first;
    if (first == 0 || self->out[i].who.name.data == NULL) {
        return found;
    }
    word_range part = words_of_sentence(self->words, first - 1);
    for (size_t at = part.first; names_speaker(self, i, part) && at < part.last;) {
        size_t length = 1;
        sign here = sign_at(self, i, at, &length);
        bool told_here = self->inside[at] == self->inside[around->anchor];
        found = here.occasion != HEARSAY_OCCASION_UNKNOWN && told_here ? here : found;
        at += length;
    }
    return found;
}

/* --- going on --------------------------------------------------------------------------------- */

enum { WORDS_ON = 300, LEAD_WORDS = 100 };

static bool has_occasion(const resolved *self) {
    return self->occasion != HEARSAY_OCCASION_UNKNOWN;
}

static bool tells(const resolved *self) {
    return has_occasion(self) || self->date.data != NULL;
}

static void share_via(scene *self, size_t i, size_t from) {
    const name_list names = self->out[from].via;
    for (size_t k = 0; k < names.count; k++) {
        via_add(self, i, names.items[k], self->frames[from].cue);
    }
}

static void share_date(scene *self, size_t i, size_t from) {
    self->out[i].date = self->out[from].date;
    if (self->out[i].date.data != NULL) {
        scene_tell(self, i, "date goes on from", self->frames[from].cue, self->out[i].date);
    }
}

static void share_occasion(scene *self, size_t i, size_t from) {
    self->out[i].occasion = self->out[from].occasion;
    if (has_occasion(&self->out[i])) {
        scene_tell(self, i, "occasion goes on from", self->frames[from].cue,
                   str_from(hearsay_occasion_name(self->out[i].occasion)));
    }
}

/* "has often said", "had once said": at no time in particular, or at another one. */
static bool is_of_other_times(const scene *self, size_t i) {
    static const char *const WORDS[] = {"has",   "have",       "had",        "often", "repeatedly",
                                        "once",  "previously", "frequently", "long",  "regularly",
                                        "never", "initially",  "originally", "always"};
    const word_range cue = self->frames[i].cue;
    size_t first = cue.first > 1 ? cue.first - 2 : 0;
    for (size_t at = first; at < cue.last; at++) {
        bool near = at >= self->frames[i].source.last || at >= cue.first;
        for (size_t k = 0; near && k < sizeof WORDS / sizeof *WORDS; k++) {
            if (word_is(self->words, at, WORDS[k])) {
                return true;
            }
        }
    }
    return false;
}

/* Whether statement `i` may be of the same occasion as another one of its speaker. Only what is
 * said has an occasion, and not what somebody is said to have said there; and only a headline or
 * first paragraph comes before the sentence that tells. */
static bool may_go_on(const scene *self, size_t i, size_t from) {
    const resolved *out = &self->out[i];
    const size_t here = self->frames[i].anchor, there = self->frames[from].anchor;
    return out->who.kind != SPEAKER_NOBODY && out->who.name.data != NULL &&
           out->kind == HEARSAY_KIND_STATEMENT && self->relations->items[i].parent == 0 &&
           !is_of_other_times(self, i) && words_between(here, there) < WORDS_ON &&
           (there < here || here < LEAD_WORDS);
}

/* Whether two statements may be of one occasion: neither tells what contradicts the other. */
static bool agree(const resolved *a, const resolved *b) {
    bool same_event = !has_occasion(a) || !has_occasion(b) || a->occasion == b->occasion;
    bool same_time = a->date.data == NULL || b->date.data == NULL || str_equal(a->date, b->date);
    return same_event && same_time;
}

/* Takes over what the sentence does not tell. */
static void take_over(scene *self, size_t i, size_t from) {
    if (self->out[i].date.data == NULL) {
        share_date(self, i, from);
    }
    if (!has_occasion(&self->out[i])) {
        share_occasion(self, i, from);
    }
    share_via(self, i, from);
}

/* The last statements of each speaker that tell anything, as lists. */
typedef struct {
    size_t *last;   /* [entities] from 1; 0: none yet */
    size_t *before; /* [relations] the one of the same speaker before, likewise */
    size_t entities;
} told_before;

static told_before told_new(const scene *self) {
    size_t count = 0;
    for (size_t i = 0; i < self->relations->count; i++) {
        size_t entity = self->out[i].who.entity;
        count = entity != SIZE_MAX && entity >= count ? entity + 1 : count;
    }
    return (told_before){arena_array(self->into, size_t, count),
                         arena_array(self->into, size_t, self->relations->count), count};
}

/* Takes statement `i` in the order in which they are gone through: forwards, and then backwards for
 * those that stand before the first that tells, as a headline does. It goes on from the last one of
 * its speaker that may be of the same occasion. */
static void go_on(scene *self, told_before *list, size_t i) {
    enum { BACK = 6 };
    size_t entity = self->out[i].who.entity;
    if (entity >= list->entities) {
        return;
    }
    size_t from = list->last[entity];
    for (size_t n = 0; from > 0 && n < BACK; n++, from = list->before[from - 1]) {
        if (agree(&self->out[i], &self->out[from - 1])) {
            if (may_go_on(self, i, from - 1)) {
                take_over(self, i, from - 1);
            }
            break;
        }
    }
    if (tells(&self->out[i]) && self->relations->items[i].parent == 0) {
        list->before[i] = list->last[entity];
        list->last[entity] = i + 1;
    }
}

/* "“I think so,” he said": what a speaker says of himself is said where he speaks. */
static void take_from_parent(scene *self, size_t i) {
    static const char *const FIRST_PERSON[] = {"i",   "i'm", "i'll",  "i've",
                                               "i'd", "we",  "we're", "my"};
    size_t parent = self->relations->items[i].parent;
    bool first_person = false;
    for (size_t k = 0; k < sizeof FIRST_PERSON / sizeof *FIRST_PERSON; k++) {
        first_person |= word_is(self->words, self->frames[i].source.first, FIRST_PERSON[k]);
    }
    if (parent > 0 && first_person && !tells(&self->out[i]) &&
        self->out[parent - 1].who.entity == self->out[i].who.entity) {
        take_over(self, i, parent - 1);
    }
}

static void go_on_all(scene *self) {
    told_before list = told_new(self);
    for (size_t i = 0; i < self->relations->count; i++) {
        go_on(self, &list, i);
    }
    list = told_new(self);
    for (size_t i = self->relations->count; i-- > 0;) {
        go_on(self, &list, i);
    }
    for (size_t i = 0; i < self->relations->count; i++) {
        take_from_parent(self, i);
    }
}

/* Whether a statement that tells nothing may be made at the document's event. */
static bool may_join(const scene *self, size_t i) {
    const resolved *out = &self->out[i];
    return out->kind == HEARSAY_KIND_STATEMENT && out->polarity == HEARSAY_POLARITY_ASSERTED &&
           self->relations->items[i].parent == 0 && !is_of_other_times(self, i) &&
           (out->sourcing == HEARSAY_SOURCING_NAMED || out->sourcing == HEARSAY_SOURCING_ROLE ||
            out->sourcing == HEARSAY_SOURCING_ANONYMOUS ||
            out->sourcing == HEARSAY_SOURCING_COLLECTIVE);
}

/* --- what the document is about --------------------------------------------------------------- */

/* An article that is about one event says when it was once or twice, and means it of all that is
 * said there. This many statements must tell the same themselves, and more than tell anything else.
 */
enum { SAME_AT_LEAST = 4 };

/* Boyer and Moore's vote (1981): the day that most of those that tell one tell; SIZE_MAX where no
 * day is told by more than half of them, and often enough. */
static size_t most_told_day(const scene *self) {
    size_t candidate = SIZE_MAX, lead = 0, same = 0, told = 0;
    for (size_t i = 0; i < self->relations->count; i++) {
        if (self->out[i].date.data == NULL) {
            continue;
        }
        if (lead == 0) {
            candidate = i;
        }
        bool agrees = str_equal(self->out[i].date, self->out[candidate].date);
        lead = agrees ? lead + 1 : lead - 1;
    }
    for (size_t i = 0; candidate != SIZE_MAX && i < self->relations->count; i++) {
        told += self->out[i].date.data != NULL;
        same += str_equal(self->out[i].date, self->out[candidate].date) &&
                self->out[i].date.data != NULL;
    }
    bool counts = same >= SAME_AT_LEAST && 2 * same >= told &&
                  date_value_read(self->out[candidate].date).precision == DATE_DAY;
    return counts ? candidate : SIZE_MAX;
}

/* The same for the event, of which nearly all must be that tell any, and a third of all. */
static size_t most_told_occasion(const scene *self) {
    size_t counts[HEARSAY_OCCASION_POLL + 1] = {0}, last[HEARSAY_OCCASION_POLL + 1] = {0};
    size_t told = 0, best = 0;
    for (size_t i = 0; i < self->relations->count; i++) {
        hearsay_occasion each = self->out[i].occasion;
        told += has_occasion(&self->out[i]);
        counts[each] += has_occasion(&self->out[i]);
        last[each] = i;
        best = counts[each] > counts[best] ? (size_t)each : best;
    }
    bool event = best >= HEARSAY_OCCASION_INTERVIEW && best <= HEARSAY_OCCASION_TESTIMONY &&
                 best != HEARSAY_OCCASION_POST && best != HEARSAY_OCCASION_LETTER;
    bool most = counts[best] >= SAME_AT_LEAST && 2 * counts[best] >= told &&
                10 * counts[best] >= 3 * self->relations->count;
    return event && most ? last[best] : SIZE_MAX;
}

static void join_event(scene *self) {
    const size_t day = most_told_day(self), event = most_told_occasion(self);
    for (size_t i = 0; i < self->relations->count; i++) {
        if (day != SIZE_MAX && self->out[i].date.data == NULL && may_join(self, i)) {
            share_date(self, i, day);
        }
        if (event != SIZE_MAX && !has_occasion(&self->out[i]) && may_join(self, i)) {
            share_occasion(self, i, event);
        }
    }
}

/* --- events with several speakers ---------------------------------------------------------------
 */

static bool has_several_speakers(hearsay_occasion occasion) {
    return occasion == HEARSAY_OCCASION_TESTIMONY || occasion == HEARSAY_OCCASION_DEBATE ||
           occasion == HEARSAY_OCCASION_PRESS_CONFERENCE || occasion == HEARSAY_OCCASION_MEETING;
}

/* What others say on the same day, a few statements on either side of one that was made at a
 * hearing or the like, was said there too. */
static void join_others(scene *self) {
    enum { NEAR = 6 };
    const size_t count = self->relations->count;
    for (size_t i = 0; i < count; i++) {
        resolved *out = &self->out[i];
        for (size_t n = 1; n <= NEAR && !has_occasion(out) && out->date.data != NULL; n++) {
            const size_t places[] = {i - n, i + n};
            for (size_t k = 0; k < 2 && !has_occasion(out); k++) {
                const resolved *other = places[k] < count ? &self->out[places[k]] : NULL;
                if (other != NULL && has_several_speakers(other->occasion) &&
                    str_equal(other->date, out->date) && may_join(self, i)) {
                    share_occasion(self, i, places[k]);
                }
            }
        }
    }
}

/* --- all -------------------------------------------------------------------------------------- */

/* What the statement's own sentence tells, or the one before. */
static void find_own(scene *self, const dates *all, size_t i) {
    const frame *around = &self->frames[i];
    bool told = find_via(self, i);
    sign found = nearest_sign(self, i);
    const date_expression *when = statement_date(self, all, i);
    if (found.occasion == HEARSAY_OCCASION_UNKNOWN && told) {
        found = (sign){HEARSAY_OCCASION_INTERVIEW, around->cue};
    }
    if (found.occasion == HEARSAY_OCCASION_UNKNOWN && self->out[i].kind == HEARSAY_KIND_STATEMENT) {
        found = sign_before(self, i);
        if (found.occasion != HEARSAY_OCCASION_UNKNOWN && when == NULL) {
            word_range sentence = words_of_sentence(self->words, found.where.first);
            when = sentence_date(self, all, sentence, self->inside[found.where.first]);
        }
    }
    self->out[i].occasion = found.occasion;
    if (found.occasion != HEARSAY_OCCASION_UNKNOWN) {
        scene_tell(self, i, "occasion", found.where,
                   str_from(hearsay_occasion_name(found.occasion)));
    }
    if (when != NULL) {
        statement_date_take(self, all, i, when);
    }
}

void find_occasions(scene *self, const dates *all) {
    for (size_t i = 0; i < self->relations->count; i++) {
        find_own(self, all, i);
    }
    go_on_all(self);
    join_event(self);
    join_others(self);
}
