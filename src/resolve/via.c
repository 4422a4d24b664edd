#include "resolve/via.h"

#include "resolve/governed.h"
#include "resolve/outlets.h"

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

/* "told", which outlets are told in interviews. */
static bool is_telling(const word_list *words, size_t at) {
    return word_is(words, at, "told") || word_is(words, at, "tells") ||
           word_is(words, at, "tell") || word_is(words, at, "telling");
}

static bool is_of_source(const scene *self, size_t i, size_t at) {
    return at >= self->frames[i].source.first && at < self->frames[i].source.last;
}

/* What word `at` of a frame tells; `*told` is set where the outlet was told. */
static size_t look_at(scene *self, size_t i, size_t at, bool *told) {
    const glossary *list = self->lists->channels;
    size_t length = 1;
    const entry *verb = glossary_at(list, self->words, at, at + 1, NULL);
    if (entry_is(verb, "verb")) {
        via_add(self, i, verb->value, (word_range){at, at + 1});
        return 1;
    }
    str name = outlet_at(self, at, self->words->count, &length);
    size_t lead = 0;
    if (name.data != NULL && !is_of_source(self, i, at) && is_governed(self, list, at, &lead)) {
        via_add(self, i, name, (word_range){at, at + length});
        *told |= is_telling(self->words, lead);
    }
    return length;
}

/* The outlet that reports the relation in which this one lies. */
static void look_outside(scene *self, size_t i) {
    size_t outer = self->relations->items[i].parent;
    size_t holds = self->inside[self->frames[i].anchor];
    outer = outer == 0 && holds != i + 1 ? holds : outer;
    if (outer > 0 && self->out[outer - 1].who.kind == SPEAKER_OUTLET) {
        via_add(self, i, self->out[outer - 1].who.name, self->frames[outer - 1].source);
    }
}

bool find_via(scene *self, size_t i) {
    const frame *around = &self->frames[i];
    bool told = false;
    for (size_t k = 0; k < around->count;) {
        size_t at = around->items[k];
        size_t length = look_at(self, i, at, &told);
        while (k < around->count && around->items[k] < at + length) {
            k++;
        }
    }
    look_outside(self, i);
    return told;
}
