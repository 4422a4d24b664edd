/* Places that may say what is asked about in other words: for a reader to look at. What makes two
 * claims the same is strict, so that no false voice is counted, and misses "rooms" for "flats". */
#include "reason/inquiry.h"

#include "base/size.h"
#include "reason/same_claim.h"

#include <math.h>
#include <stdlib.h>

/* How alike a place is: what it has of the words that are asked about, twice, times how much of its
 * own that is. Chosen by what readers found missing: docs/reasoning.md, "How good it is". */
#define LIKENESS_LEAST 0.018F

/* And of what the likeliest has: beside a page with nearly the words, one with few is none. */
#define OF_LIKELIEST 0.15F

/* What it has of them at least, how much of what is asked about itself, and how much of that which
 * is no name. */
#define WEIGHT_LEAST 8.0F
#define OF_OWN 0.2F
#define OF_BESIDES 0.2F
enum { WORDS_LEAST = 2, SIMILAR_MOST = 8 };

/* How much of the rarer names two pages share at least, where one of them has no day. */
#define NAMES_SHARED 0.2F

/* The rest of what somebody says, of which a part is asked about, counts half. */
#define AROUND 0.5F

/* A word that is asked about. */
typedef struct {
    uint64_t stem;
    float weight;
    bool own; /* of what is asked about, and not only of what is around it */
    bool name;
    size_t places; /* how many passages of the other documents have it */
} sought;

typedef struct {
    sought *words; /* by their stems */
    size_t count;
    float weight, own, besides; /* of all, of its own, and of those that are no names */
} search;

typedef struct {
    const claim *of;
    float likeness;
} likely;

/* --- what is sought --------------------------------------------------------------------------- */

static search words_of(const inquiry *self) {
    const gist *asked = &self->asked->words, *around = &self->of->words;
    search out = {.words = arena_array(self->into, sought, asked->count + around->count)};
    for (gist_walk at = {.a = asked, .b = around}; gist_step(&at);) {
        const gist_word *word = at.x != NULL ? at.x : at.y;
        if (word != NULL) {
            const float weight = at.x != NULL ? word->weight : AROUND * word->weight;
            out.words[out.count++] = (sought){word->stem, weight, at.x != NULL, word->name, 0};
        }
    }
    return out;
}

typedef void each_shared(sought *word, const gist_word *there, void *context);

static void for_shared(search *self, const gist *there, each_shared *take, void *context) {
    for (size_t i = 0, k = 0; i < self->count && k < there->count;) {
        uint64_t x = self->words[i].stem, y = there->items[k].stem;
        if (x == y) {
            take(&self->words[i], &there->items[k], context);
        }
        i += x <= y;
        k += y <= x;
    }
}

static void count_place(sought *word, const gist_word *there, void *context) {
    (void)there;
    (void)context;
    word->places++;
}

typedef void each_claim(const inquiry *self, search *words, const claim *each, void *context);

/* Goes through what a document says, by somebody's mouth, in its own voice, or neither. */
static void for_passages(const inquiry *self, search *words, size_t document, each_claim *take,
                         void *context) {
    const paper *in = &self->in->papers[document];
    for (size_t i = 0; i < in->claim_count; i++) {
        take(self, words, &in->claims[i], context);
    }
    for (size_t i = 0; i < in->unclaimed_count; i++) {
        take(self, words, &in->unclaimed[i], context);
    }
}

static void count_passage(const inquiry *self, search *words, const claim *each, void *context) {
    (void)self;
    ++*(size_t *)context;
    for_shared(words, &each->words, count_place, NULL);
}

/* A word that is all over the matter, its hero's name, tells less of one claim than one that stands
 * in a few sentences. */
static void weigh(const inquiry *self, search *words) {
    size_t passages = 0;
    for (size_t i = 0; i < self->in->count; i++) {
        if (i != self->of->document) {
            for_passages(self, words, i, count_passage, &passages);
        }
    }
    const float all = (float)passages + 1.0F;
    for (size_t i = 0; i < words->count && passages > 0; i++) {
        sought *each = &words->words[i];
        each->weight *= logf(all / ((float)each->places + 1.0F)) / logf(all);
        words->weight += each->weight;
        words->own += each->own ? each->weight : 0;
        words->besides += each->name ? 0 : each->weight;
    }
}

