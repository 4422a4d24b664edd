#include "resolve/via.h"

#include "base/ascii.h"
#include "resolve/governed.h"
#include "resolve/lists.h"
#include "resolve/manner.h"
#include "resolve/occasion.h"
#include "resolve/outlets.h"
#include "resolve/unlisted.h"

#include <stdint.h>
#include <string.h>

/* Whether a name is that of the outlet in which the document stands. */
static bool is_own_outlet(const scene *self, str name) {
    return is_same_outlet(name, self->facts->publisher) ||
           is_called_by_last_word(self->facts->publisher, name);
}

void via_add(scene *self, size_t i, str name, word_range where) {
    resolved *out = &self->out[i];
    bool known = is_own_outlet(self, name) ||
                 (out->who.kind == SPEAKER_OUTLET && is_same_outlet(name, out->who.name));
    for (size_t k = 0; k < out->via.count; k++) {
        known |= is_same_outlet(name, out->via.items[k]);
    }
    if (known) {
        return;
    }
    str *items = arena_array(self->into, str, out->via.count + 1);
    if (out->via.count > 0) {
        memcpy(items, out->via.items, out->via.count * sizeof *items);
    }
    items[out->via.count] = name;
    out->via = (name_list){items, out->via.count + 1};
    scene_tell(self, i, "via", where, name);
}

/* --- names in the frame ----------------------------------------------------------------------- */

enum { NEAR = 12 }; /* statements on either side that are looked at */

/* What is kept from one word of a frame to the next. */
typedef struct {
    size_t end;  /* of the last outlet that counted; 0: none did */
    bool told;   /* one was told something */
    bool counts; /* what is found belongs to the statement */
} listening;

bool via_is_text(const scene *self, size_t at) {
    const entry *each =
        glossary_at(self->lists->channels, self->words, at, self->words->count, NULL);
    return entry_is(each, "texts") || (each != NULL && str_equal(each->value, STR("text")));
}

static bool is_within(size_t at, word_range part) {
    return at >= part.first && at < part.last;
}

/* The last word of relation `k` (the beginning of its source or cue) that is not behind word `at`,
 * in its sentence and content; else the first behind it; SIZE_MAX: none is there. */
static size_t nearest_word(const scene *self, size_t k, size_t at) {
    const frame *of = &self->frames[k];
    const size_t places[] = {of->anchor,
                             of->source.last > of->source.first ? of->source.first : of->anchor};
    size_t best = SIZE_MAX;
    for (size_t n = 0; n < 2; n++) {
        const size_t place = places[n];
        if (self->words->items[place].sentence == self->words->items[at].sentence &&
            self->inside[place] == self->inside[at] &&
            (best == SIZE_MAX || (place <= at ? best > at || place > best : place < best))) {
            best = place;
        }
    }
    return best;
}

size_t via_teller(const scene *self, size_t i, size_t at) {
    size_t before = SIZE_MAX, after = SIZE_MAX, last_before = 0, first_after = SIZE_MAX;
    size_t last = i + NEAR < self->relations->count ? i + NEAR + 1 : self->relations->count;
    for (size_t k = i > NEAR ? i - NEAR : 0; k < last; k++) {
        const size_t place = nearest_word(self, k, at);
        if (place <= at && (before == SIZE_MAX || place > last_before)) {
            before = k;
            last_before = place;
        } else if (place > at && place < first_after) {
            after = k;
            first_after = place;
        }
    }
    return before != SIZE_MAX ? before : after;
}

/* Whether what word `at` says of a statement may be said of `i`: it goes with it, or with another
 * of the same speaker, or with what the outlet there does itself ("told CNN, which asked her",
 * "wrote in a letter first reported by CNN"). */
static bool goes_with(const scene *self, size_t i, size_t at) {
    const size_t teller = via_teller(self, i, at);
    if (is_outside_clause(self, i, at)) {
        return false;
    }
    if (teller == SIZE_MAX || teller == i || is_within(at, self->frames[i].cue) ||
        (self->out[teller].who.kind == SPEAKER_OUTLET &&
         is_within(at, self->frames[teller].source))) {
        return true;
    }
    const size_t mine = self->out[i].who.entity, other = self->out[teller].who.entity;
    return (mine == other || mine == SIZE_MAX || other == SIZE_MAX) &&
           !is_outside_clause(self, teller, self->frames[i].anchor);
}

