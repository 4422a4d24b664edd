#include "resolve/occasion.h"

#include "base/ascii.h"
#include "resolve/going_on.h"
#include "resolve/governed.h"
#include "resolve/manner.h"
#include "resolve/outlets.h"
#include "resolve/source_head.h"
#include "resolve/statement_date.h"
#include "resolve/via.h"
#include "resolve/via_carried.h"

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

static bool ends_in(str text, str end) {
    return text.size > end.size &&
           str_equal(str_slice(text, (span){text.size - end.size, text.size}), end);
}

/* "The Washington Post" is no post, and who called, or was calling, made no call, nor are "calls
 * for an inquiry" any; but "a Suffolk University Poll" is a poll. */
static bool is_noun(const scene *self, size_t at, size_t length, const entry *each,
                    hearsay_occasion occasion) {
    const word *first = &self->words->items[at];
    str last = self->words->items[at + length - 1].lower;
    bool verb = ends_in(last, STR("ed")) ||
                (ends_in(last, STR("ing")) && !ends_in(each->phrase, STR("ing"))) ||
                (occasion == HEARSAY_OCCASION_CALL && word_is(self->words, at + length, "for"));
    bool in_name = occasion != HEARSAY_OCCASION_POLL && first->capital && length == 1 && at > 0 &&
                   first->before == 0 && first[-1].capital && first[-1].sentence == first->sentence;
    const bool before_name =
        at + 1 < self->words->count && first[1].capital && first[1].before == 0; /* "Post editor" */
    in_name |= first->capital && word_is(self->words, at, "post") && at > 0 &&
               (before_name || word_is(self->words, at - 1, "the"));
    return !verb && !in_name;
}

hearsay_occasion listed_occasion(const scene *self, size_t at, size_t *length) {
    const entry *each =
        glossary_at(self->lists->occasions, self->words, at, self->words->count, length);
    return each != NULL ? occasion_named(each->section) : HEARSAY_OCCASION_UNKNOWN;
}

/* "told an Iowa audience", "telling conservative radio host Ada Vale": who is spoken to at word
 * `at`. But "the CNN audience" sits at home, and "the debate audience" hears a debate. */
static bool is_spoken_to(const scene *self, size_t at) {
    enum { WORDS_BACK = 5 };
    static const char *const SPEAKS[] = {"told",   "tell",    "tells",      "telling",
                                         "before", "address", "addressing", "addressed"};
    const word *items = self->words->items;
    size_t length = 1;
    for (size_t i = at; i > 0 && at - i < WORDS_BACK; i--) {
        const bool joined = (items[i].before == 0 || items[i].before == '-') &&
                            items[i - 1].sentence == items[at].sentence;
        if (joined && WORD_IS_ONE_OF(self->words, i - 1, SPEAKS)) {
            return true;
        }
        if (!joined || glossary_has(self->lists->occasions, self->words, i - 1, i, "blocks") ||
            listed_occasion(self, i - 1, &length) != HEARSAY_OCCASION_UNKNOWN ||
            outlet_at(self, i - 1, at, &length).data != NULL) {
            return false;
        }
    }
    return false;
}

/* "told a news briefing", "telling the conference": those who are there. */
static bool is_told_event(const scene *self, size_t at, hearsay_occasion occasion) {
    static const char *const TOLD[] = {"told", "tells", "telling"};
    static const char *const ARTICLES[] = {"a", "an", "the"};
    const bool gathers = occasion == HEARSAY_OCCASION_SPEECH ||
                         occasion == HEARSAY_OCCASION_PRESS_CONFERENCE ||
                         occasion == HEARSAY_OCCASION_TESTIMONY;
    for (size_t i = at; gathers && i > 1 && i + 2 > at; i--) { /* one word may describe it */
        if (WORD_IS_ONE_OF(self->words, i - 1, ARTICLES)) {
            return WORD_IS_ONE_OF(self->words, i - 2, TOLD);
        }
    }
    return false;
}

/* Whether the words of an entry stand there as it is written: what is told "audiences" was told
 * more than once. */
static bool is_as_written(const scene *self, size_t last, str phrase) {
    const str here = self->words->items[last].lower;
    return here.size <= phrase.size &&
           str_equal(str_slice(phrase, (span){phrase.size - here.size, phrase.size}), here);
}

