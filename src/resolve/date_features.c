#include "resolve/date_features.h"

#include "resolve/date_clues.h"
#include "resolve/manner.h"
#include "resolve/occasion.h"

#include <stdarg.h>
#include <stdio.h>

enum { NAME_SIZE = 64, WORDS_BACK = 3, WORDS_ON = 4, NAME_WITHIN = 25 };

/* --- telling ---------------------------------------------------------------------------------- */

__attribute__((format(printf, 2, 3))) static void tell(const feature_sink *sink, const char *format,
                                                       ...) {
    char name[NAME_SIZE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(name, sizeof name, format, arguments);
    va_end(arguments);
    sink->tell(sink->to, name);
}

/* Tells a feature by itself, and together with the place. */
static void tell_both(const feature_sink *sink, const char *what, const char *place,
                      const char *value) {
    tell(sink, "%s.%s", what, value);
    tell(sink, "%s.%s.%s", what, place, value);
}

/* --- where it stands -------------------------------------------------------------------------- */

/* Paragraphs ascend with the words. */
static size_t paragraph_of(const scene *self, size_t at) {
    size_t position = self->words->items[at].where.begin;
    size_t low = 0;
    size_t high = self->text->paragraph_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (self->text->paragraphs[middle].end <= position) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static bool is_within(size_t at, word_range part) {
    return at >= part.first && at < part.last;
}

/* The place of a date, as seen from relation `i`. */
static const char *place_of(const scene *self, size_t i, size_t at) {
    const frame *around = &self->frames[i];
    size_t here = self->words->items[around->anchor].sentence;
    size_t there = self->words->items[at].sentence;
    return is_within(at, around->cue)      ? "cue"
           : is_within(at, around->source) ? "source"
           : is_in_frame(self, i, at)      ? "frame"
           : self->inside[at] == i + 1     ? "content"
           : here == there                 ? "sentence"
           : there < here                  ? "before"
                                           : "after";
}

static const char *distance_name(size_t words) {
    return words < 3     ? (const char *[]){"0", "1", "2"}[words]
           : words <= 4  ? "4"
           : words <= 8  ? "8"
           : words <= 16 ? "16"
           : words <= 32 ? "32"
                         : "more";
}

/* Whether what another speaker says comes between the word and the cue of relation `i`. */
static bool is_of_another_speaker(const scene *self, size_t at, size_t i) {
    enum { NEAR = 6 };
    const size_t here = self->frames[i].anchor;
    for (size_t k = i > NEAR ? i - NEAR : 0; k < self->relations->count && k <= i + NEAR; k++) {
        size_t there = self->frames[k].anchor;
        bool between = (at < there && there < here) || (here < there && there < at);
        if (between && self->out[k].who.entity != self->out[i].who.entity &&
            self->inside[there] == self->inside[here]) {
            return true;
        }
    }
    return false;
}

/* What lies between the date and the cue, of one sentence. */
static void tell_between(const scene *self, size_t i, const possible_date *of, bool nearer,
                         const char *place, const feature_sink *sink) {
    static const char *const CLAUSES[] = {"which",    "who",    "whom",    "whose", "when",
                                          "where",    "while",  "because", "that",  "if",
                                          "although", "though", "as"};
    const size_t at = of->part.first, anchor = self->frames[i].anchor;
    size_t first = at < anchor ? at : anchor, last = at < anchor ? anchor : at;
    size_t words = 0, commas = 0;
    bool clause = false;
    for (size_t k = first + 1; k <= last; k++) {
        commas += self->words->items[k].before == ',';
        bool level = k < last && self->inside[k] == self->inside[anchor];
        words += level;
        for (size_t n = 0; level && n < sizeof CLAUSES / sizeof *CLAUSES; n++) {
            clause |= word_is(self->words, k, CLAUSES[n]);
        }
    }
    const char *side = at < anchor ? "left" : "right";
    tell(sink, "clause.%s.%s", place, clause ? "own" : "same");
    tell(sink, "commas.%s.%zu", place, commas < 2 ? commas : 2);
    tell(sink, "words.%s.%s.%s", place, side, distance_name(words));
    tell(sink, "side.%s.%s", place, side);
    tell(sink, "nearer.%s.%s", place, nearer ? "other" : "none");
    tell(sink, "between.%s.%s", place, is_of_another_speaker(self, at, i) ? "speaker" : "nobody");
}

/* Whether the sentence of the date names the speaker by his last name. */
static bool names_speaker(const scene *self, size_t i, size_t at) {
    word_range part = words_of_sentence(self->words, at);
    part.first = at > NAME_WITHIN + part.first ? at - NAME_WITHIN : part.first;
    part.last = at + NAME_WITHIN < part.last ? at + NAME_WITHIN : part.last;
    return has_last_name(self, i, part);
}

/* Whose the words around a date of another sentence are. */
static const char *whose_words(const scene *self, size_t i, const possible_date *of) {
    bool mine = false, yours = false;
    for (size_t k = 0; k < of->owner_count; k++) {
        bool same = self->out[of->owners[k]].who.entity == self->out[i].who.entity;
        mine |= same && of->owners[k] != i;
        yours |= !same;
    }
    return mine                                     ? "speaker"
           : names_speaker(self, i, of->part.first) ? "named"
           : yours                                  ? "other"
                                                    : "nobody";
}

static void tell_apart(const scene *self, size_t i, const possible_date *of, const char *place,
                       const feature_sink *sink) {
    const size_t at = of->part.first, anchor = self->frames[i].anchor;
    const char *whose = whose_words(self, i, of);
    size_t here = self->words->items[anchor].sentence, there = self->words->items[at].sentence;
    bool one = paragraph_of(self, at) == paragraph_of(self, anchor);
    tell(sink, "who.%s.%s.%s", place, whose, self->inside[at] == 0 ? "text" : "told");
    tell(sink, "who.%s.%zu.%s", place, here < there ? there - here : here - there, whose);
    tell(sink, "who.%s.%s.%s", place, one ? "near" : "far", whose);
    tell(sink, "who.%s.%s.%s", place, is_said(self, i) ? "said" : "other", whose);
}

/* --- the date itself -------------------------------------------------------------------------- */

static bool follows_directly(const word_list *words, size_t at) {
    char before = words->items[at].before;
    return at > 0 && (before == 0 || before == '\'') &&
           words->items[at - 1].sentence == words->items[at].sentence;
}

/* The word before it, if it is one that governs; "start" where there is none. */
static const char *governor(const word_list *words, size_t at) {
    static const char *const WORDS[] = {"on",     "in",      "at",      "during", "since", "after",
                                        "before", "until",   "by",      "for",    "of",    "from",
                                        "to",     "through", "between", "this",   "that",  "last",
                                        "next",   "than",    "over",    "with",   "about", "and"};
    if (!follows_directly(words, at)) {
        return "start";
    }
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (word_is(words, at - 1, WORDS[i])) {
            return WORDS[i];
        }
    }
    return "word";
}

/* "after Tuesday's vote": a word near before that makes the date one of something else. */
static const char *other_time(const word_list *words, size_t at) {
    static const char *const WORDS[] = {"after", "before", "since",     "until", "till", "ahead",
                                        "for",   "by",     "following", "than",  "from", "of"};
    for (size_t back = 0; back < WORDS_BACK && back < at; back++) {
        size_t here = at - back - 1;
        if (words->items[here + 1].before != 0 ||
            words->items[here].sentence != words->items[at].sentence) {
            return "none";
        }
        for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
            if (word_is(words, here, WORDS[i])) {
                return WORDS[i];
            }
        }
    }
    return "none";
}

