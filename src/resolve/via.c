#include "resolve/via.h"

#include "resolve/governed.h"
#include "resolve/manner.h"
#include "resolve/outlets.h"

#include <stdint.h>
#include <string.h>

void via_add(scene *self, size_t i, str name, word_range where) {
    resolved *out = &self->out[i];
    bool known = is_same_outlet(name, self->facts->publisher) ||
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

/* What is kept from one word of a frame to the next. */
typedef struct {
    size_t end; /* of the last outlet that counted; 0: none did */
    bool told;  /* one was told something */
} listening;

static bool is_within(size_t at, word_range part) {
    return at >= part.first && at < part.last;
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

/* Whether the name is governed by a word that says that something was said or published there. */
static bool is_led(const scene *self, size_t at, size_t *lead) {
    const glossary *list = self->lists->channels;
    if (!is_governed(self, list, at, lead)) {
        return false;
    }
    if (word_is(self->words, *lead, "by")) { /* "published by", but not "angered by" */
        return *lead > 0 && (glossary_has(list, self->words, *lead - 1, *lead, "passes") ||
                             glossary_has(list, self->words, *lead - 1, *lead, "writes"));
    }
    return *lead == 0 || !words_are(self->words, *lead - 1, "according to");
}

/* "CNN, MSNBC and ABC News": the others go with the first. */
static bool goes_with_last(const scene *self, size_t at, const listening *so_far) {
    return so_far->end > 0 && at - so_far->end < 2 &&
           (self->words->items[at].before == ',' || word_is(self->words, at - 1, "and"));
}

/* "CNN's State of the Union" names its outlet, and that is enough. */
static bool is_program_of_last(const scene *self, size_t at, const listening *so_far) {
    return so_far->end > 0 && at == so_far->end && self->words->items[at - 1].possessive;
}

/* "The Harbour Post's Tom Reed wrote": the outlet that the source writes for. */
static bool is_written_for(const scene *self, size_t i, word_range name) {
    const word_list *words = self->words;
    const frame *around = &self->frames[i];
    size_t before = name.first > 1 && word_is(words, name.first - 1, "the") ? 2 : 1;
    bool of_source = words->items[name.last - 1].possessive ||
                     (name.first >= before && (word_is(words, name.first - before, "at") ||
                                               word_is(words, name.first - before, "of")));
    bool writes = false;
    for (size_t at = around->cue.first; at < around->cue.last; at++) {
        writes |= glossary_has(self->lists->channels, words, at, at + 1, "writes");
    }
    for (size_t at = around->source.first; at < around->source.last; at++) {
        writes |= glossary_has(self->lists->channels, words, at, at + 1, "writes");
    }
    return of_source && writes && self->out[i].who.kind != SPEAKER_OUTLET;
}

/* Who speaks to an outlet, or on one, is interviewed there. */
static bool is_told(const scene *self, size_t at, size_t lead) {
    const glossary *list = self->lists->channels;
    const entry *each = glossary_at(list, self->words, at, self->words->count, NULL);
    return !entry_is(each, "platform") &&
           glossary_has(list, self->words, lead, lead + 1, "leads") &&
           (word_is(self->words, lead, "told") || word_is(self->words, lead, "tells") ||
            word_is(self->words, lead, "tell") || word_is(self->words, lead, "telling") ||
            word_is(self->words, lead, "on") || word_is(self->words, lead, "to") ||
            word_is(self->words, lead, "with"));
}

static void take_outlet(scene *self, size_t i, str name, word_range where, listening *so_far) {
    size_t lead = SIZE_MAX;
    if (is_within(where.first, self->frames[i].source)) {
        if (is_written_for(self, i, where)) {
            via_add(self, i, name, where);
        }
    } else if (is_program_of_last(self, where.first, so_far)) {
        so_far->end = where.last;
    } else if (is_led(self, where.first, &lead) || goes_with_last(self, where.first, so_far)) {
        via_add(self, i, name, where);
        so_far->end = where.last;
        so_far->told |= lead != SIZE_MAX && is_told(self, where.first, lead);
    }
}

/* What word `at` of a frame tells; -> how many words that takes. */
static size_t look_at(scene *self, size_t i, size_t at, listening *so_far) {
    size_t length = 1;
    const entry *verb = glossary_at(self->lists->channels, self->words, at, at + 1, NULL);
    if (is_in_tag(self, at) && !is_within(at, self->frames[i].cue)) {
        return 1;
    }
    if (entry_is(verb, "verb")) {
        via_add(self, i, verb->value, (word_range){at, at + 1});
        return 1;
    }
    str name = outlet_at(self, at, self->words->count, &length);
    if (name.data != NULL) {
        take_outlet(self, i, name, (word_range){at, at + length}, so_far);
    }
    return length;
}

/* The outlet that reports the relation in which this one lies. */
static void look_outside(scene *self, size_t i) {
    const size_t outer = outer_of(self, i);
    if (outer > 0 && self->out[outer - 1].who.kind == SPEAKER_OUTLET) {
        via_add(self, i, self->out[outer - 1].who.name, self->frames[outer - 1].source);
    }
}

bool find_via(scene *self, size_t i) {
    const frame *around = &self->frames[i];
    listening so_far = {0, false};
    for (size_t k = 0; k < around->count;) {
        size_t at = around->items[k];
        size_t length = look_at(self, i, at, &so_far);
        while (k < around->count && around->items[k] < at + length) {
            k++;
        }
    }
    if (self->out[i].via.count == 0) {
        look_outside(self, i);
    }
    return so_far.told;
}
