#include "resolve/going_on.h"

#include "resolve/manner.h"

#include <stdint.h>

/* --- sections ----------------------------------------------------------------------------------
 */

/* Whether a line of nothing but marks ("___", "* * *") stands before a word: what follows is told
 * by itself, as each item of a digest is. */
static bool begins_section(const scene *self, size_t at) {
    const word *items = self->words->items;
    const str shown = self->text->shown;
    bool in_line = false, marks = false; /* since the last line break; in the line so far */
    for (size_t pos = items[at - 1].where.end; pos < items[at].where.begin; pos++) {
        const char each = shown.data[pos];
        if (each == '\n' && in_line && marks) {
            return true;
        }
        in_line |= each == '\n';
        marks = each != '\n' && (marks || (each != ' ' && each != '\r'));
    }
    return false;
}

/* [words] the first word of the section that each stands in. */
static size_t *find_sections(const scene *self) {
    size_t *first = arena_array(self->into, size_t, self->words->count);
    for (size_t at = 1; at < self->words->count; at++) {
        first[at] = begins_section(self, at) ? at : first[at - 1];
    }
    return first;
}

/* --- what the same speaker says ----------------------------------------------------------------
 */

enum { WORDS_ON = 600, LEAD_WORDS = 100 };

static bool has_occasion(const resolved *self) {
    return self->occasion != HEARSAY_OCCASION_UNKNOWN;
}

