#include "read/html_article.h"

#include <math.h>

enum { WORDS_MIN = 15 }; /* of a block that an article could be made of */

/* Where no block is likely, those are taken that are half as likely as the best, if that is worth a
 * try: a page that was given to us is more often an odd article than none. */
static const float LIKELY = 0.5F;
static const float LIKELY_AT_ALL = 0.1F;

/* The logistic function of the weighed sum. */
static float chance_of(const float *features, const float *weights, size_t count) {
    float sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += features[i] * weights[i];
    }
    return 1 / (1 + expf(-sum));
}

/* A heading at the end heads something else. */
static void settle_end(const html_blocks *blocks, bool *chosen) {
    for (size_t i = blocks->count; i > 0; i--) {
        if (chosen[i - 1] && blocks->items[i - 1].kind != BLOCK_HEADING) {
            return;
        }
        chosen[i - 1] = false;
    }
}

/* The title is no part of the text: where it stands before the first paragraph it is left out. */
static void settle_begin(const html_blocks *blocks, uint64_t title, bool *chosen) {
    for (size_t i = 0; i < blocks->count; i++) {
        const html_block *each = &blocks->items[i];
        if (!chosen[i]) {
            continue;
        }
        if (each->hash == title) {
            chosen[i] = false;
        } else if (each->kind != BLOCK_HEADING && each->words >= WORDS_MIN) {
            return;
        }
    }
}

html_judgement html_article_judge(arena *into, const html_page *page,
                                  const uint64_t titles[HTML_TITLES], const html_model *model) {
    const size_t count = page->blocks.count;
    html_judgement out = {arena_zalloc(into, mem_product(count, sizeof *out.features)),
                          arena_array(into, float, count), arena_array(into, float, count),
                          arena_array(into, bool, count)};
    html_features_alone(page, titles, out.features);
    for (size_t i = 0; i < count; i++) {
        out.alone[i] = chance_of(out.features[i], model->alone, HTML_ALONE);
    }
    html_features_stacked(page, out.alone, out.features);
    float best = 0;
    for (size_t i = 0; i < count; i++) {
        out.chance[i] = chance_of(out.features[i], model->stacked, HTML_FEATURES);
        best = page->blocks.items[i].words >= WORDS_MIN ? fmaxf(best, out.chance[i]) : best;
    }
    const float limit = best > LIKELY || best < LIKELY_AT_ALL ? LIKELY : best / 2;
    for (size_t i = 0; i < count; i++) {
        out.chosen[i] = out.chance[i] > limit;
    }
    settle_begin(&page->blocks, titles[0], out.chosen);
    settle_end(&page->blocks, out.chosen);
    return out;
}
