/* Sentences, as far as reasoning needs them: spans of a text, in order. */
#ifndef REASON_SENTENCES_H
#define REASON_SENTENCES_H

#include "base/str.h"
#include "base/vec.h"

typedef VEC(span) span_vec;

/* Adds those of a text. */
void cut_sentences(str text, span_vec *out);

#endif
