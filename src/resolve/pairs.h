/* Two who were named together, and whom the text then calls "both" or "the couple". */
#ifndef RESOLVE_PAIRS_H
#define RESOLVE_PAIRS_H

#include "resolve/sources.h"

/* The two whom the words mean: by "both", "they both", "the two senators" or "the couple" those
 * that were named last; by "they" at the beginning of a sentence those whose names begin the one
 * before. False where they mean no two, or nobody knows whom. */
bool pair_meant(const source_reader *self, token_range in, size_t entities[2]);

#endif