/* What word `at` of the frame of relation `i` tells; occasion UNKNOWN where it tells nothing. */
static sign sign_at(const scene *self, size_t i, size_t at, size_t *length) {
    const glossary *list = self->lists->occasions;
    const entry *each = glossary_at(list, self->words, at, self->words->count, length);
    hearsay_occasion occasion =
        each != NULL ? occasion_named(each->section) : HEARSAY_OCCASION_UNKNOWN;
    bool told = each != NULL && str_equal(each->value, STR("told"));
    bool people = each != NULL && str_equal(each->value, STR("people")); /* who speak themselves */
    bool counts =
        occasion != HEARSAY_OCCASION_UNKNOWN &&
        (str_equal(each->value, STR("itself")) ||
         (told && is_as_written(self, at + *length - 1, each->phrase) && is_spoken_to(self, at)) ||
         (!told && is_noun(self, at, *length, each, occasion) &&
          ((!people && is_source(self, i, at)) || is_told_event(self, at, occasion) ||
           is_governed(self, list, at, NULL))));
    *length = each != NULL ? *length : 1;
    return counts ? (sign){occasion, {at, at + *length}} : (sign){HEARSAY_OCCASION_UNKNOWN, {0, 0}};
}

/* "They held a rally after Reed spoke": what is before or after somebody's words is not where they
 * were said. */
static bool is_of_other_clause(const scene *self, size_t i, size_t at) {
    const word_range source = self->frames[i].source;
    bool led = source.first < source.last && source.first > 0 && at < source.first;
    if (is_outside_clause(self, i, at) || is_in_clause_of_time(self, i, at)) {
        return true;
    }
    return led && (word_is(self->words, source.first - 1, "after") ||
                   word_is(self->words, source.first - 1, "before"));
}

/* "Vale said so, though Reed has denied it in a report": the event of another speaker, whose words
 * stand right before it. */
static bool is_of_another(const scene *self, size_t i, size_t at) {
    const size_t teller = via_teller(self, i, at), mine = self->out[i].who.entity;
    if (teller == SIZE_MAX || teller == i || is_within(at, self->frames[i].cue) ||
        is_within(at, self->frames[i].source)) {
        return false;
    }
    const size_t other = self->out[teller].who.entity;
    return self->frames[teller].anchor <= at && self->frames[teller].source.first <= at &&
           mine != other && mine != SIZE_MAX && other != SIZE_MAX;
}

/* "issued a statement": the event, at the beginning of what the cue is said to report. */
static sign sign_in_content(const scene *self, size_t i) {
    enum { WORDS_IN = 4 };
    const size_t first = self->frames[i].cue.last;
    sign none = {HEARSAY_OCCASION_UNKNOWN, {0, 0}};
    for (size_t at = first; at < first + WORDS_IN && at < self->words->count;) {
        size_t length = 1;
        sign found = self->inside[at] == i + 1 ? sign_at(self, i, at, &length) : none;
        bool issued = found.occasion == HEARSAY_OCCASION_WRITTEN_STATEMENT ||
                      found.occasion == HEARSAY_OCCASION_LETTER;
        if (issued && self->frames[i].cue.first < first) {
            return found;
        }
        at += length;
    }
    return none;
}

