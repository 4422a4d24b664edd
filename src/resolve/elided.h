/* Who a statement without a source goes back to: "Stumpf defended them, explaining that ...". */
#ifndef RESOLVE_ELIDED_H
#define RESOLVE_ELIDED_H

#include "resolve/sources.h"

/* The subject that the verb of the cue has left out: that of the sentence, or of one shortly before
 * it where it has none. Empty where the cue is no such verb: "concerns about", "is expected". */
source_heads elided_subject_find(const source_reader *self, span_list cue);

#endif