/* --- what is found ---------------------------------------------------------------------------- */

typedef struct {
    float sought, own, besides; /* by the weights of the search */
    float plain;                /* by those that all texts have */
    size_t words;
} shared_words;

static void add_shared(sought *word, const gist_word *there, void *context) {
    shared_words *out = context;
    out->sought += word->weight;
    out->plain += there->weight;
    out->own += word->own ? word->weight : 0;
    out->besides += word->name && there->name ? 0 : word->weight;
    out->words++;
}

static float likeness(search *words, const gist *there) {
    shared_words shared = {.words = 0};
    for_shared(words, there, add_shared, &shared);
    if (shared.words < WORDS_LEAST || shared.plain < WEIGHT_LEAST ||
        shared.own < OF_OWN * words->own || shared.besides < OF_BESIDES * words->besides) {
        return 0;
    }
    const float has = shared.sought / words->weight, own = shared.plain / there->weight;
    return has * has * own;
}

static void take_likelier(const inquiry *self, search *words, const claim *each, void *context) {
    likely *best = context;
    const float like = likeness(words, &each->words);
    if (like > best->likeness && !each->question && !is_of_another_time(self->in, self->of, each)) {
        *best = (likely){each, like};
    }
}

static int compare_likely(const void *left, const void *right) {
    const likely *a = left, *b = right;
    return a->likeness != b->likeness
               ? (a->likeness < b->likeness) - (a->likeness > b->likeness)
               : (a->of->document > b->of->document) - (a->of->document < b->of->document);
}

/* The whole sentence, so that whoever reads it can tell: of a long quotation the likeliest. */
static span sentence_of(const inquiry *self, search *words, const claim *of) {
    const paper *in = &self->in->papers[of->document];
    span best = sentence_at(in, of->where.begin);
    float most = 0;
    for (size_t i = sentence_place(in, of->where.begin);
         i < in->sentence_count && in->sentences[i].begin < of->where.end; i++) {
        const gist there = gist_of(self->in, in->is->text, in->sentences[i], self->into);
        const float like = likeness(words, &there);
        best = like > most ? in->sentences[i] : best;
        most = like > most ? like : most;
    }
    return best;
}

static void tell(inquiry *self, search *words, const claim *each) {
    const paper *in = &self->in->papers[each->document];
    const span sentence = sentence_of(self, words, each);
    hearsay_evidence made = inquiry_evidence(self, each, "similar");
    made.spans = evidence_at(in, made.role, sentence, self->into).spans;
    vec_push(&self->evidence, made);
}

/* Of a page without a day only the names tell whether it is on this quake or on another one. */
static bool may_be_another_event(const inquiry *self, size_t document) {
    const paper *one = &self->in->papers[self->of->document], *other = &self->in->papers[document];
    return !(day_is_known(one->published) && day_is_known(other->published)) &&
           names_in_common(&one->whole, &other->whole) < NAMES_SHARED;
}

void inquiry_add_similar(inquiry *self) {
    likely *found = arena_array(self->into, likely, self->in->count);
    size_t count = 0;
    search words = words_of(self);
    weigh(self, &words);
    for (size_t i = 0; i < self->in->count && words.weight > 0; i++) {
        likely best = {.likeness = 0};
        if (!self->carried[i] && !self->rivalled[i] &&
            are_on_one_matter(self->in, self->of->document, i) && !may_be_another_event(self, i)) {
            for_passages(self, &words, i, take_likelier, &best);
        }
        if (best.likeness >= LIKENESS_LEAST) {
            found[count++] = best;
        }
    }
    if (count > 0) {
        qsort(found, count, sizeof *found, compare_likely);
    }
    for (size_t i = 0; i < size_least(count, SIMILAR_MOST) &&
                       found[i].likeness >= OF_LIKELIEST * found[0].likeness;
         i++) {
        tell(self, &words, found[i].of);
    }
}
