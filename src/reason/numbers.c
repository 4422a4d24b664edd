/* Numbers or dates of one and the same thing that differ. */
#include "reason/conflicts.h"
#include "reason/quantities.h"
#include "reason/reporting.h"

#include "base/ascii.h"

/* The claims must be about the same in all but their numbers, and so must the words around these.
 */
#define SAME_LIGHTER 0.6F
#define SAME_HEAVIER 0.4F
#define SAME_AROUND 5.0F
enum { AROUND = 40 /* bytes on each side */, YEAR_FIRST = 1900, YEAR_LAST = 2100 };

static bool is_same_unit(const quantity *a, const quantity *b) {
    if (a->kind != b->kind) {
        return false;
    }
    if (a->kind != QUANTITY_COUNT) {
        return true;
    }
    str x = a->unit, y = b->unit;
    size_t shorter = x.size < y.size ? x.size : y.size;
    size_t longer = x.size > y.size ? x.size : y.size;
    return shorter > 2 && longer - shorter <= 1 &&
           ascii_equal((str){x.data, shorter}, (str){y.data, shorter}) &&
           ascii_lower(x.data[0]) == x.data[0];
}

static bool is_year(const quantity *self) {
    return self->kind == QUANTITY_COUNT && self->value >= YEAR_FIRST && self->value <= YEAR_LAST &&
           self->number.end - self->number.begin == 4;
}

/* The only quantity of that unit; NULL where there are several. */
static const quantity *only(const quantity_list *all, const quantity *like) {
    const quantity *found = NULL;
    for (size_t i = 0; i < all->count; i++) {
        if (is_same_unit(&all->items[i], like)) {
            if (found != NULL) {
                return NULL;
            }
            found = &all->items[i];
        }
    }
    return found;
}

/* Whether a number stands anywhere in a text: then it knows both. */
static bool text_has(const dossier *self, const claim *of, const quantity *wanted) {
    quantity_list all = {0};
    str text = self->papers[of->document].is->text;
    bool found = false;
    quantities_in(text, (span){0, text.size}, &all);
    for (size_t i = 0; i < all.count && !found; i++) {
        double difference = all.items[i].value - wanted->value;
        found = difference < 1e-9 && difference > -1e-9 &&
                (all.items[i].kind == wanted->kind || is_same_unit(&all.items[i], wanted));
    }
    vec_free(&all);
    return found;
}

static claim around(const conflict_search *self, const claim *of, const quantity *at) {
    str text = self->in->papers[of->document].is->text;
    span part = of->where;
    if (at->number.begin > part.begin + AROUND) {
        part.begin = at->number.begin - AROUND;
        while (part.begin < at->number.begin && !ascii_is_space(text.data[part.begin])) {
            part.begin++;
        }
    }
    if (at->where.end + AROUND < part.end) {
        part.end = at->where.end + AROUND;
        while (part.end > at->where.end && !ascii_is_space(text.data[part.end])) {
            part.end--;
        }
    }
    return (claim){of->document, NO_STATEMENT, part, gist_of(self->in, text, part, self->into)};
}

/* What changes from day to day is told of one day only, or of no known one. */
static bool is_one_day(const dossier *self, const claim *a, const claim *b) {
    day_range one = self->papers[a->document].published,
              other = self->papers[b->document].published;
    return !day_before(one, other) && !day_before(other, one);
}

static bool tells_of_change(const dossier *self, const claim *of) {
    const paper *in = &self->papers[of->document];
    return part_has(in->is->text, sentence_at(in, of->where.begin), CHANGES) ||
           part_has(in->is->text, of->where, CHANGES);
}

static bool is_contradiction(const conflict_search *self, const claim *a, const quantity *x,
                             const claim *b, const quantity *y) {
    double difference = x->value - y->value;
    if ((difference < 1e-9 && difference > -1e-9) || x->vague || y->vague ||
        is_year(x) != is_year(y)) {
        return false;
    }
    claim one = around(self, a, x), other = around(self, b, y);
    return gist_common(&one.words, &other.words, false) >= SAME_AROUND &&
           !text_has(self->in, a, y) && !text_has(self->in, b, x);
}

void conflict_of_numbers(conflict_search *self, const claim *a, const claim *b) {
    overlap shared = overlap_of(a, b, false);
    if (shared.of_lighter < SAME_LIGHTER || shared.of_heavier < SAME_HEAVIER ||
        claim_likeness(a, b) <= 0 || tells_of_change(self->in, a) || tells_of_change(self->in, b)) {
        return;
    }
    quantity_list one = {0}, other = {0};
    quantities_in(self->in->papers[a->document].is->text, a->where, &one);
    quantities_in(self->in->papers[b->document].is->text, b->where, &other);
    for (size_t i = 0; i < one.count; i++) {
        const quantity *x = &one.items[i], *y = only(&other, x);
        bool fits = y != NULL && only(&one, x) == x &&
                    (x->kind != QUANTITY_COUNT || is_one_day(self->in, a, b));
        if (fits && is_contradiction(self, a, x, b, y)) {
            conflict_add(self, "number", conflict_side(self, a, x->where),
                         conflict_side(self, b, y->where), said(NULL));
        }
    }
    vec_free(&one);
    vec_free(&other);
}
