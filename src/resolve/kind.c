#include "resolve/kind.h"

/* The values of the sections of data/resolve/kinds.txt. */
static hearsay_kind kind_named(str section) {
    for (int kind = HEARSAY_KIND_STATEMENT; kind <= HEARSAY_KIND_ATTITUDE; kind++) {
        if (str_equal(section, str_from(hearsay_kind_name((hearsay_kind)kind)))) {
            return (hearsay_kind)kind;
        }
    }
    return HEARSAY_KIND_UNKNOWN;
}

/* How far a phrase that begins in the cue may go on: to the first word of the content, as in
 * "decided | to stay" and "agrees | that". */
static size_t reach(const scene *self, word_range cue) {
    const word_list *words = self->words;
    bool leads = word_is(words, cue.last, "to") || word_is(words, cue.last, "that");
    return leads && words->items[cue.last].before == 0 ? cue.last + 1 : cue.last;
}

/* A part of a cue, from left to right; true where nothing after it matters. */
static bool read_part(const scene *self, word_range cue, hearsay_kind *found) {
    const word_list *words = self->words;
    const bool alone = cue.last - cue.first == 1;
    for (size_t at = cue.first; at < cue.last;) {
        size_t length = 1;
        const entry *each = glossary_at(self->lists->kinds, words, at, reach(self, cue), &length);
        bool counts = each != NULL && (alone || !str_equal(each->value, STR("alone")));
        if (counts) {
            *found = kind_named(each->section);
        } else if (at > cue.first && word_is(words, at - 1, "to")) {
            *found = HEARSAY_KIND_STATEMENT; /* "seemed to blame" */
        }
        if (counts && str_equal(each->value, STR("settles"))) {
            return true;
        }
        at += each != NULL ? length : 1;
    }
    return false;
}

/* The last word or phrase of a cue that is listed tells its kind: "made clear that she opposes". */
void find_kind(scene *self, size_t i) {
    hearsay_kind found = HEARSAY_KIND_STATEMENT;
    const span_list cue = self->relations->items[i].cue;
    bool settled = false;
    for (size_t k = 0; k < cue.count && !settled; k++) {
        settled = read_part(self, words_in(self->words, cue.items[k]), &found);
    }
    /* A text may order, but it does not think. */
    bool wrote = self->out[i].sourcing == HEARSAY_SOURCING_DOCUMENT && found != HEARSAY_KIND_DECREE;
    self->out[i].kind = wrote ? HEARSAY_KIND_STATEMENT : found;
}