/* Whether a word stands in a tag, such as <tweet id="...">, that is none of the text. */
static bool is_in_tag(const scene *self, size_t at) {
    enum { TAG_SIZE = 200 };
    const str shown = self->text->shown;
    size_t begin = self->words->items[at].where.begin;
    for (size_t pos = begin; pos > 0 && begin - pos < TAG_SIZE; pos--) {
        char before = shown.data[pos - 1];
        if (before == '<' || before == '>' || before == '\n') {
            return before == '<';
        }
    }
    return false;
}

/* "linked to the Post report": the text, not the outlet, stands behind "to". */
static bool is_text_of(const scene *self, size_t at) {
    const word *items = self->words->items;
    return at < self->words->count && items[at].before == 0 && !items[at - 1].possessive &&
           (via_is_text(self, at) || word_is(self->words, at, "report") ||
            word_is(self->words, at, "poll"));
}

/* "Follow Vale on Twitter": the page asks its reader to. */
static bool is_asked_of_reader(const scene *self, size_t at) {
    const word_range sentence = words_of_sentence(self->words, at);
    return glossary_has(self->lists->channels, self->words, sentence.first, sentence.last, "asks");
}

bool via_is_led(const scene *self, word_range name, size_t *lead) {
    const glossary *list = self->lists->channels;
    if (is_asked_of_reader(self, name.first)) {
        return false;
    }
    if (!is_governed(self, list, name.first, lead) ||
        (word_is(self->words, *lead, "to") && is_text_of(self, name.last))) {
        return false;
    }
    const size_t before = *lead > 0 ? *lead - 1 : 0;
    if (word_is(self->words, *lead, "by")) { /* "published by", not "angered by", "a report by" */
        return *lead > 0 && !word_is(self->words, before, "report") &&
               (glossary_has(list, self->words, before, *lead, "passes") ||
                glossary_has(list, self->words, before, *lead, "writes"));
    }
    return *lead == 0 || !glossary_has(list, self->words, before, *lead + 1, "compares");
}

/* "an anchor at CNN": where somebody works, and not where he says it. */
static bool is_workplace(const scene *self, size_t lead) {
    static const char *const PLACES[] = {"at", "from", "with", "in"};
    return WORD_IS_ONE_OF(self->words, lead, PLACES) && lead > 0 &&
           (list_letters(LIST_OF_NOUNS, self->words->items[lead - 1].lower) &
            (LETTER('p') | LETTER('m') | LETTER('f') | LETTER('n'))) != 0;
}

/* "CNN, MSNBC and ABC News": the others go with the first. */
static bool goes_with_last(const scene *self, size_t at, const listening *so_far) {
    return so_far->end > 0 && at - so_far->end < 2 &&
           (self->words->items[at].before == ',' || word_is(self->words, at - 1, "and"));
}

bool via_is_program_of(const scene *self, size_t at, size_t outlet_end) {
    const word *items = self->words->items;
    const size_t first =
        at > 0 && at > outlet_end && word_is(self->words, at - 1, "the") ? at - 1 : at;
    return outlet_end > 0 && first == outlet_end &&
           (items[first].before == 0 || items[first].before == '\'') &&
           (first == at || items[at].before == 0);
}

/* "The Harbour Post's Tom Reed wrote": the outlet that the source writes for. */
static bool is_written_for(const scene *self, size_t i, word_range name) {
    const word_list *words = self->words;
    const frame *around = &self->frames[i];
    const size_t back = name.first > 1 && word_is(words, name.first - 1, "the") ? 2 : 1;
    size_t lead = 0;
    bool of_source = words->items[name.last - 1].possessive ||
                     (name.first >= back && word_is(words, name.first - back, "of")) ||
                     (via_is_led(self, name, &lead) && word_is(words, lead, "at"));
    bool writes = false;
    for (size_t at = around->cue.first; at < around->cue.last; at++) {
        writes |= glossary_has(self->lists->channels, words, at, at + 1, "writes");
    }
    for (size_t at = around->source.first; at < around->source.last; at++) {
        writes |= glossary_has(self->lists->channels, words, at, at + 1, "writes");
    }
    return of_source && writes && self->out[i].who.kind != SPEAKER_OUTLET;
}

