/* The best sequence of labels of which none begins inside a span (Viterbi 1967). */
#ifndef ATTRIBUTE_VITERBI_H
#define ATTRIBUTE_VITERBI_H

#include <stddef.h>
#include <stdint.h>

enum { VITERBI_LABELS_MAX = 8 };

/* Labels 0 (outside), then pairs B, I: an I follows only its own B or I. */

/* logits [count][labels] -> path [count]; `back` is room for count * labels bytes. `labels` is odd
 * and at most VITERBI_LABELS_MAX; count > 0. */
void viterbi(const float *logits, size_t count, size_t labels, uint8_t *back, uint8_t *path);

#endif
