/* How sure the model is of what it marked. */
#ifndef ATTRIBUTE_CERTAINTY_H
#define ATTRIBUTE_CERTAINTY_H

#include "attribute/runs.h"

/* The mean probability, over the pieces of a run, of being labelled `begin` or `begin` + 1, by
 * softmax of their logits [count][labels]; 0 to 1. */
float certainty(const float *logits, size_t labels, size_t begin, run_of_pieces run);

/* How sure the model is of the parts of a relation. */
typedef struct {
    float cue, source, content;
    bool has_source; /* else `source` means nothing */
} certainties;

/* The probability that a relation is right: a logistic regression on the log-odds of the above, as
 * Platt (1999) calibrates a classifier. `weights` [CONFIDENCE_WEIGHTS] come with the model, in the
 * order: constant, cue, source, content, whether there is a source. */
float confidence(const float *weights, const certainties *of);

#endif