/* "NBC's Gloria Vale asked Reed whether it rained": the outlet that somebody asks for. */
static bool is_asked_for(const scene *self, size_t i, word_range name) {
    return self->words->items[name.last - 1].possessive && is_asking(self, i) &&
           self->out[i].who.kind == SPEAKER_PERSON && name.last < self->frames[i].source.last;
}

/* "said doctor Ada Moreno to AFP", where the source goes to its end. */
static bool is_told_in_source(const scene *self, size_t i, word_range name) {
    size_t lead = 0;
    return name.last == self->frames[i].source.last && via_is_led(self, name, &lead) &&
           word_is(self->words, lead, "to") && lead > self->frames[i].source.first &&
           self->out[i].who.kind == SPEAKER_PERSON;
}

/* "A transcript published by The Harbour Post", "an editorial in the Post": where a text that is
 * the source came out. A poll did not come out there: it was made there. */
static bool is_where_published(const scene *self, size_t i, word_range name) {
    const word_range source = self->frames[i].source;
    size_t lead = 0;
    if (self->out[i].sourcing != HEARSAY_SOURCING_DOCUMENT || !via_is_led(self, name, &lead) ||
        !is_within(lead, source) || word_is(self->words, lead, "from")) {
        return false;
    }
    for (size_t k = source.first; k < lead; k++) {
        size_t length = 1;
        if (listed_occasion(self, k, &length) == HEARSAY_OCCASION_POLL) {
            return false;
        }
    }
    return true;
}

/* Who speaks to an outlet, or on one, is interviewed there. */
static bool is_told(const scene *self, size_t at, size_t lead) {
    static const char *const LEADS[] = {"told", "tells", "tell",    "telling", "on",
                                        "to",   "with",  "visited", "visiting"};
    const entry *each =
        glossary_at(self->lists->channels, self->words, at, self->words->count, NULL);
    return !entry_is(each, "platform") && WORD_IS_ONE_OF(self->words, lead, LEADS);
}

bool via_is_surname(const scene *self, size_t i, word_range name) {
    const str surname = self->words->items[name.last - 1].lower;
    size_t last = i + NEAR < self->relations->count ? i + NEAR + 1 : self->relations->count;
    for (size_t k = i > NEAR ? i - NEAR : 0; name.last == name.first + 1 && k < last; k++) {
        const speaker *who = &self->out[k].who;
        if (who->kind == SPEAKER_PERSON && who->name.size > surname.size &&
            who->name.data[who->name.size - surname.size - 1] == ' ' &&
            ascii_equal(str_slice(who->name, (span){who->name.size - surname.size, who->name.size}),
                        surname)) {
            return true;
        }
    }
    return false;
}

/* "a fan who once wrote to the Harbour Post": whose doing another clause tells, behind the cue. */
static bool is_others_doing(const scene *self, size_t i, size_t at) {
    const word *items = self->words->items;
    for (size_t k = at; k > self->frames[i].anchor + 1; k--) {
        if (items[k].before == ',' || items[k].sentence != items[k - 1].sentence) {
            return false;
        }
        if (word_is(self->words, k - 1, "who")) {
            return items[k - 1].before == 0;
        }
    }
    return false;
}

/* Whether something is said or comes out there, and by the speaker of `i`. */
static bool is_where_told(const scene *self, size_t i, word_range name, size_t *lead) {
    const bool led = via_is_led(self, name, lead) && !is_workplace(self, *lead) &&
                     !is_in_clause_of_time(self, i, name.first) &&
                     !is_others_doing(self, i, name.first);
    return (led || via_is_text(self, name.last)) && goes_with(self, i, name.first);
}

static void add_heard(scene *self, size_t i, str name, word_range where, const listening *so_far) {
    if (so_far->counts) {
        via_add(self, i, name, where);
    }
}

