#include "reason/folds.h"

#include "reason/chain.h"
#include "reason/outlets.h"

/* Sentences are the same from so much on, and count if they have that much weight. */
#define SAME_SENTENCE 0.9F
#define SAME_LONGER 0.7F
#define SENTENCE_LEAST 15.0F
enum { COPIED_LEAST = 3 };

/* --- copies ----------------------------------------------------------------------------------- */

static bool has_like(const paper *in, const claim *wanted) {
    for (size_t i = 0; i < in->claim_count; i++) {
        const claim *each = &in->claims[i];
        float common = gist_common(&each->words, &wanted->words, true);
        float one = each->words.weight, other = wanted->words.weight;
        float lighter = one < other ? one : other, heavier = one > other ? one : other;
        if (common >= SAME_SENTENCE * lighter && common >= SAME_LONGER * heavier) {
            return true;
        }
    }
    return false;
}

/* What is copied is the author's own voice, or how others' words are told: quotations that two
 * reporters heard are no copy. */
static bool is_told(const paper *in, const claim *each) {
    const hearsay_statement *is =
        each->statement == NO_STATEMENT ? NULL : &in->is->statements[each->statement];
    bool told =
        is == NULL || (is->type == HEARSAY_INDIRECT && is->parent >= in->is->statement_count);
    return told && each->words.weight >= SENTENCE_LEAST;
}

static void count_shared(const paper *a, const paper *b, size_t *all, size_t *shared) {
    for (size_t i = 0; i < a->claim_count; i++) {
        if (is_told(a, &a->claims[i])) {
            (*all)++;
            *shared += has_like(b, &a->claims[i]);
        }
    }
}

/* Of what both say in all, in every way. */
static bool is_same_text(const dossier *in, const paper *a, const paper *b, arena *into) {
    gist one = gist_of(in, a->is->text, (span){0, a->is->text.size}, into);
    gist other = gist_of(in, b->is->text, (span){0, b->is->text.size}, into);
    float heavier = one.weight > other.weight ? one.weight : other.weight;
    return heavier > 0 && gist_common(&one, &other, true) >= SAME_SENTENCE * heavier;
}

bool is_copy(const dossier *in, const paper *a, const paper *b, arena *into) {
    size_t of_a = 0, of_b = 0, in_b = 0, in_a = 0;
    count_shared(a, b, &of_a, &in_b);
    count_shared(b, a, &of_b, &in_a);
    size_t shared = in_a < in_b ? in_a : in_b, shorter = of_a < of_b ? of_a : of_b;
    return shared >= COPIED_LEAST || (shared > 1 && shared == shorter) ||
           (shared == 1 && is_same_text(in, a, b, into));
}

/* --- folding ---------------------------------------------------------------------------------- */

typedef struct {
    const dossier *in;
    const claim *const *claims;
    size_t count;
    fold *folds;
    chain *chains; /* [count] */
    arena *into;
} folding;

static size_t root(const fold *folds, size_t document) {
    while (folds[document].into != document) {
        document = folds[document].into;
    }
    return document;
}

/* Folds `a` into `b`, if they are not one already. */
static void join(const folding *self, size_t a, size_t b, const char *why, bool ordered) {
    a = root(self->folds, a);
    b = root(self->folds, b);
    if (a != b) {
        self->folds[a] = (fold){b, why, ordered};
    }
}

static bool is_among(const folding *self, size_t document) {
    for (size_t i = 0; i < self->count; i++) {
        if (self->claims[i]->document == document) {
            return true;
        }
    }
    return false;
}

/* Whether a claim has it from another one of these pages, or from an outlet that has none here. */
static bool is_from_elsewhere(const folding *self, size_t i) {
    const chain *each = &self->chains[i];
    return (each->paper_count > 1 && is_among(self, each->papers[each->paper_count - 1])) ||
           each->outlet.size > 0;
}

/* Whether all claims of a document are so. */
static bool only_cites(const folding *self, size_t document) {
    for (size_t i = 0; i < self->count; i++) {
        if (self->claims[i]->document == document && !is_from_elsewhere(self, i)) {
            return false;
        }
    }
    return true;
}

