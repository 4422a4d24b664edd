#include "attribute/viterbi.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>

static bool is_inside(size_t label) {
    return label > 0 && label % 2 == 0;
}

static bool may_follow(size_t before, size_t label) {
    return !is_inside(label) || before == label || before == label - 1;
}

/* One step: the best way to each label, and where it came from. */
static void advance(float *best, const float *logits, size_t labels, uint8_t *back) {
    float next[VITERBI_LABELS_MAX];
    for (size_t to = 0; to < labels; to++) {
        size_t from = to;
        float most = -INFINITY;
        for (size_t before = 0; before < labels; before++) {
            if (may_follow(before, to) && best[before] > most) {
                most = best[before];
                from = before;
            }
        }
        next[to] = most + logits[to];
        back[to] = (uint8_t)from;
    }
    for (size_t i = 0; i < labels; i++) {
        best[i] = next[i];
    }
}

void viterbi(const float *logits, size_t count, size_t labels, uint8_t *back, uint8_t *path) {
    float best[VITERBI_LABELS_MAX];
    assert(count > 0 && labels <= VITERBI_LABELS_MAX);
    for (size_t i = 0; i < labels; i++) {
        best[i] = is_inside(i) ? -INFINITY : logits[i];
    }
    for (size_t i = 1; i < count; i++) {
        advance(best, logits + i * labels, labels, back + i * labels);
    }
    size_t label = 0;
    for (size_t i = 1; i < labels; i++) {
        label = best[i] > best[label] ? i : label;
    }
    for (size_t i = count; i-- > 0;) {
        path[i] = (uint8_t)label;
        label = i > 0 ? back[i * labels + label] : label;
    }
}
