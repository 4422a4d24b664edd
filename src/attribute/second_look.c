#include "attribute/second_look.h"

#include "model/model.h"

/* In logits: how far behind none the label of a cue may be, and how far behind the likeliest piece
 * of a cue its other ones. */
static const float CHANCE = -7.0F, FELLOW = 2.0F;

static float chance(const float *cues, size_t at) {
    const float *logits = cues + at * CUE_LABELS;
    const float best = logits[CUE_B] > logits[CUE_I] ? logits[CUE_B] : logits[CUE_I];
    return best - logits[CUE_O];
}

static bool is_within(run_of_pieces run, size_t at) {
    return run.first <= at && at < run.last;
}

/* The sentence, or sentences, that the quotation stands in. */
static run_of_pieces surroundings(const piece *pieces, size_t count, run_of_pieces of) {
    run_of_pieces out = of;
    while (out.first > 0 && pieces[out.first].start == START_NONE) {
        out.first--;
    }
    while (out.last < count && pieces[out.last].start == START_NONE) {
        out.last++;
    }
    return out;
}

bool doubtful_cue(const piece *pieces, size_t count, const float *cues, run_of_pieces quotation_run,
                  run_of_pieces *out) {
    const run_of_pieces around = surroundings(pieces, count, quotation_run);
    size_t best = count;
    for (size_t i = around.first; i < around.last; i++) {
        if (!is_within(quotation_run, i) && chance(cues, i) > CHANCE &&
            (best == count || chance(cues, i) > chance(cues, best))) {
            best = i;
        }
    }
    if (best == count) {
        return false;
    }
    const float least = chance(cues, best) - FELLOW > CHANCE ? chance(cues, best) - FELLOW : CHANCE;
    *out = (run_of_pieces){best, best + 1};
    while (out->first > around.first && !is_within(quotation_run, out->first - 1) &&
           chance(cues, out->first - 1) > least) {
        out->first--;
    }
    while (out->last < around.last && !is_within(quotation_run, out->last) &&
           chance(cues, out->last) > least) {
        out->last++;
    }
    return true;
}