/* "Monday's rally" tells, as the rally is where it was said; "Monday's attack" does not. */
static const char *possessed(const scene *self, word_range part) {
    const word_list *words = self->words;
    if (!words->items[part.last - 1].possessive) {
        return "nothing";
    }
    for (size_t at = part.last; at < part.last + WORDS_ON && at < words->count; at++) {
        if (listed_occasion(self, at, NULL) != HEARSAY_OCCASION_UNKNOWN) {
            return "occasion";
        }
    }
    return "other";
}

/* "who spoke in 2012", said by the way: the word that begins a clause of the date which the cue is
 * not in; "none" where there is none. */
static const char *aside(const scene *self, size_t i, size_t at) {
    enum { WORDS_OF_CLAUSE = 14 };
    static const char *const WORDS[] = {"which", "who", "whose", "where", "when", "that", "as"};
    const word *items = self->words->items;
    const size_t anchor = self->frames[i].anchor;
    for (size_t here = at; here > 0 && at - here < WORDS_OF_CLAUSE; here--) {
        if (here - 1 == anchor || items[here - 1].sentence != items[at].sentence) {
            return "none";
        }
        for (size_t n = 0; n < sizeof WORDS / sizeof *WORDS; n++) {
            if (word_is(self->words, here - 1, WORDS[n])) {
                return WORDS[n];
            }
        }
    }
    return "none";
}

