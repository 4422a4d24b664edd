#include "resolve/anonymity.h"

#include <stdint.h>
#include <string.h>

/* As far from a statement as its source's reason may stand. */
enum { WORDS_APART = 80 };

/* As many reasons as one statement is given. */
enum { REASONS_EACH = 3 };

/* More reasons than these no honest text gives; each looks through all statements. */
enum { REASONS_MAX = 200 };

/* The words from a phrase of data/resolve/anonymity.txt to the end of its clause. */
static word_range whole_reason(const scene *self, size_t at, size_t length) {
    const word *items = self->words->items;
    size_t last = at + length;
    while (last < self->words->count && items[last].sentence == items[at].sentence &&
           items[last].before != ',' && items[last].before != ';' && items[last].before != '\'' &&
           self->inside[last] == self->inside[at]) {
        last++;
    }
    return (word_range){at, last};
}

/* Whether a reason may be given for who says statement `i`. */
static bool may_be_anonymous(const scene *self, size_t i) {
    const resolved *out = &self->out[i];
    return out->sourcing == HEARSAY_SOURCING_ANONYMOUS || out->sourcing == HEARSAY_SOURCING_ROLE ||
           (out->sourcing == HEARSAY_SOURCING_COLLECTIVE && !out->who.named);
}

/* "officials who asked not to be named": the statement in whose source the reason stands. */
static size_t source_with(const scene *self, size_t at) {
    for (size_t i = 0; i < self->relations->count; i++) {
        const frame *around = &self->frames[i];
        if (at >= around->source.first && at < around->source.last) {
            return i;
        }
    }
    return SIZE_MAX;
}

/* The nearest statement whose speaker the reason can be of; SIZE_MAX where there is none. */
static size_t owner_of(const scene *self, size_t at) {
    size_t best = SIZE_MAX, best_distance = WORDS_APART;
    for (size_t i = 0; i < self->relations->count; i++) {
        size_t distance = words_between(self->frames[i].anchor, at);
        if (distance < best_distance && may_be_anonymous(self, i)) {
            best = i;
            best_distance = distance;
        }
    }
    return best;
}

static void add_reason(scene *self, size_t i, word_range reason) {
    resolved *out = &self->out[i];
    if (out->anonymity.count == REASONS_EACH) {
        return;
    }
    span *items = arena_array(self->into, span, out->anonymity.count + 1);
    if (out->anonymity.count > 0) {
        memcpy(items, out->anonymity.items, out->anonymity.count * sizeof *items);
    }
    items[out->anonymity.count] = scene_span(self, reason);
    out->anonymity = (span_list){items, out->anonymity.count + 1};
    if (out->sourcing == HEARSAY_SOURCING_COLLECTIVE || out->sourcing == HEARSAY_SOURCING_NAMED) {
        out->sourcing = HEARSAY_SOURCING_ANONYMOUS;
    }
    scene_tell(self, i, "name held back", reason, STR(""));
}

static void give_reason(scene *self, word_range reason) {
    size_t owner = source_with(self, reason.first);
    owner = owner != SIZE_MAX ? owner : owner_of(self, reason.first);
    if (owner == SIZE_MAX) {
        return;
    }
    size_t entity = self->out[owner].who.entity;
    for (size_t i = 0; i < self->relations->count; i++) {
        if (i == owner || (self->out[i].who.entity == entity && may_be_anonymous(self, i))) {
            add_reason(self, i, reason);
        }
    }
}

void find_anonymity(scene *self) {
    size_t reasons = 0;
    for (size_t at = 0; at < self->words->count && reasons < REASONS_MAX;) {
        size_t length = 1;
        const entry *each =
            glossary_at(self->lists->anonymity, self->words, at, self->words->count, &length);
        if (each != NULL) {
            word_range reason = whole_reason(self, at, length);
            give_reason(self, reason);
            reasons++;
            at = reason.last;
        } else {
            at++;
        }
    }
}
