#include "link/passages.h"

#include "base/letters.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

/* A shorter passage is chance; so is one of whose words, each by its weight, less is the same:
 * small words find their like anywhere. */
enum { WORDS_LEAST = 7 };
/* Fewer words than these must hold a whole sentence: whoever names the same people in the same way
 * has half a sentence in common. */
enum { LONG = 20 };
static const float WEIGHT_LEAST = 18;
static const float DENSITY_LEAST = 0.6F;
/* A sentence is copied if so much of it is, by its words and by their weight. */
static const float SENTENCE_SHARE = 0.8F;
enum { SENTENCE_WORDS = 4 };
/* Fingerprints that both have so often that they tell nothing of place are tried so many times. */
enum { ANCHORS_OF_ONE = 4 };

/* Whether a sentence ends in what stands between two words. */
static bool ends_sentence(str between) {
    bool stopped = false;
    for (size_t pos = 0; pos < between.size;) {
        const uint32_t cp = utf8_next(between, &pos);
        if (cp == '\n' || (stopped && is_space(cp))) {
            return true;
        }
        stopped = cp == '.' || cp == '!' || cp == '?' || (stopped && is_one_of(cp, "\"”’')"));
    }
    return false;
}

/* Follows the double quotation marks between two words; none reaches over a line's end. */
static bool still_quoted(str between, bool quoted) {
    for (size_t pos = 0; pos < between.size;) {
        const uint32_t cp = utf8_next(between, &pos);
        quoted = cp == '"' ? !quoted : cp == 0x201C || (quoted && cp != 0x201D && cp != '\n');
    }
    return quoted;
}

copied_text copied_text_of(terms words, str text, arena *into) {
    uint32_t *sentence = arena_array(into, uint32_t, words.count);
    bool *quoted = arena_array(into, bool, words.count);
    for (size_t i = 0; i < words.count; i++) {
        const size_t before = i > 0 ? words.items[i - 1].where.end : 0;
        const str between = str_slice(text, (span){before, words.items[i].where.begin});
        sentence[i] = i > 0 ? sentence[i - 1] + ends_sentence(between) : 0;
        quoted[i] = still_quoted(between, i > 0 && quoted[i - 1]);
    }
    return (copied_text){words, sentence, quoted, prints_of(words, into)};
}

typedef struct {
    uint32_t a, b; /* places of the same run */
} anchor;

typedef VEC(anchor) anchor_vec;

static int by_place(const void *a, const void *b) {
    const anchor *x = a;
    const anchor *y = b;
    return x->a != y->a ? (x->a > y->a) - (x->a < y->a) : (x->b > y->b) - (x->b < y->b);
}

/* The end of the prints that have the hash of the one at `at`. */
static size_t same_until(prints of, size_t at) {
    size_t end = at;
    while (end < of.count && of.items[end].hash == of.items[at].hash) {
        end++;
    }
    return end;
}

static void find_anchors(prints a, prints b, anchor_vec *out) {
    for (size_t i = 0, j = 0; i < a.count && j < b.count;) {
        if (a.items[i].hash != b.items[j].hash) {
            const bool less = a.items[i].hash < b.items[j].hash;
            i += less;
            j += !less;
            continue;
        }
        const size_t end_a = same_until(a, i);
        const size_t end_b = same_until(b, j);
        for (size_t x = i; x < end_a && x < i + ANCHORS_OF_ONE; x++) {
            for (size_t y = j; y < end_b && y < j + ANCHORS_OF_ONE; y++) {
                vec_push(out, (anchor){a.items[x].place, b.items[y].place});
            }
        }
        i = end_a;
        j = end_b;
    }
    if (out->count > 1) {
        qsort(out->items, out->count, sizeof *out->items, by_place);
    }
}

/* Whether another anchor stands near, about as far on in both: a run that two documents share by
 * chance stands alone. */
