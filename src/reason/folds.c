#include "reason/folds.h"

#include "reason/chain.h"
#include "reason/in_order.h"
#include "reason/names.h"
#include "reason/outlets.h"

#include "base/size.h"

/* Of a text of a few sentences so much is in the other, if that is a reprint; and of one that has
 * passages of the other: less is a quotation, or what an agency had, among words of its own. */
#define MOST 0.8F
#define MUCH 0.3F
/* And of two sentences that are one. */
#define NEARLY_ALL 0.8F
enum { WORDS_LEAST = 12, TOLD_LEAST = 20, UNQUOTED_LEAST = 9 };

/* --- copies ----------------------------------------------------------------------------------- */

bool is_copy(const dossier *in, size_t a, size_t b) {
    const paper *one = &in->papers[a], *other = &in->papers[b];
    if (one->is->copies == NULL || a == b) {
        return false;
    }
    const reason_copy *copied = &one->is->copies[other->is->fold];
    size_t shorter = size_least(one->words, other->words);
    bool much = copied->words == 0 || /* the whole is the same, and was not laid side by side */
                (float)copied->words >= MUCH * (float)shorter;
    bool told = copied->told >= TOLD_LEAST && (float)copied->told >= MUCH * (float)shorter;
    return (copied->reprint && much) || told ||
           (copied->words >= WORDS_LEAST && (float)copied->words >= MOST * (float)shorter);
}

size_t original_of_copies(const dossier *in, size_t a, size_t b) {
    if (in->papers[a].is->original == b) {
        return b;
    }
    if (in->papers[b].is->original == a) {
        return a;
    }
    day_range one = in->papers[a].published, other = in->papers[b].published;
    return day_before(one, other) ? a : day_before(other, one) ? b : REASON_ALL;
}

/* The words of a claim's sentence besides what it quotes. */
static void add_sentence(const paper *in, const claim *of, word_row *out) {
    size_t place = sentence_place(in, of->where.begin);
    if (place < in->sentence_count) {
        word_row_add_unquoted(out, in->is->text, in->sentences[place], in->quoted[place].begins);
    }
}

/* Else it is who is quoted that both tell alike: "said Ann Lee, head of sales at the firm". */
static bool is_mostly_unquoted(const paper *in, const claim *of, size_t unquoted) {
    span sentence = sentence_at(in, of->where.begin);
    return 2 * unquoted >= count_words(in->is->text, sentence);
}

/* Whether the sentences in which both tell it are nearly the same, word for word, besides what they
 * quote: two reporters do not write alike. */
static bool is_one_sentence(const dossier *in, const claim *a, const claim *b) {
    const paper *one = &in->papers[a->document], *other = &in->papers[b->document];
    word_row own = {.count = 0}, twin = {.count = 0};
    add_sentence(one, a, &own);
    add_sentence(other, b, &twin);
    size_t shared = words_in_order(&own, &twin), longer = size_greatest(own.count, twin.count);
    return is_mostly_unquoted(one, a, own.count) && is_mostly_unquoted(other, b, twin.count) &&
           shared >= UNQUOTED_LEAST && (float)shared >= NEARLY_ALL * (float)longer;
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

/* A page that has it from another one of these; in a circle the one that is asked about, or what
 * comes before the others here, stands for all. */
static void fold_citing(const folding *self) {
    for (size_t i = 0; i < self->count; i++) {
        const chain *each = &self->chains[i];
        size_t end = each->paper_count - 1;
        if (end > 0 && is_among(self, each->papers[end]) && only_cites(self, each->papers[0])) {
            bool circle = (each->marks & MARK_CIRCLE) != 0;
            size_t first = each->papers[0], last = each->papers[end];
            if (circle && only_cites(self, last)) {
                size_t a = root(self->folds, first), b = root(self->folds, last);
                join(self, a < b ? b : a, a < b ? a : b, "they cite each other", false);
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

/* A reprint into what it is likely one of, else `b` into `a`. */
static void join_reprint(const folding *self, size_t a, size_t b) {
    size_t into = original_of_copies(self->in, a, b) == b ? b : a, from = into == a ? b : a;
    join(self, from, into, "its text is in that one, too",
         day_before(day_of(self, into), day_of(self, from)));
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

/* The outlet that a document has a claim from; empty where it has others of itself. What somebody
 * posted is there for all to read. */
static str outlet_of(const folding *self, size_t i) {
    const hearsay_statement *is = statement_of(self->in, self->claims[i]);
    bool posted = is != NULL && is->occasion == HEARSAY_OCCASION_POST;
    return !posted && only_cites(self, self->claims[i]->document) ? self->chains[i].outlet
                                                                  : STR("");
}

static void fold_pair(const folding *self, size_t i, size_t k) {
    size_t a = self->claims[i]->document, b = self->claims[k]->document;
    const paper *one = &self->in->papers[a], *other = &self->in->papers[b];
    str publisher = plain(one->is->about.publisher), rival = plain(other->is->about.publisher);
    str cited = outlet_of(self, i), cited_there = outlet_of(self, k);
    if (is_of_one_outlet(one, other)) {
        join_by_date(self, a, b, "it is of the same outlet");
    } else if (is_copy(self->in, a, b)) {
        join_reprint(self, a, b);
    } else if (is_one_sentence(self->in, self->claims[i], self->claims[k])) {
        join_by_date(self, a, b, "its sentence is in that one, too");
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
