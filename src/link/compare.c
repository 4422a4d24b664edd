#include "link/compare.h"

#include <math.h>

/* A word that tells who speaks: a name rather than "police". */
static const float NAMING = 4;
/* "the mother ship" is a name rather than something said. */
enum { BRIEF = 3 };

typedef struct {
    size_t words;
    float weight;
} run;

/* The longest stretch of the same words, one after the other in both. */
static run longest_run(const alignment *of, terms a) {
    run best = {0};
    run now = {0};
    for (size_t i = 0; i < of->count; i++) {
        const word_pair *pair = &of->pairs[i];
        const bool on = i > 0 && pair->a == pair[-1].a + 1 && pair->b == pair[-1].b + 1;
        now = on ? now : (run){0};
        if (pair->same != PAIR_WORD) {
            now = (run){0};
            continue;
        }
        now.words++;
        now.weight += a.items[pair->a].weight;
        best = now.words > best.words ? now : best;
    }
    return best;
}

static float aligned_weight(const alignment *of, terms a) {
    float sum = 0;
    for (size_t i = 0; i < of->count; i++) {
        sum += of->pairs[i].same != PAIR_OTHER ? a.items[of->pairs[i].a].weight : 0;
    }
    return sum;
}

/* How many numbers the first has that the second lacks. */
static size_t numbers_lacking(bag of, bag in) {
    size_t lacking = 0;
    for (size_t i = 0, j = 0; i < of.count; i++) {
        while (j < in.count && in.items[j].stem < of.items[i].stem) {
            j++;
        }
        const bool there = j < in.count && in.items[j].stem == of.items[i].stem;
        lacking += (of.items[i].is & TERM_NUMBER) != 0 && !there;
    }
    return lacking;
}

static bool is_named(const excerpt *of) {
    for (size_t i = 0; i < of->speaker.count; i++) {
        if (of->speaker.items[i].is & TERM_NAME && of->speaker.items[i].weight >= NAMING) {
            return true;
        }
    }
    return false;
}

/* Whether the speakers have a word in common of at least so much weight. */
static bool speakers_share(const excerpt *a, const excerpt *b, float weight) {
    for (size_t i = 0; i < a->speaker.count; i++) {
        for (size_t j = 0; j < b->speaker.count; j++) {
            if (a->speaker.items[i].word == b->speaker.items[j].word &&
                a->speaker.items[i].weight >= weight) {
                return true;
            }
        }
    }
    return false;
}

static float ratio(float part, float whole) {
    return whole > 0 ? part / whole : 0;
}

static void compare_context(float *values, const excerpt *a, const excerpt *b, float story) {
    const bool speakers = a->speaker.count > 0 && b->speaker.count > 0;
    const bool same = speakers && (speakers_share(a, b, NAMING) ||
                                   terms_hash(a->speaker) == terms_hash(b->speaker));
    values[COMPARED_speaker_same] = same;
    values[COMPARED_speaker_other] = speakers && !same && !speakers_share(a, b, 0);
    values[COMPARED_story] = story;
    values[COMPARED_common_story] = values[COMPARED_common_less] * story;
    values[COMPARED_speaker_rival] =
        is_named(a) && is_named(b) && !same && !speakers_share(a, b, 0);
    values[COMPARED_rival_local] = values[COMPARED_speaker_rival] * values[COMPARED_local_less];
    values[COMPARED_other_local] = values[COMPARED_speaker_other] * values[COMPARED_local_less];
    values[COMPARED_speaker_story] = values[COMPARED_speaker_same] * story;
    const float named = bag_common(a->speaker_stems, b->speaker_stems).weight;
    const float less = fminf(a->speaker_stems.weight, b->speaker_stems.weight);
    const float more = fmaxf(a->speaker_stems.weight, b->speaker_stems.weight);
    values[COMPARED_speaker_less] = ratio(named, less);
    values[COMPARED_speaker_more] = ratio(named, more);
    values[COMPARED_speaker_words] = logf(1 + named);
    values[COMPARED_says_both] = a->says && b->says;
    values[COMPARED_says_one] = a->says != b->says;
    values[COMPARED_said_both] = a->said && b->said;
    values[COMPARED_nested] = a->nested || b->nested;
    values[COMPARED_sure] = fminf(a->confidence, b->confidence);
    values[COMPARED_speaker_local] = values[COMPARED_speaker_same] * values[COMPARED_local_less];
}

