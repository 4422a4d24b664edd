#include "reason/folds.h"

#include "reason/chain.h"
#include "reason/outlets.h"

/* Sentences are the same from so much on, and count if they have that much weight. */
#define SAME_SENTENCE 0.9F
#define SENTENCE_LEAST 15.0F

/* --- copies ----------------------------------------------------------------------------------- */

static bool has_like(const paper *in, const claim *wanted) {
    for (size_t i = 0; i < in->claim_count; i++) {
        const claim *each = &in->claims[i];
        float common = gist_common(&each->words, &wanted->words, true);
        float heavier =
            each->words.weight > wanted->words.weight ? each->words.weight : wanted->words.weight;
        if (common >= SAME_SENTENCE * heavier) {
            return true;
        }
    }
    return false;
}

/* Claims of some weight, and how many of them the other has, too. Quotations that two reporters
 * heard are no copy: what is copied is the author's own voice, or how others' words are told. */
static void count_shared(const paper *a, const paper *b, size_t *all, size_t *shared) {
    for (size_t i = 0; i < a->claim_count; i++) {
        const claim *each = &a->claims[i];
        bool told = each->statement == NO_STATEMENT ||
                    a->is->statements[each->statement].type == HEARSAY_INDIRECT;
        if (each->words.weight >= SENTENCE_LEAST && told) {
            (*all)++;
            *shared += has_like(b, each);
        }
    }
}

bool is_copy(const paper *a, const paper *b) {
    size_t of_a = 0, of_b = 0, in_b = 0, in_a = 0;
    count_shared(a, b, &of_a, &in_b);
    count_shared(b, a, &of_b, &in_a);
    size_t shared = in_a < in_b ? in_a : in_b, shorter = of_a < of_b ? of_a : of_b;
    return shared >= 3 || (shared > 0 && shared == shorter && shorter >= 2) ||
           (shared == 1 && of_a == 1 && of_b == 1);
}

/* --- folding ---------------------------------------------------------------------------------- */

typedef struct {
    const dossier *in;
    const claim *const *claims;
    size_t count;
    fold *folds;
    chain *chains; /* [count] */
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
            join(self, each->papers[0], each->papers[end],
                 circle ? "they cite each other" : "it cites that page", !circle);
        }
    }
}

static day_range day_of(const folding *self, size_t document) {
    return self->in->papers[document].published;
}

/* The one that is known to have come later into the other. */
static void join_by_date(const folding *self, size_t a, size_t b, const char *why) {
    bool later = day_before(day_of(self, a), day_of(self, b));
    bool earlier = day_before(day_of(self, b), day_of(self, a));
    if (later) {
        join(self, b, a, why, true);
    } else {
        join(self, a, b, why, earlier);
    }
}

static void fold_pair(const folding *self, size_t i, size_t k) {
    size_t a = self->claims[i]->document, b = self->claims[k]->document;
    const paper *one = &self->in->papers[a], *other = &self->in->papers[b];
    str publisher = plain(one->is->about.publisher), rival = plain(other->is->about.publisher);
    str cited = only_cites(self, a) ? self->chains[i].outlet : STR("");
    str cited_there = only_cites(self, b) ? self->chains[k].outlet : STR("");
    if (is_one_outlet(publisher, rival)) {
        join_by_date(self, a, b, "it is of the same outlet");
    } else if (is_copy(one, other)) {
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
    folding at_work = {self, claims, count, folds, arena_array(into, chain, count)};
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
