#include "link/linking.h"

#include "link/edits.h"

linking *linking_new(const linker *with) {
    linking *self = mem_alloc(sizeof *self);
    *self = (linking){.with = with};
    return self;
}

void linking_free(linking *self) {
    if (self != NULL) {
        aligner_free(&self->scratch);
        mem_free(self);
    }
}

/* --- passages --------------------------------------------------------------------------------- */

static span part_of(const copied_text *text, word_span words) {
    return (span){text->words.items[words.begin].where.begin,
                  text->words.items[words.end - 1].where.end};
}

static size_t find_passages(linking *self, const linkable *a, const linkable *b, arena *into,
                            const link_passage **out) {
    passage_vec found = {0};
    passages_find(&self->scratch, &a->copied, &b->copied, &found);
    const size_t count = found.count;
    link_passage *made = arena_array(into, link_passage, count);
    for (size_t i = 0; i < count; i++) {
        const passage *each = &found.items[i];
        made[i] = (link_passage){.in_a = part_of(&a->copied, each->a),
                                 .in_b = part_of(&b->copied, each->b)};
        if (each->counts) {
            made[i].words = (uint32_t)each->words;
            made[i].told = (uint32_t)each->told;
            made[i].sentences = (uint32_t)each->sentences;
        }
    }
    vec_free(&found);
    *out = made;
    return count;
}

void link_count_passage(link_copied *to, const link_passage *each) {
    to->sentences += each->sentences;
    to->words += each->words;
    to->told += each->told;
}

bool link_is_reprint(const link_copied *of) {
    return of->sentences >= 3 && of->told >= 40 && 5 * of->told >= 2 * of->words &&
           8 * of->words >= of->shorter;
}

/* --- two documents ---------------------------------------------------------------------------- */

static link_shared link_in_order(linking *self, const linkable *a, const linkable *b, arena *into) {
    link_shared out = {0};
    excerpt_pair_vec pairs = {0};
    pairs_find(a, b, &pairs);
    out.pair_count = pairs_judge(self, a, b, &pairs, into, &out.pairs);
    vec_free(&pairs);
    if (a != b) {
        out.passage_count = find_passages(self, a, b, into, &out.passages);
    }
    return out;
}

static void swap(span *a, span *b) {
    const span held = *a;
    *a = *b;
    *b = held;
}

static link_shared turned(link_shared of, arena *into) {
    link_pair *pairs = arena_copy(into, of.pairs, of.pair_count * sizeof *pairs);
    link_passage *passages = arena_copy(into, of.passages, of.passage_count * sizeof *passages);
    for (size_t i = 0; i < of.pair_count; i++) {
        pairs[i].a = of.pairs[i].b;
        pairs[i].b = of.pairs[i].a;
        swap(&pairs[i].in_a, &pairs[i].in_b);
    }
    for (size_t i = 0; i < of.passage_count; i++) {
        swap(&passages[i].in_a, &passages[i].in_b);
    }
    return (link_shared){pairs, of.pair_count, passages, of.passage_count};
}

link_shared link_two(linking *self, const linkable *a, const linkable *b, arena *into) {
    return a->hash <= b->hash ? link_in_order(self, a, b, into)
                              : turned(link_in_order(self, b, a, into), into);
}

link_shared link_copies(linking *self, const linkable *of, arena *into) {
    link_shared out = {0};
    excerpt_pair_vec pairs = {0};
    for (uint32_t i = 0; i < of->parts.count; i++) {
        vec_push(&pairs, (excerpt_pair){i, i});
    }
    out.pair_count = pairs_judge(self, of, of, &pairs, into, &out.pairs);
    vec_free(&pairs);
    const size_t words = of->copied.words.count;
    if (words > 0) {
        link_passage *whole = arena_array(into, link_passage, 1);
        const span part = part_of(&of->copied, (word_span){0, words});
        *whole = (link_passage){part, part, (uint32_t)words, (uint32_t)words,
                                of->copied.sentence[words - 1] + 1};
        out.passages = whole;
        out.passage_count = 1;
    }
    return out;
}

/* --- two excerpts ----------------------------------------------------------------------------- */

/* The bytes that words of an excerpt stand in; empty where there are none. */
static span words_span(const excerpt *of, word_span words) {
    return words.begin < words.end ? excerpt_span(of, words.begin, words.end) : (span){0, 0};
}

static const link_edit *public_edits(const edits *script, const excerpt *a, const excerpt *b,
                                     arena *into) {
    link_edit *out = arena_array(into, link_edit, script->count);
    for (size_t i = 0; i < script->count; i++) {
        const edit *each = &script->items[i];
        out[i] =
            (link_edit){each->kind, words_span(a, each->a), words_span(b, each->b), each->marked};
    }
    return out;
}

/* Two units that are compared. */
typedef struct {
    const excerpt *a, *b;
    comparison found;
} compared;

/* What of a content may be held against another: its spans, the quotations in it, and all of it. */
static const excerpt *unit_of(const linkable *of, size_t at) {
    const excerpts *all = &of->parts;
    return at < all->count                      ? &all->items[at]
           : at < all->count + all->whole_count ? &all->wholes[at - all->count]
                                                : NULL;
}

static const excerpt *next_unit(const linkable *of, uint32_t statement, size_t *at) {
    const excerpt *unit = NULL;
    while ((unit = unit_of(of, *at)) != NULL && unit->statement != statement) {
        ++*at;
    }
    ++*at;
    return unit;
}

/* Whether the second goes together better: more words, else both of them quoted, else what is
 * shorter. */
static bool is_better(const compared *than, const compared *self) {
    if (than->a == NULL || than->found.aligned.score != self->found.aligned.score) {
        return than->a == NULL || self->found.aligned.score > than->found.aligned.score;
    }
    if (than->found.quoted != self->found.quoted) {
        return self->found.quoted > than->found.quoted;
    }
    return self->a->words.count + self->b->words.count <
           than->a->words.count + than->b->words.count;
}

static compared best_of(linking *self, const linkable *a, uint32_t in_a, const linkable *b,
                        uint32_t in_b) {
    compared best = {0};
    const float story = pairs_story(a, b);
    size_t i = 0;
    for (const excerpt *x; (x = next_unit(a, in_a, &i)) != NULL;) {
        size_t j = 0;
        for (const excerpt *y; (y = next_unit(b, in_b, &j)) != NULL;) {
            const compared now = {x, y, compare(&self->scratch, x, y, story)};
            best = is_better(&best, &now) ? now : best;
        }
    }
    return best;
}

link_change link_compare(linking *self, const linkable *a, uint32_t in_a, const linkable *b,
                         uint32_t in_b, arena *into) {
    compared of = best_of(self, a, in_a, b, in_b);
    if (of.a == NULL) {
        return (link_change){.pair = {.a = in_a, .b = in_b, .kind = LINK_PARAPHRASE}};
    }
    of.found = compare(&self->scratch, of.a, of.b, pairs_story(a, b)); /* its alignment is lent */
    const edits script = edits_of(&of.found.aligned, of.a, a->text, of.b, b->text, into);
    const link_pair pair = {in_a,
                            in_b,
                            excerpt_span(of.a, 0, of.a->words.count),
                            excerpt_span(of.b, 0, of.b->words.count),
                            compare_kind(&of.found, of.a, of.b),
                            compare_flags(&of.found, of.a, of.b),
                            weights_judge(&self->with->judgement, &of.found)};
    return (link_change){pair, public_edits(&script, of.a, of.b, into), script.count};
}
