/* A quotation that no relation reports is worth a second look: at a cue that was too doubtful at
 * first. */
#ifndef ATTRIBUTE_SECOND_LOOK_H
#define ATTRIBUTE_SECOND_LOOK_H

#include "attribute/runs.h"

/* The likeliest cue of the quotation in the sentence, or sentences, that it stands in; false where
 * none has a chance. `cues` [count][CUE_LABELS] are the logits of the window's `count` pieces. */
bool doubtful_cue(const piece *pieces, size_t count, const float *cues, run_of_pieces quotation_run,
                  run_of_pieces *out);

#endif
