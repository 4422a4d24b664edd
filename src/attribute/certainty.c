#include "attribute/certainty.h"

#include <math.h>

static float probability(const float *logits, size_t labels, size_t begin) {
    float greatest = logits[0], all = 0.0f;
    for (size_t i = 1; i < labels; i++) {
        greatest = logits[i] > greatest ? logits[i] : greatest;
    }
    for (size_t i = 0; i < labels; i++) {
        all += expf(logits[i] - greatest);
    }
    return (expf(logits[begin] - greatest) + expf(logits[begin + 1] - greatest)) / all;
}

float certainty(const float *logits, size_t labels, size_t begin, run_of_pieces run) {
    float sum = 0.0f;
    for (size_t at = run.first; at < run.last; at++) {
        sum += probability(logits + at * labels, labels, begin);
    }
    return sum / (float)(run.last - run.first);
}

/* Bounded, so that one part alone cannot decide. */
static float log_odds(float p) {
    static const float LEAST = 1e-4f;
    return logf(fmaxf(p, LEAST) / fmaxf(1.0f - p, LEAST));
}

float confidence(const float *weights, const certainties *of) {
    float sum = weights[0] + weights[1] * log_odds(of->cue) + weights[3] * log_odds(of->content);
    if (of->has_source) {
        sum += weights[2] * log_odds(of->source) + weights[4];
    }
    return 1.0f / (1.0f + expf(-sum));
}
