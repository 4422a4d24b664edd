/* The steps of segment(), each in a file of its name. Lists end up in the arena. */
#ifndef SEGMENT_STEPS_H
#define SEGMENT_STEPS_H

#include "base/lexicon.h"
#include "segment/segment.h"
#include "segment/vocabulary.h"

/* Each fills in its part of `out`, and needs those of the steps before it. */
void find_paragraphs(arena *into, segmentation *out);
void find_sentences(const lexicon *words, arena *into, segmentation *out);
void find_quotations(const lexicon *words, arena *into, segmentation *out);
void find_pieces(const wordpieces *known, arena *into, segmentation *out);

/* Fills in quote and start of every piece. */
void mark_pieces(segmentation *out);

#endif
