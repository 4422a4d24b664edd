/* How much the encoder's reading of a text speaks for a mention as what a pronoun stands for.
 *
 * A bilinear form of low rank on the encoder's rows, of which the model file has the factors and
 * `traits` what comes of them for each piece (model/model.h). Trained by train/traits.py. */
#ifndef RESOLVE_LIKENESS_H
#define RESOLVE_LIKENESS_H

#include "attribute/attribute.h"

/* In logits. `traits` [piece_count][PIECE_TRAITS] may be NULL: then 0. The spans hold letters. */
float likeness(const segmentation *text, const int8_t *traits, span pronoun, span other);

#endif