/* A page that has it from another one of these; in a circle the last ones stand for all. */
static void fold_citing(const folding *self) {
    for (size_t i = 0; i < self->count; i++) {
        const chain *each = &self->chains[i];
        size_t end = each->paper_count - 1;
        if (end > 0 && is_among(self, each->papers[end]) && only_cites(self, each->papers[0])) {
            bool circle = (each->marks & MARK_CIRCLE) != 0;
            size_t first = each->papers[0], last = each->papers[end];
            if (circle && only_cites(self, last)) {
                join(self, last, first, "they cite each other", false);
            } else {
                join(self, first, last, "it cites that page", true);
            }
        }
    }
}

static day_range day_of(const folding *self, size_t document) {
    return self->in->papers[document].published;
}

/* The one that is known to have come later into the other, else `b` into `a`. */
static void join_by_date(const folding *self, size_t a, size_t b, const char *why) {
    bool earlier = day_before(day_of(self, b), day_of(self, a));
    bool later = day_before(day_of(self, a), day_of(self, b));
    if (earlier) {
        join(self, a, b, why, true);
    } else {
        join(self, b, a, why, later);
    }
}

/* The last two labels of the host in an address: "northportgazette.example". */
static str site_of(str url) {
    size_t begin = 0, dots = 0;
    for (size_t i = 0; i + 2 < url.size; i++) {
        if (str_starts(str_slice(url, (span){i, url.size}), STR("://"))) {
            begin = i + 3;
            break;
        }
    }
    size_t end = begin;
    while (end < url.size && url.data[end] != '/' && url.data[end] != ':') {
        end++;
    }
    size_t at = end;
    while (at > begin && dots < 2) {
        at--;
        dots += url.data[at] == '.';
    }
    return str_slice(url, (span){dots == 2 ? at + 1 : begin, end});
}

/* Papers of one name may be two: their sites tell. */
static bool is_of_one_outlet(const paper *a, const paper *b) {
    str one = site_of(plain(a->is->about.url)), other = site_of(plain(b->is->about.url));
    bool apart = one.size > 0 && other.size > 0 && !str_equal(one, other);
    return !apart && is_one_outlet(plain(a->is->about.publisher), plain(b->is->about.publisher));
}

static void fold_pair(const folding *self, size_t i, size_t k) {
    size_t a = self->claims[i]->document, b = self->claims[k]->document;
    const paper *one = &self->in->papers[a], *other = &self->in->papers[b];
    str publisher = plain(one->is->about.publisher), rival = plain(other->is->about.publisher);
    str cited = only_cites(self, a) ? self->chains[i].outlet : STR("");
    str cited_there = only_cites(self, b) ? self->chains[k].outlet : STR("");
    if (is_of_one_outlet(one, other)) {
        join_by_date(self, a, b, "it is of the same outlet");
    } else if (is_copy(self->in, one, other, self->into)) {
        join_by_date(self, a, b, "its text is in that one, too");
    } else if (is_one_outlet(cited, cited_there)) {
        join_by_date(self, a, b, "both have it from one outlet");
    } else if (is_one_outlet(cited, rival)) {
        join(self, a, b, "it cites that outlet", true);
    } else if (is_one_outlet(cited_there, publisher)) {
        join(self, b, a, "it cites that outlet", true);
    }
}

void fold_claims(const dossier *self, const claim *const *claims, size_t count, arena *into,
                 fold *folds) {
    folding at_work = {self, claims, count, folds, arena_array(into, chain, count), into};
    for (size_t i = 0; i < count; i++) {
        folds[claims[i]->document] = (fold){.into = claims[i]->document};
        chain_follow(self, claims[i], into, &at_work.chains[i]);
        vec_free(&at_work.chains[i].steps);
    }
    fold_citing(&at_work);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = i + 1; k < count; k++) {
            if (claims[i]->document != claims[k]->document) {
                fold_pair(&at_work, i, k);
            }
        }
    }
}
