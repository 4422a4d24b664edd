#include "attribute/drafts.h"

void drafts_clear(drafts *self) {
    vec_clear(&self->items);
    vec_clear(&self->parts);
}

void drafts_free(drafts *self) {
    vec_free(&self->items);
    vec_free(&self->parts);
}

static part *parts_of(const drafts *self, const draft *of) {
    return self->parts.items + of->first_part;
}

/* How many pieces two runs have in common. */
static size_t common(run_of_pieces a, run_of_pieces b) {
    const size_t first = a.first > b.first ? a.first : b.first;
    const size_t last = a.last < b.last ? a.last : b.last;
    return first < last ? last - first : 0;
}

bool drafts_meet(const drafts *self, run_of_pieces run) {
    bool met = false;
    for (size_t i = 0; i < self->items.count; i++) {
        const draft *each = &self->items.items[i];
        for (size_t j = 0; j < each->part_count; j++) {
            met |= common(parts_of(self, each)[j].run, run) > 0;
        }
    }
    return met;
}

bool drafts_last_holds_most(const drafts *self, run_of_pieces run) {
    const draft *last = &self->items.items[self->items.count - 1];
    size_t held = 0;
    for (size_t j = 0; j < last->part_count; j++) {
        held += common(parts_of(self, last)[j].run, run);
    }
    return 2 * held > run.last - run.first;
}

/* A part that is to go has an empty run until then. */
static void mark_dropped(part *dropped) {
    dropped->run.last = dropped->run.first;
}

static bool is_dropped(const part *self) {
    return self->run.first == self->run.last;
}

static void remove_dropped(const drafts *self, draft *from) {
    part *parts = parts_of(self, from);
    size_t kept = 0;
    for (size_t i = 0; i < from->part_count; i++) {
        if (!is_dropped(&parts[i])) {
            parts[kept++] = parts[i];
        }
    }
    from->part_count = kept;
}

void drop_doubtful_parts(drafts *self) {
    static const float DOUBTFUL = 0.7f;
    for (size_t i = 0; i < self->items.count; i++) {
        draft *each = &self->items.items[i];
        part *parts = parts_of(self, each);
        size_t surest = 0;
        for (size_t j = 1; j < each->part_count; j++) {
            surest = parts[j].certainty > parts[surest].certainty ? j : surest;
        }
        for (size_t j = 0; j < each->part_count; j++) {
            if (j != surest && parts[j].certainty < DOUBTFUL) {
                mark_dropped(&parts[j]);
            }
        }
        remove_dropped(self, each);
    }
}

static bool holds(run_of_pieces outer, run_of_pieces inner) {
    return outer.first <= inner.first && inner.last <= outer.last;
}

/* Whether the one reports the other, which is nested in it then. */
static bool reports(const drafts *self, const draft *outer, const draft *inner) {
    const part *parts = parts_of(self, outer);
    for (size_t i = 0; i < outer->part_count; i++) {
        if (holds(parts[i].run, inner->cue.run)) {
            return true;
        }
    }
    return false;
}

static bool claims(const drafts *self, const draft *by, run_of_pieces run) {
    const part *parts = parts_of(self, by);
    for (size_t i = 0; i < by->part_count; i++) {
        if (10 * common(parts[i].run, run) > 7 * (run.last - run.first)) {
            return true;
        }
    }
    return false;
}

static size_t distance(run_of_pieces a, run_of_pieces b) {
    return a.last <= b.first ? b.first - a.last : b.last <= a.first ? a.first - b.last : 0;
}

/* Whether another draft has the better claim to a part of the draft's content. */
static bool belongs_elsewhere(const drafts *self, const draft *of, run_of_pieces run) {
    for (size_t i = 0; i < self->items.count; i++) {
        const draft *other = &self->items.items[i];
        if (other != of && distance(other->cue.run, run) < distance(of->cue.run, run) &&
            claims(self, other, run) && !reports(self, of, other) && !reports(self, other, of)) {
            return true;
        }
    }
    return false;
}

/* All claims are judged before any is lost, so that the order of the drafts does not matter. */
void share_out_parts(drafts *self) {
    VEC(size_t) lost = {0}; /* indices into the parts */
    for (size_t i = 0; i < self->items.count; i++) {
        const draft *each = &self->items.items[i];
        const size_t before = lost.count;
        for (size_t j = 0; each->part_count > 1 && j < each->part_count; j++) {
            if (belongs_elsewhere(self, each, parts_of(self, each)[j].run)) {
                vec_push(&lost, each->first_part + j);
            }
        }
        if (lost.count - before == each->part_count) {
            lost.count = before;
        }
    }
    for (size_t i = 0; i < lost.count; i++) {
        mark_dropped(&self->parts.items[lost.items[i]]);
    }
    vec_free(&lost);
    for (size_t i = 0; i < self->items.count; i++) {
        remove_dropped(self, &self->items.items[i]);
    }
}
