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

/* The last word or phrase of a cue that is listed tells its kind: "made clear that she opposes".
 * Words that govern others ("to", "for", "under") have their sense alone only. */
void find_kind(scene *self, size_t i) {
    hearsay_kind found = HEARSAY_KIND_STATEMENT;
    const span_list cue = self->relations->items[i].cue;
    for (size_t k = 0; k < cue.count; k++) {
        word_range part = words_in(self->words, cue.items[k]);
        for (size_t at = part.first; at < part.last;) {
            size_t length = 1;
            const entry *each =
                glossary_at(self->lists->kinds, self->words, at, part.last, &length);
            bool alone = part.last - part.first == 1;
            if (each != NULL && (alone || !str_equal(each->value, STR("alone")))) {
                found = kind_named(each->section);
            }
            at += each != NULL ? length : 1;
        }
    }
    self->out[i].kind = found;
}