static void take_outlet(scene *self, size_t i, str name, word_range where, listening *so_far) {
    size_t lead = SIZE_MAX;
    if (via_is_surname(self, i, where)) {
        return;
    }
    if (is_within(where.first, self->frames[i].source)) {
        const bool asks = is_asked_for(self, i, where) || is_told_in_source(self, i, where);
        if (asks || is_written_for(self, i, where) || is_where_published(self, i, where)) {
            add_heard(self, i, name, where, so_far);
            so_far->told |= asks;
        }
    } else if (via_is_program_of(self, where.first, so_far->end)) {
        so_far->end = where.last;
    } else if (is_where_told(self, i, where, &lead) || goes_with_last(self, where.first, so_far)) {
        add_heard(self, i, name, where, so_far);
        self->told_here[i] |= is_own_outlet(self, name);
        so_far->end = where.last;
        so_far->told |= lead != SIZE_MAX && is_told(self, where.first, lead);
    }
}

/* "told me": the author, who writes for the document's own outlet. */
static bool is_told_author(const scene *self, size_t i, size_t at) {
    static const char *const AUTHOR[] = {"me", "us"}, *const TOLD[] = {"told", "tells", "telling"};
    return WORD_IS_ONE_OF(self->words, at, AUTHOR) && at > 0 &&
           WORD_IS_ONE_OF(self->words, at - 1, TOLD) && is_within(at - 1, self->frames[i].cue);
}

/* What word `at` of a frame tells; -> how many words that takes. */
static size_t look_at(scene *self, size_t i, size_t at, listening *so_far) {
    size_t length = 1;
    const entry *verb = glossary_at(self->lists->channels, self->words, at, at + 1, NULL);
    if (is_in_tag(self, at) && !is_within(at, self->frames[i].cue)) {
        return 1;
    }
    if (entry_is(verb, "verb")) {
        if (goes_with(self, i, at) && !is_in_clause_of_time(self, i, at)) {
            add_heard(self, i, verb->value, (word_range){at, at + 1}, so_far);
        }
        return 1;
    }
    self->told_here[i] |= is_told_author(self, i, at);
    str name = outlet_meant_at(self, at, &length);
    name = name.data != NULL ? name : unlisted_outlet(self, i, at, &length);
    if (name.data != NULL) {
        take_outlet(self, i, name, (word_range){at, at + length}, so_far);
    }
    return length;
}

/* The outlet that reports the relation in which this one lies; "Vale's claim" it only speaks of. */
static void look_outside(scene *self, size_t i) {
    const size_t outer = outer_of(self, i);
    const word_range source = self->frames[i].source;
    const bool owned = source.last > source.first && self->words->items[source.last - 1].possessive;
    if (outer > 0 && self->out[outer - 1].who.kind == SPEAKER_OUTLET && !owned) {
        via_add(self, i, self->out[outer - 1].who.name, self->frames[outer - 1].source);
    }
}

/* "— Tom Reed (@tomreed)": a tweet that is signed as such where it is embedded. */
static bool is_signed_tweet(const scene *self, size_t i) {
    const word_range source = self->frames[i].source;
    const str shown = self->text->shown, sign = STR(" (@");
    if (source.first >= source.last) {
        return false;
    }
    const size_t end = self->words->items[source.last - 1].where.end;
    return end + sign.size <= shown.size &&
           str_equal(str_slice(shown, (span){end, end + sign.size}), sign);
}

/* What is only thought, liked or decided was not told to anybody. */
static bool may_have_via(const scene *self, size_t i) {
    const resolved *out = &self->out[i];
    return (is_said(self, i) || out->kind == HEARSAY_KIND_INTENTION) &&
           out->polarity != HEARSAY_POLARITY_CONDITIONAL;
}

bool find_via(scene *self, size_t i) {
    const frame *around = &self->frames[i];
    listening so_far = {.counts = may_have_via(self, i)};
    for (size_t k = 0; k < around->count;) {
        size_t at = around->items[k];
        size_t length = look_at(self, i, at, &so_far);
        while (k < around->count && around->items[k] < at + length) {
            k++;
        }
    }
    if (so_far.counts && self->out[i].via.count == 0) {
        look_outside(self, i);
    }
    if (so_far.counts && is_signed_tweet(self, i)) {
        via_add(self, i, STR("Twitter"), self->frames[i].source);
    }
    return so_far.told;
}