static const char *length_name(date_value value) {
    return value.precision == DATE_DAY     ? "day"
           : value.precision == DATE_MONTH ? "month"
           : value.precision == DATE_YEAR  ? "year"
                                           : "range";
}

static const char *when_name(const scene *self, date_value value) {
    if (self->written.precision != DATE_DAY) {
        return "unknown";
    }
    if (value.precision == DATE_DAY) {
        return value.first < self->written.first ? "past" : "today";
    }
    return value.last < self->written.first    ? "past"
           : value.first <= self->written.last ? "within" /* "this year" */
                                               : "future";
}

static void tell_date(const scene *self, const dates *all, size_t i, const possible_date *of,
                      const char *place, const feature_sink *sink) {
    static const char *const BOUNDS[] = {"on", "before", "until", "after", "since", "from"};
    static const char *const KINDS[] = {"date", "time", "vague", "span", "event"};
    static const char *const DIRECTIONS[] = {"given", "past", "future"};
    const date_mention *mention = &all->mentions[of->from->mention];
    const size_t at = of->part.first;
    bool first = at == 0 || self->words->items[at - 1].sentence != self->words->items[at].sentence;
    tell_both(sink, "prep", place, governor(self->words, at));
    tell_both(sink, "near", place, other_time(self->words, at));
    tell_both(sink, "bound", place, BOUNDS[of->from->bound]);
    tell_both(sink, "mention", place, KINDS[mention->kind]);
    tell_both(sink, "length", place, length_name(of->value));
    tell_both(sink, "of", place, possessed(self, of->part));
    tell_both(sink, "aside", place, aside(self, i, at));
    tell(sink, "when.%s", when_name(self, of->value));
    tell(sink, "when.%s.%s.%s", place, when_name(self, of->value), DIRECTIONS[mention->direction]);
    tell(sink, "first.%s.%s", place, first ? "yes" : "no");
}

static void tell_clues(const scene *self, size_t i, const possible_date *of, const char *place,
                       const feature_sink *sink) {
    tell_both(sink, "age", place, age_name(self, of->value));
    tell_both(sink, "form", place, form_name(self, of->part));
    tell_both(sink, "event", place, event_name(self, of->part));
    tell_both(sink, "verb", place, verb_name(self, i, of->part.first));
    tell_both(sink, "tense", place, tense_name(self, i));
}

/* --- all -------------------------------------------------------------------------------------- */

static void tell_statement(const scene *self, size_t i, const char *place,
                           const feature_sink *sink) {
    static const char *const QUOTED[] = {
        [QUOTED_NONE] = "none", [QUOTED_SOME] = "some", [QUOTED_ALL] = "all"};
    const char *sourcing = hearsay_sourcing_name(self->out[i].sourcing);
    const char *kind = is_said(self, i) ? "said" : "other";
    const char *nest = nest_name(self, i);
    tell(sink, "kind.%s", kind);
    tell(sink, "nest.%s", nest);
    tell(sink, "kind.%s.%s.%s", place, kind, nest);
    tell(sink, "habit.%s.%s", place, is_of_other_times(self, i) ? "yes" : "no");
    tell(sink, "sourcing.%s.%s", place, sourcing != NULL ? sourcing : "unknown");
    tell(sink, "quoted.%s.%s", place, QUOTED[self->relations->items[i].quoted]);
}

void date_features(const scene *self, const dates *all, size_t i, const possible_date *of,
                   bool nearer, const feature_sink *sink) {
    const size_t at = of->part.first;
    const char *place = place_of(self, i, at);
    tell(sink, "place.%s", place);
    tell(sink, "place.%s.%s", place, self->inside[at] == 0 ? "text" : "told");
    tell_statement(self, i, place, sink);
    tell_date(self, all, i, of, place, sink);
    tell_clues(self, i, of, place, sink);
    if (place[0] == 'b' || place[0] == 'a') {
        tell_apart(self, i, of, place, sink);
    } else {
        tell_between(self, i, of, nearer, place, sink);
    }
}