static bool tells(const resolved *self) {
    return has_occasion(self) || self->date.data != NULL;
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

/* Whether statement `i` may be of the same occasion as another one of its speaker. Only what is
 * said has an occasion, and not what somebody is said to have said there; and only a headline or
 * the first paragraph of a section comes before the sentence that tells. */
static bool may_go_on(const scene *self, const size_t *sections, size_t i, size_t from) {
    const resolved *out = &self->out[i];
    const size_t here = self->frames[i].anchor, there = self->frames[from].anchor;
    return out->who.kind != SPEAKER_NOBODY && out->who.name.data != NULL && is_said(self, i) &&
           self->relations->items[i].parent == 0 && !is_of_other_times(self, i) &&
           out->polarity != HEARSAY_POLARITY_CONDITIONAL && !is_of_other_times(self, from) &&
           words_between(here, there) < WORDS_ON &&
           (there < here || here < LEAD_WORDS ||
            (sections[here] == sections[there] && here - sections[here] < LEAD_WORDS));
}

/* A week, too, for what follows right on it. */
static bool is_week(const scene *self, str date, size_t i, size_t from) {
    enum { WORDS_NEAR = 60, DAYS = 7 };
    if (date.data == NULL) {
        return false;
    }
    const date_value value = date_value_read(date);
    return value.precision == DATE_RANGE && value.last - value.first < DAYS &&
           words_between(self->frames[i].anchor, self->frames[from].anchor) < WORDS_NEAR;
}

/* Only a day is one of a scene: what was said "in 2014" was said in several of them. */
static bool is_day(str date) {
    return date.data != NULL && date_value_read(date).precision == DATE_DAY;
}

/* Each post stands for itself, but for what directly follows, and each section; a meeting is mostly
 * spoken of. */
static bool goes_on(const scene *self, const size_t *sections, size_t i, size_t from) {
    enum { WORDS_POST = 150 };
    const hearsay_occasion occasion = self->out[from].occasion;
    const size_t here = self->frames[i].anchor, there = self->frames[from].anchor;
    const size_t words = words_between(here, there);
    return sections[here] == sections[there] && occasion != HEARSAY_OCCASION_MEETING &&
           (occasion != HEARSAY_OCCASION_POST || words <= WORDS_POST);
}

/* What is told of one event, "his speech" of 2007, is told of its time, however long that is. */
static bool is_same_event(const resolved *a, const resolved *b) {
    return has_occasion(a) && a->occasion == b->occasion && a->occasion != HEARSAY_OCCASION_POST &&
           a->occasion != HEARSAY_OCCASION_POLL;
}

/* Takes over what the sentence does not tell, or not as exactly. */
static void take_over(scene *self, const size_t *sections, size_t i, size_t from) {
    const str date = self->out[from].date;
    if ((is_day(date) || is_week(self, date, i, from) ||
         is_same_event(&self->out[i], &self->out[from])) &&
        date.data != NULL &&
        (self->out[i].date.data == NULL || is_exacter_day(date, self->out[i].date))) {
        share_date(self, i, from);
    }
    if (!has_occasion(&self->out[i]) && goes_on(self, sections, i, from)) {
        share_occasion(self, i, from);
    }
}

/* The last statements of each speaker that tell anything, as lists. */
typedef struct {
    size_t *last;   /* [entities] from 1; 0: none yet */
    size_t *before; /* [relations] the one of the same speaker before, likewise */
    size_t entities;
    const size_t *sections; /* of find_sections */
} told_before;

static told_before told_new(const scene *self, const size_t *sections) {
    size_t count = 0;
    for (size_t i = 0; i < self->relations->count; i++) {
        size_t entity = self->out[i].who.entity;
        count = entity != SIZE_MAX && entity >= count ? entity + 1 : count;
    }
    return (told_before){arena_array(self->into, size_t, count),
                         arena_array(self->into, size_t, self->relations->count), count, sections};
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
        if (may_be_one_occasion(&self->out[i], &self->out[from - 1])) {
            if (may_go_on(self, list->sections, i, from - 1)) {
                take_over(self, list->sections, i, from - 1);
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
static void take_from_outer(scene *self, const size_t *sections, size_t i) {
    if (!tells(&self->out[i]) && is_of_himself(self, i)) {
        take_over(self, sections, i, outer_of(self, i) - 1);
    }
}

static void go_on_all(scene *self, const size_t *sections) {
    told_before list = told_new(self, sections);
    for (size_t i = 0; i < self->relations->count; i++) {
        go_on(self, &list, i);
    }
    list = told_new(self, sections);
    for (size_t i = self->relations->count; i-- > 0;) {
        go_on(self, &list, i);
    }
    for (size_t i = 0; i < self->relations->count; i++) {
        take_from_outer(self, sections, i);
    }
}

/* Whether a statement that tells nothing may be made at the document's event. */
static bool may_join(const scene *self, size_t i) {
    const resolved *out = &self->out[i];
    return is_said(self, i) && out->polarity == HEARSAY_POLARITY_ASSERTED &&
           self->relations->items[i].parent == 0 && !is_of_other_times(self, i) &&
           (out->sourcing == HEARSAY_SOURCING_NAMED || out->sourcing == HEARSAY_SOURCING_ROLE ||
            out->sourcing == HEARSAY_SOURCING_ANONYMOUS ||
            out->sourcing == HEARSAY_SOURCING_COLLECTIVE);
}

/* --- what the document is about --------------------------------------------------------------- */

/* An article that is about one event says when it was once or twice, and means it of all that is
 * said there. This many statements must tell the same themselves, more than tell anything else, and
 * of the day also these two fifths of all.
 */
enum { SAME_AT_LEAST = 4, OF_ALL_TENTHS = 4 };

static bool has_several_speakers(hearsay_occasion occasion) {
    return occasion == HEARSAY_OCCASION_TESTIMONY || occasion == HEARSAY_OCCASION_DEBATE;
}

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
                  10 * same >= OF_ALL_TENTHS * self->relations->count &&
                  is_day(self->out[candidate].date);
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
    bool event = has_several_speakers((hearsay_occasion)best);
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

/* --- the one event of a speaker ------------------------------------------------------------------
 */

/* What else a speaker says on the same day belongs to the only event of his that is told. */
static bool may_be_of_only_event(const scene *self, size_t i, size_t from) {
    const resolved *out = &self->out[i], *event = &self->out[from];
    return is_said(self, i) && out->polarity == HEARSAY_POLARITY_ASSERTED &&
           self->relations->items[i].parent == 0 && !is_of_other_times(self, i) &&
           event->occasion != HEARSAY_OCCASION_POST &&
           event->occasion != HEARSAY_OCCASION_MEETING && is_day(out->date) &&
           event->date.data != NULL && str_equal(out->date, event->date);
}

static void join_only_event(scene *self) {
    const size_t count = self->relations->count;
    size_t entities = 0;
    for (size_t i = 0; i < count; i++) {
        const size_t entity = self->out[i].who.entity;
        entities = entity != SIZE_MAX && entity >= entities ? entity + 1 : entities;
    }
    size_t *only = arena_array(self->into, size_t, entities); /* from 1; SIZE_MAX: several */
    for (size_t i = 0; i < count; i++) {
        const size_t entity = self->out[i].who.entity;
        if (entity < entities && has_occasion(&self->out[i]) &&
            self->relations->items[i].parent == 0) {
            const bool other = only[entity] != 0 && only[entity] != SIZE_MAX &&
                               self->out[only[entity] - 1].occasion != self->out[i].occasion;
            only[entity] = other || only[entity] == SIZE_MAX ? SIZE_MAX : i + 1;
        }
    }
    for (size_t i = 0; i < count; i++) {
        const size_t entity = self->out[i].who.entity;
        const size_t from = entity < entities ? only[entity] : 0;
        if (from != 0 && from != SIZE_MAX && !has_occasion(&self->out[i]) &&
            may_be_of_only_event(self, i, from - 1)) {
            share_occasion(self, i, from - 1);
        }
    }
}

/* --- events with several speakers ---------------------------------------------------------------
 */

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

/* "Asked if it rained, he said": backwards, as one question may follow another. */
static void join_answers(scene *self, const size_t *sections) {
    for (size_t i = self->relations->count; i-- > 0;) {
        const size_t answer = answer_to(self, i);
        if (answer != SIZE_MAX) {
            take_over(self, sections, i, answer);
            if (self->out[i].occasion == HEARSAY_OCCASION_INTERVIEW) {
                take_over(self, sections, answer, i);
            }
        }
    }
}

void go_on_from_each_other(scene *self) {
    const size_t *sections = find_sections(self);
    go_on_all(self, sections);
    join_event(self);
    join_others(self);
    join_only_event(self);
    join_answers(self, sections);
}