static bool has_company(const anchor_vec *all, size_t at) {
    enum { NEAR = 24, SHIFT = 6 };
    const anchor *self = &all->items[at];
    for (size_t i = at; i-- > 0 && all->items[i].a + NEAR >= self->a;) {
        const int64_t shift =
            ((int64_t)self->a - all->items[i].a) - ((int64_t)self->b - all->items[i].b);
        if (all->items[i].a < self->a && shift <= SHIFT && shift >= -SHIFT) {
            return true;
        }
    }
    return false;
}

static bool covers(word_span in_a, word_span in_b, const anchor *at) {
    return at->a >= in_a.begin && at->a < in_a.end && at->b >= in_b.begin && at->b < in_b.end;
}

/* The words of a sentence: how many there are, and what they weigh. */
typedef struct {
    size_t words;
    float weight;
} measure;

static void count_word(measure *self, const term *word) {
    self->words++;
    self->weight += word->weight;
}

/* Whether words of a sentence are most of it. */
static bool is_most(measure same, measure whole) {
    return same.words >= SENTENCE_WORDS &&
           (float)same.words >= SENTENCE_SHARE * (float)whole.words &&
           same.weight >= SENTENCE_SHARE * whole.weight;
}

/* The word after the sentence that word `at` stands in. */
static size_t sentence_end(const copied_text *a, size_t at) {
    size_t end = at;
    while (end < a->words.count && a->sentence[end] == a->sentence[at]) {
        end++;
    }
    return end;
}

static measure whole_sentence(const copied_text *a, size_t at) {
    measure out = {0};
    size_t first = at;
    while (first > 0 && a->sentence[first - 1] == a->sentence[at]) {
        first--;
    }
    for (size_t i = first; i < sentence_end(a, at); i++) {
        count_word(&out, &a->words.items[i]);
    }
    return out;
}

/* How many sentences of `a` are in the alignment. */
static size_t sentences_in(const copied_text *a, const alignment *of) {
    size_t sentences = 0;
    for (size_t i = 0; i < of->count;) {
        const size_t at = of->pairs[i].a;
        measure same = {0};
        for (; i < of->count && a->sentence[of->pairs[i].a] == a->sentence[at]; i++) {
            if (of->pairs[i].same == PAIR_WORD) {
                count_word(&same, &a->words.items[of->pairs[i].a]);
            }
        }
        sentences += is_most(same, whole_sentence(a, at));
    }
    return sentences;
}

/* How many of the same words stand outside of quotation marks on both sides. */
static size_t told_in(const copied_text *a, const copied_text *b, const alignment *of) {
    size_t told = 0;
    for (size_t i = 0; i < of->count; i++) {
        const word_pair *pair = &of->pairs[i];
        told += pair->same == PAIR_WORD && !a->quoted[pair->a] && !b->quoted[pair->b];
    }
    return told;
}

static bool is_copy(const alignment *of, terms a, terms b) {
    const float in_a = terms_weight(terms_slice(a, of->a.begin, of->a.end));
    const float in_b = terms_weight(terms_slice(b, of->b.begin, of->b.end));
    float weight = 0;
    for (size_t i = 0; i < of->count; i++) {
        weight += of->pairs[i].same == PAIR_WORD ? a.items[of->pairs[i].a].weight : 0;
    }
    return of->words >= WORDS_LEAST && weight >= WEIGHT_LEAST &&
           weight >= DENSITY_LEAST * (in_a > in_b ? in_a : in_b);
}

/* --- what is found twice ---------------------------------------------------------------------- */

static bool mostly_in(word_span part, word_span whole) {
    const size_t begin = part.begin > whole.begin ? part.begin : whole.begin;
    const size_t end = part.end < whole.end ? part.end : whole.end;
    return begin < end && 2 * (end - begin) > part.end - part.begin;
}

static bool is_longer(const passage *self, const passage *than) {
    return self->words != than->words       ? self->words > than->words
           : self->a.begin != than->a.begin ? self->a.begin < than->a.begin
                                            : self->b.begin < than->b.begin;
}

/* A passage that was found again within a longer one, from an anchor beyond the window of the
 * first, is left out. One that a document has once and the other twice is told of twice, but its
 * words are in the longer one alone. */
