/* Numbers or dates of one and the same thing that differ. */
#include "reason/bearer.h"
#include "reason/conflicts.h"
#include "reason/facts.h"
#include "reason/names.h"
#include "reason/quantities.h"
#include "reason/reporting.h"

#include "base/ascii.h"

/* The claims must be about the same in all but their numbers, and so must the words around these.
 */
#define SAME_LIGHTER 0.6F
#define SAME_HEAVIER 0.4F
#define SAME_AROUND 5.0F

/* Of the names of the one that has fewer, so many must be in the other. */
#define SAME_NAMES 0.15F

/* A word that few documents have. */
#define TELLS_MUCH 3.0F

enum { AROUND = 40 /* bytes on each side */, YEAR_FIRST = 1900, YEAR_LAST = 2100 };

static bool is_equal(double a, double b) {
    double difference = a - b;
    return difference < 1e-9 && difference > -1e-9;
}

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
static const quantity *only(const counted *all, const quantity *like) {
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

/* The name that stands nearest before a number in its claim: "Sorrend" of "Sorrend 45 percent". */
static str nearest_name(const dossier *self, const claim *of, const quantity *at) {
    str text = self->papers[of->document].is->text, found = {NULL, 0};
    size_t pos = of->where.begin;
    for (str word = next_word(text, of->where, &pos); word.data != NULL && pos <= at->where.begin;
         word = next_word(text, of->where, &pos)) {
        found = begins_with_capital(word) && !ascii_has_word(STR("the a an"), word) ? word : found;
    }
    return found;
}

/* Of several shares or sums the only one of the same name; NULL: there is none, or a number of no
 * name. Of what is counted too much else may differ: one round of a fight and the whole of it. */
static const quantity *only_of_name(const dossier *self, const claim *in, const counted *all,
                                    const claim *of, const quantity *like) {
    str name = like->kind != QUANTITY_COUNT ? nearest_name(self, of, like) : STR("");
    const quantity *found = NULL;
    for (size_t i = 0; i < all->count && name.size > 0; i++) {
        const quantity *each = &all->items[i];
        if (is_same_unit(each, like) && str_equal(nearest_name(self, in, each), name)) {
            if (found != NULL) {
                return NULL;
            }
            found = each;
        }
    }
    return found;
}

/* Whether a number stands anywhere in a text, of that unit or, if `any`, of another one. */
static bool text_has(const dossier *self, const claim *of, const quantity *wanted, bool any) {
    const paper *in = &self->papers[of->document];
    if (in->counts->items == NULL) {
        *in->counts = count_all(in->is->text, (span){0, in->is->text.size}, in->memory);
    }
    for (size_t i = 0; i < in->counts->count; i++) {
        const quantity *each = &in->counts->items[i];
        if (is_equal(each->value, wanted->value) &&
            ((any && each->kind == wanted->kind) || is_same_unit(each, wanted))) {
            return true;
        }
    }
    return false;
}

/* Whether one of the texts has what is left of the greater number without the lesser: "two rushing
 * and four receiving" are the six of the other one. */
static bool is_part_of(const dossier *self, const claim *a, const quantity *x, const claim *b,
                       const quantity *y) {
    bool first = x->value > y->value;
    const quantity *lesser = first ? y : x;
    quantity rest = *lesser;
    rest.value = (first ? x->value : y->value) - lesser->value;
    return x->kind == QUANTITY_COUNT && !is_equal(rest.value, lesser->value) &&
           (text_has(self, a, &rest, false) || text_has(self, b, &rest, false));
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
    return (claim){.document = of->document,
                   .statement = NO_STATEMENT,
                   .where = part,
                   .words = gist_of(self->in, text, part, self->into)};
}

/* What changes from day to day is told of one day only, or of no known one by both. */
static bool is_one_day(const dossier *self, const claim *a, const claim *b) {
    day_range one = self->papers[a->document].published,
              other = self->papers[b->document].published;
    return day_is_known(one) == day_is_known(other) && !day_before(one, other) &&
           !day_before(other, one);
}

/* What a sentence or a road is long does not grow from day to day, as a toll does. */
static bool is_measure(str unit) {
    return ascii_has_word(STR("months years weeks days hours minutes miles kilometres kilometers "
                              "metres meters feet caliber calibre"),
                          unit);
}

static bool tells_of_change(const dossier *self, const claim *of) {
    const paper *in = &self->papers[of->document];
    if (!fact_is_known(of, FACT_CHANGES)) {
        of->facts->changes = part_has(in->is->text, sentence_at(in, of->where.begin), CHANGES) ||
                             part_has(in->is->text, of->where, CHANGES);
    }
    return of->facts->changes;
}

/* Whether the words around a number have a name that the other document lacks. */
static bool names_more(const gist *around, const gist *other) {
    for (size_t i = 0, k = 0; i < around->count; i++) {
        while (k < other->count && other->items[k].stem < around->items[i].stem) {
            k++;
        }
        bool both = k < other->count && other->items[k].stem == around->items[i].stem;
        if (!both && is_rare_name(&around->items[i])) {
            return true;
        }
    }
    return false;
}

/* Whether what follows a number, its next two words that tell much, is nowhere in the other claim:
 * "killed 230,000 people in 13 countries" and "killed 170,000 people in the province on Sumatra".
 */
static bool goes_on_otherwise(const conflict_search *self, const claim *of, const quantity *at,
                              const claim *other) {
    enum { NEXT = 2 };
    str text = self->in->papers[of->document].is->text;
    size_t seen = 0, pos = at->where.end;
    for (str word = next_word(text, of->where, &pos); word.data != NULL && seen < NEXT;
         word = next_word(text, of->where, &pos)) {
        gist one = gist_of(self->in, text, (span){pos - word.size, pos}, self->into);
        if (one.count == 0 || one.items[0].number || one.weight < TELLS_MUCH) {
            continue;
        }
        if (gist_common(&one, &other->words, false) > 0) {
            return false;
        }
        seen++;
    }
    return seen == NEXT;
}

static bool is_contradiction(const conflict_search *self, const claim *a, const quantity *x,
                             const claim *b, const quantity *y) {
    if (is_equal(x->value, y->value) || x->vague || y->vague || is_year(x) != is_year(y)) {
        return false;
    }
    claim one = around(self, a, x), other = around(self, b, y);
    return gist_common(&one.words, &other.words, false) >= SAME_AROUND &&
           !names_more(&one.words, &self->in->papers[b->document].whole) &&
           !names_more(&other.words, &self->in->papers[a->document].whole) &&
           !goes_on_otherwise(self, a, x, b) && !goes_on_otherwise(self, b, y, a) &&
           !text_has(self->in, a, y, true) && !text_has(self->in, b, x, true) &&
           !is_part_of(self->in, a, x, b, y) &&
           !bearers_differ(self->in, a, bearer_of(self->in, a, x->number.begin), b,
                           bearer_of(self->in, b, y->number.begin));
}

/* Two claims with what they count. */
typedef struct {
    const claim *a, *b;
    counted in_a, in_b;
} counts;

static counted counted_in(const dossier *self, const claim *of) {
    const paper *in = &self->papers[of->document];
    if (!fact_is_known(of, FACT_COUNTS)) {
        of->facts->counts = count_all(in->is->text, of->where, in->memory);
    }
    return of->facts->counts;
}

static counts count_in(const dossier *self, const claim *a, const claim *b) {
    return (counts){a, b, counted_in(self, a), counted_in(self, b)};
}

/* What is counted in both once: how much of it is the same, and what is not. */
static size_t compare(const dossier *in, const counts *self, const quantity **x, const quantity **y,
                      size_t *same) {
    size_t differ = 0;
    *same = 0;
    for (size_t i = 0; i < self->in_a.count; i++) {
        const quantity *one = &self->in_a.items[i], *other = only(&self->in_b, one);
        bool alone = other != NULL && only(&self->in_a, one) == one;
        if (!alone) {
            other = only_of_name(in, self->b, &self->in_b, self->a, one);
            alone = other != NULL && only_of_name(in, self->a, &self->in_a, self->b, other) == one;
        }
        if (!alone) {
            continue;
        }
        if (is_equal(one->value, other->value)) {
            ++*same;
        } else {
            differ++;
            *x = one;
            *y = other;
        }
    }
    return differ;
}

/* Where two sentences differ in several numbers, they are about two things: two players' games. */
static void look_at(conflict_search *self, const counts *both) {
    const quantity *x = NULL, *y = NULL;
    size_t same;
    if (compare(self->in, both, &x, &y, &same) != 1 ||
        (x->kind == QUANTITY_COUNT && !is_measure(x->unit) &&
         !is_one_day(self->in, both->a, both->b))) {
        return;
    }
    if (is_contradiction(self, both->a, x, both->b, y) &&
        conflict_is_first(self, both->a, x->value, both->b, y->value, (double)x->kind)) {
        conflict_add(self, "number", conflict_side(self, both->a, x->where),
                     conflict_side(self, both->b, y->where), said(NULL));
    }
}

/* Two murders are told alike, with a revolver and a number of shots: rare names must tell that it
 * is one, and one alone may be a street of the same name. */
static bool is_one_thing(const dossier *self, size_t a, size_t b) {
    return names_in_common(&self->papers[a].whole, &self->papers[b].whole) >= SAME_NAMES &&
           are_on_one_matter(self, a, b);
}

void conflict_of_numbers(conflict_search *self, const claim *a, const claim *b) {
    overlap shared = overlap_of(a, b, false);
    if (shared.of_lighter < SAME_LIGHTER || shared.of_heavier < SAME_HEAVIER ||
        claim_likeness(a, b) <= 0 || names_differ(&a->words, &b->words) ||
        tells_of_change(self->in, a) || tells_of_change(self->in, b) ||
        !is_one_thing(self->in, a->document, b->document)) {
        return;
    }
    counts both = count_in(self->in, a, b);
    look_at(self, &both);
}

bool counts_differ(const dossier *self, const claim *a, const claim *b) {
    const quantity *x = NULL, *y = NULL;
    size_t same;
    counts both = count_in(self, a, b);
    return compare(self, &both, &x, &y, &same) > 1 && same == 0;
}