comparison compare(aligner *with, const excerpt *a, const excerpt *b, float story) {
    comparison out = {.quoted = (compared_quoted)(a->quoted + b->quoted),
                      .aligned = align_terms(with, a->words, b->words)};
    const common both = bag_common(a->stems, b->stems);
    const run longest = longest_run(&out.aligned, a->words);
    const float less = fminf(a->stems.weight, b->stems.weight);
    const size_t shorter = a->words.count < b->words.count ? a->words.count : b->words.count;
    const word_span in_a = out.aligned.a;
    const word_span in_b = out.aligned.b;
    const float hull = fmaxf((float)(in_a.end - in_a.begin), (float)(in_b.end - in_b.begin));
    float *values = out.values;
    values[COMPARED_one] = 1;
    values[COMPARED_common_less] = ratio(both.weight, less);
    values[COMPARED_common_more] = ratio(both.weight, fmaxf(a->stems.weight, b->stems.weight));
    values[COMPARED_common] = logf(1 + both.weight);
    values[COMPARED_aligned_less] = ratio(aligned_weight(&out.aligned, a->words), less);
    values[COMPARED_density] = ratio((float)out.aligned.words, hull);
    values[COMPARED_run] = logf(1 + (float)longest.words);
    values[COMPARED_run_weight] = logf(1 + longest.weight);
    values[COMPARED_run_less] = ratio((float)longest.words, (float)shorter);
    values[COMPARED_identical] =
        a->words.count == b->words.count && out.aligned.words == a->words.count;
    values[COMPARED_lighter] = logf(1 + less);
    values[COMPARED_local] = logf(1 + both.local);
    values[COMPARED_local_less] = ratio(both.local, fminf(a->stems.local, b->stems.local));
    values[COMPARED_local_more] = ratio(both.local, fmaxf(a->stems.local, b->stems.local));
    values[COMPARED_words] = logf(1 + (float)both.words);
    values[COMPARED_numbers_rival] = logf(1 + fminf((float)numbers_lacking(a->stems, b->stems),
                                                    (float)numbers_lacking(b->stems, a->stems)));
    values[COMPARED_longer] = logf(fmaxf((float)a->words.count, (float)b->words.count));
    values[COMPARED_numbers] = logf(1 + (float)both.numbers);
    values[COMPARED_names] = logf(1 + (float)both.names);
    values[COMPARED_brief] = shorter <= BRIEF;
    compare_context(values, a, b, story);
    return out;
}

/* --- kind ------------------------------------------------------------------------------------- */

/* What the alignment leaves out or changes. */
typedef struct {
    size_t changed;          /* pairs of different words */
    size_t only_a, only_b;   /* words within it without a partner */
    bool before_a, before_b; /* further words before it */
    bool after_a, after_b;
} changes;

static changes changes_of(const alignment *of, terms a, terms b) {
    changes out = {.before_a = of->a.begin > 0,
                   .before_b = of->b.begin > 0,
                   .after_a = of->a.end < a.count,
                   .after_b = of->b.end < b.count};
    for (size_t i = 0; i < of->count; i++) {
        out.changed += of->pairs[i].same != PAIR_WORD;
    }
    out.only_a = of->a.end - of->a.begin - of->count;
    out.only_b = of->b.end - of->b.begin - of->count;
    return out;
}

link_kind compare_kind(const comparison *self, const excerpt *a, const excerpt *b) {
    const changes c = changes_of(&self->aligned, a->words, b->words);
    const bool more_a = c.before_a || c.after_a;
    const bool more_b = c.before_b || c.after_b;
    if (self->values[COMPARED_identical] > 0) {
        return LINK_IDENTICAL;
    }
    if (!a->quoted || !b->quoted) {
        return LINK_PARAPHRASE;
    }
    if (more_a && more_b) {
        return LINK_PARTIAL;
    }
    if (c.changed > 0 || (c.only_a > 0 && c.only_b > 0)) {
        return LINK_EDITED;
    }
    return c.only_a + c.only_b > 0 ? LINK_ELIDED : LINK_TRUNCATED;
}

/* --- flags ------------------------------------------------------------------------------------ */

/* How many words of [first, last) are `what`. */
static size_t count_of(terms words, word_span part, unsigned what) {
    size_t count = 0;
    for (size_t i = part.begin; i < part.end; i++) {
        count += (words.items[i].is & what) != 0;
    }
    return count;
}

/* Whether the aligned passage of one has a number that the other's lacks in its place. */
static bool other_number(const alignment *of, terms a, terms b) {
    for (size_t i = 0; i < of->count; i++) {
        const word_pair *pair = &of->pairs[i];
        if (pair->same == PAIR_OTHER && (a.items[pair->a].is & b.items[pair->b].is & TERM_NUMBER)) {
            return true;
        }
    }
    return false;
}

unsigned compare_flags(const comparison *self, const excerpt *a, const excerpt *b) {
    const alignment *of = &self->aligned;
    /* What is told in other words is not all aligned; what was cut off is no change. */
    const bool whole = compare_kind(self, a, b) == LINK_PARAPHRASE;
    const word_span in_a = whole ? (word_span){0, a->words.count} : of->a;
    const word_span in_b = whole ? (word_span){0, b->words.count} : of->b;
    unsigned flags = 0;
    if (count_of(a->words, in_a, TERM_NEGATION) != count_of(b->words, in_b, TERM_NEGATION)) {
        flags |= HEARSAY_TURN_NEGATION;
    }
    if (count_of(a->words, in_a, TERM_HEDGE) != count_of(b->words, in_b, TERM_HEDGE)) {
        flags |= HEARSAY_TURN_HEDGE;
    }
    if (other_number(of, a->words, b->words)) {
        flags |= HEARSAY_TURN_NUMBER;
    }
    if (self->values[COMPARED_speaker_other] > 0) {
        flags |= HEARSAY_TURN_SPEAKER;
    }
    if (a->quoted != b->quoted) {
        flags |= HEARSAY_TURN_MARKS;
    }
    return flags;
}