static void note_again(passage_vec *all, size_t first, bool *again) {
    for (size_t i = first; i < all->count; i++) {
        passage *each = &all->items[i];
        bool counted = false;
        again[i - first] = false;
        for (size_t k = first; k < all->count; k++) {
            const passage *other = &all->items[k];
            if (is_longer(other, each)) {
                const bool in_a = mostly_in(each->a, other->a);
                const bool in_b = mostly_in(each->b, other->b);
                again[i - first] |= in_a && in_b;
                counted |= in_a || in_b;
            }
        }
        each->counts = !counted;
    }
}

static void leave_out(passage_vec *all, size_t first, const bool *again) {
    size_t kept = first;
    for (size_t i = first; i < all->count; i++) {
        if (!again[i - first]) {
            all->items[kept++] = all->items[i];
        }
    }
    all->count = kept;
}

/* The words of `a` that are in the passage which was found last, and in no longer one, are its own:
 * `owners` has of each word the place of its passage, and one more. */
static void own_words(const passage_vec *all, const alignment *of, uint32_t *owners) {
    const size_t last = all->count - 1;
    for (size_t i = 0; i < of->count; i++) {
        uint32_t *owner = &owners[of->pairs[i].a];
        if (of->pairs[i].same == PAIR_WORD &&
            (*owner == 0 || is_longer(&all->items[last], &all->items[*owner - 1]))) {
            *owner = (uint32_t)last + 1;
        }
    }
}

/* A sentence may be in several passages, a part in each: it counts for one of them. */
static void count_sentences(const copied_text *a, passage_vec *all, size_t first,
                            const uint32_t *owners) {
    for (size_t i = first; i < all->count; i++) {
        all->items[i].sentences = 0;
    }
    for (size_t begin = 0, end = 0; begin < a->words.count; begin = end) {
        measure same = {0};
        measure whole = {0};
        passage *of = NULL;
        end = sentence_end(a, begin);
        for (size_t i = begin; i < end; i++) {
            passage *owner = owners[i] > 0 ? &all->items[owners[i] - 1] : NULL;
            count_word(&whole, &a->words.items[i]);
            if (owner != NULL && owner->counts) {
                count_word(&same, &a->words.items[i]);
                of = owner;
            }
        }
        if (of != NULL) {
            of->sentences += is_most(same, whole);
        }
    }
}

/* Finds them from the anchors on, which are in order. */
static void find_from(aligner *with, const copied_text *a, const copied_text *b,
                      const anchor_vec *anchors, passage_vec *out) {
    const size_t first = out->count;
    uint32_t *owners = mem_alloc(mem_product(a->words.count, sizeof *owners));
    memset(owners, 0, a->words.count * sizeof *owners);
    for (size_t i = 0; i < anchors->count; i++) {
        const anchor *at = &anchors->items[i];
        bool known = !has_company(anchors, i);
        for (size_t k = first; k < out->count && !known; k++) {
            known = covers(out->items[k].a, out->items[k].b, at);
        }
        if (known) {
            continue;
        }
        const alignment found = align_through(with, a->words, b->words, at->a, at->b);
        const passage made = {
            found.a, found.b, found.words, told_in(a, b, &found), sentences_in(a, &found), true};
        if ((made.sentences > 0 || made.words >= LONG) && is_copy(&found, a->words, b->words)) {
            vec_push(out, made);
            own_words(out, &found, owners);
        }
    }
    bool *again = mem_alloc(mem_product(out->count - first + 1, sizeof *again));
    note_again(out, first, again);
    count_sentences(a, out, first, owners);
    leave_out(out, first, again);
    mem_free(again);
    mem_free(owners);
}

void passages_find(aligner *with, const copied_text *a, const copied_text *b, passage_vec *out) {
    anchor_vec anchors = {0};
    find_anchors(a->marks, b->marks, &anchors);
    if (anchors.count > 1) { /* one has no company */
        find_from(with, a, b, &anchors, out);
    }
    vec_free(&anchors);
}