/* Who leads in a poll, or speaks of one, does not answer it. */
static bool is_person(const scene *self, size_t i) {
    return self->out[i].who.kind == SPEAKER_PERSON &&
           self->out[i].sourcing == HEARSAY_SOURCING_NAMED;
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
        if (found.occasion != HEARSAY_OCCASION_UNKNOWN && distance < best_distance &&
            !is_of_other_clause(self, i, at) && !is_of_another(self, i, at) &&
            !(found.occasion == HEARSAY_OCCASION_POLL && is_person(self, i))) {
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

/* What a sentence tells that speaks of the speaker of `i`. `unowned`: nobody says anything there.
 */
static sign sign_in_sentence(const scene *self, size_t i, word_range part, bool unowned) {
    sign found = {HEARSAY_OCCASION_UNKNOWN, {0, 0}};
    for (size_t at = part.first; speaks_of_speaker(self, i, part) && at < part.last;) {
        size_t length = 1;
        sign here = sign_at(self, i, at, &length);
        bool told_here = self->inside[at] == self->inside[self->frames[i].anchor] &&
                         !(unowned && via_teller(self, i, at) != SIZE_MAX);
        found = here.occasion != HEARSAY_OCCASION_UNKNOWN && told_here ? here : found;
        at += length;
    }
    return found;
}

/* What the sentence before tells: "He held a rally in Vale. He said". */
static sign sign_before(const scene *self, size_t i) {
    const size_t first = words_of_sentence(self->words, self->frames[i].anchor).first;
    if (first == 0 || self->out[i].who.name.data == NULL) {
        return (sign){HEARSAY_OCCASION_UNKNOWN, {0, 0}};
    }
    return sign_in_sentence(self, i, words_of_sentence(self->words, first - 1), false);
}

/* What a sentence farther before tells that says nothing but that it took place. */
static sign sign_far_before(const scene *self, size_t i) {
    enum { SENTENCES_BACK = 3 };
    sign found = {HEARSAY_OCCASION_UNKNOWN, {0, 0}};
    word_range part = words_of_sentence(self->words, self->frames[i].anchor);
    for (size_t n = 0; n < SENTENCES_BACK && part.first > 0 && self->out[i].who.name.data != NULL &&
                       found.occasion == HEARSAY_OCCASION_UNKNOWN;
         n++) {
        part = words_of_sentence(self->words, part.first - 1);
        found = sign_in_sentence(self, i, part, true);
    }
    return found;
}

/* --- polls ------------------------------------------------------------------------------------ */

/* "Four in ten say so": what people answer is told without its poll, which is not far. */
enum { POLL_WORDS = 600, WORDS_OF_SHARE = 4 };

/* Whether the source is a share of those who were asked, or names them as such. */
static bool is_asked(const scene *self, size_t i) {
    const word_range source = self->frames[i].source;
    const glossary *list = self->lists->occasions;
    for (size_t at = source.first; at < source.last; at++) {
        const entry *each = glossary_at(list, self->words, at, source.last, NULL);
        bool share =
            entry_is(each, "shares") || ascii_is_digit(self->words->items[at].lower.data[0]);
        if (entry_is(each, "asked") || (share && at < source.first + WORDS_OF_SHARE)) {
            return self->out[i].sourcing == HEARSAY_SOURCING_COLLECTIVE;
        }
    }
    return false;
}

static sign poll_near(const scene *self, size_t i) {
    const size_t anchor = self->frames[i].anchor;
    sign none = {HEARSAY_OCCASION_UNKNOWN, {0, 0}};
    for (size_t away = 0; outer_of(self, i) == 0 && is_asked(self, i) && away < POLL_WORDS;
         away++) {
        const size_t places[] = {anchor - away, anchor + away};
        for (size_t k = 0; k < 2; k++) {
            size_t length = 1;
            if (places[k] < self->words->count &&
                listed_occasion(self, places[k], &length) == HEARSAY_OCCASION_POLL) {
                return (sign){HEARSAY_OCCASION_POLL, {places[k], places[k] + length}};
            }
        }
    }
    return none;
}

/* --- all -------------------------------------------------------------------------------------- */

/* Who thinks, plans or sees something does that somewhere else than where the sentence is about. */
static bool may_have_occasion(const scene *self, size_t i) {
    const hearsay_kind kind = self->out[i].kind;
    return kind != HEARSAY_KIND_BELIEF && kind != HEARSAY_KIND_INTENTION &&
           kind != HEARSAY_KIND_PERCEPTION;
}

/* What the statement's own sentence tells, or the one before. */
static sign find_sign(const scene *self, size_t i, bool told) {
    sign found = nearest_sign(self, i);
    if (found.occasion == HEARSAY_OCCASION_UNKNOWN) {
        found = sign_in_content(self, i);
    }
    if (found.occasion == HEARSAY_OCCASION_UNKNOWN && told) {
        found = (sign){HEARSAY_OCCASION_INTERVIEW, self->frames[i].cue};
    }
    if (found.occasion == HEARSAY_OCCASION_UNKNOWN && is_said(self, i)) {
        found = sign_before(self, i);
    }
    if (found.occasion != HEARSAY_OCCASION_POLL && !may_have_occasion(self, i)) {
        found = (sign){HEARSAY_OCCASION_UNKNOWN, {0, 0}};
    }
    return found.occasion == HEARSAY_OCCASION_UNKNOWN ? poll_near(self, i) : found;
}

static void tell_occasion(scene *self, size_t i, sign found) {
    self->out[i].occasion = found.occasion;
    if (found.occasion != HEARSAY_OCCASION_UNKNOWN) {
        scene_tell(self, i, "occasion", found.where,
                   str_from(hearsay_occasion_name(found.occasion)));
    }
}

/* What "has often" been said was said on several occasions. Others may have gone on from the one
 * that its sentence tells of. */
static void forget_repeated(scene *self, size_t i) {
    resolved *out = &self->out[i];
    if (out->occasion != HEARSAY_OCCASION_UNKNOWN && is_repeated(self, i)) {
        out->occasion = HEARSAY_OCCASION_UNKNOWN;
        scene_tell(self, i, "said repeatedly", self->frames[i].cue, (str){NULL, 0});
    }
}

/* For those that nothing else tells of. */
static void take_from_far_before(scene *self) {
    for (size_t i = 0; i < self->relations->count; i++) {
        if (self->out[i].occasion == HEARSAY_OCCASION_UNKNOWN && is_said(self, i) &&
            !is_of_other_times(self, i)) {
            tell_occasion(self, i, sign_far_before(self, i));
        }
    }
}

void find_occasions(scene *self, const dates *all) {
    possible_dates dated;
    possible_dates_find(self, all, &dated);
    for (size_t i = 0; i < self->relations->count; i++) {
        tell_occasion(self, i, find_sign(self, i, find_via(self, i)));
        find_statement_date(self, all, &dated, i);
    }
    go_on_from_each_other(self);
    take_from_far_before(self);
    for (size_t i = 0; i < self->relations->count; i++) {
        forget_repeated(self, i);
    }
    carry_via(self);
}
