#include "reason/inquiry.h"

#include "base/ascii.h"
#include "reason/chain.h"

static void add_fold(inquiry *self, size_t document, const fold *how) {
    const paper *in = &self->in->papers[document];
    hearsay_evidence made = evidence_at(in, "folded", (span){0, 0}, self->into);
    made.name = in->is->about.publisher;
    made.page = self->in->papers[how->into].is->about.id;
    made.date = in->is->about.date;
    made.note = said(how->why);
    vec_push(&self->evidence, made);
}

size_t inquiry_fold(inquiry *self) {
    size_t voices = 0;
    self->folds = arena_array(self->into, fold, self->in->count);
    fold_claims(self->in, self->reports, self->report_count, self->into, self->folds);
    for (size_t i = 0; i < self->report_count; i++) {
        size_t document = self->reports[i]->document;
        bool again = i > 0 && self->reports[i - 1]->document == document;
        voices += !again && self->folds[document].into == document;
    }
    return voices;
}

static bool is_folded(const inquiry *self, hearsay_str document) {
    for (size_t i = 0; i < self->report_count; i++) {
        size_t place = self->reports[i]->document;
        if (str_equal(plain(self->in->papers[place].is->about.id), plain(document))) {
            return self->folds[place].into != place;
        }
    }
    return false;
}

static size_t place_of(const inquiry *self, hearsay_str document) {
    size_t place = 0;
    while (place < self->in->count &&
           !str_equal(plain(self->in->papers[place].is->about.id), plain(document))) {
        place++;
    }
    return place;
}

/* Whether somebody's denial or silence is in another paper, too, of which this one is a copy. */
static bool is_printed_again(const inquiry *self, size_t at) {
    const hearsay_evidence *each = &self->evidence.items[at];
    size_t here = place_of(self, each->document);
    if (!ascii_has_word(STR("denies declines"), str_from(each->role))) {
        return false;
    }
    for (size_t i = 0; i < self->evidence.count; i++) {
        const hearsay_evidence *other = &self->evidence.items[i];
        size_t there = place_of(self, other->document);
        if (i != at && str_equal(str_from(other->role), str_from(each->role)) && here != there &&
            here < self->in->count && there < self->in->count && is_copy(self->in, here, there) &&
            self->in->papers[here].is->original == there) {
            return true;
        }
    }
    return false;
}

static bool is_of_asked(const inquiry *self, const hearsay_evidence *each) {
    return str_equal(plain(self->in->papers[self->of->document].is->about.id),
                     plain(each->document));
}

void inquiry_drop_folded(inquiry *self) {
    size_t kept = 0;
    for (size_t i = 0; i < self->evidence.count; i++) {
        hearsay_evidence each = self->evidence.items[i];
        bool report = ascii_has_word(STR("reports confirms"), str_from(each.role));
        bool folded = report && is_folded(self, each.document), asked = is_of_asked(self, &each);
        if (folded && asked) {
            each.note = each.note.data == NULL ? said("asked about, in a folded page") : each.note;
        }
        if ((!folded || asked) && !is_printed_again(self, i)) {
            self->evidence.items[kept++] = each;
        }
    }
    self->evidence.count = kept;
    for (size_t i = 0; i < self->report_count; i++) {
        size_t document = self->reports[i]->document;
        bool again = i > 0 && self->reports[i - 1]->document == document;
        if (!again && self->folds[document].into != document) {
            add_fold(self, document, &self->folds[document]);
        }
    }
}
